// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	inrichting "dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/domein/uitkomst"
	"dwarsverband/toegang"
)

const (
	eigenOIN   = "00000001823288444000"
	politieOIN = "00000003123456789000"
	reclOIN    = "00000003987654321000"
)

// tafel is an item of a meeting with one decision and two agreements, and the systems of two partners.
type tafel struct {
	*huis
	casus, overleg, punt string
	kind, moeder         string   // the people of the case; the address of the mother is secret
	wat                  []string // decision, agreement, agreement
	politie, recl        partner
}

// maakTafel lays it all down; nothing was made available yet.
func maakTafel(t *testing.T) *tafel {
	t.Helper()
	h := newHuis(t)
	x := &tafel{huis: h}
	beheerder := h.Actor(t, proef.Regio, "beheerder")
	if err := h.Melding.SaveAfzender(t.Context(), beheerder, melding.Afzender{OIN: eigenOIN, Naam: "ZVH Proef", Organisatie: "gemeente", Eigen: true}); err != nil {
		t.Fatal(err)
	}
	router := stelselRouter(t)
	for p, naam := range map[*partner]uitkomst.Partnersysteem{&x.politie: {OIN: politieOIN, Naam: "Politie Proef", Organisatie: "politie"}, &x.recl: {OIN: reclOIN, Naam: "Reclassering Proef", Organisatie: "reclassering"}} {
		token, err := h.Uitkomst.Registreer(t.Context(), beheerder, naam)
		if err != nil {
			t.Fatal(err)
		}
		*p = partner{h.api, router, token}
	}
	noor := h.Actor(t, proef.Regio, "procesregisseur")
	x.casus = h.OpenCasus(t).ID
	o, err := h.Overleg.Roep(t.Context(), noor, overleg.Nieuw{Soort: "casusoverleg", Dag: termijn.At(proef.Middag).Date(), Begin: "14:00", End: "15:30", Voorzitter: "procesregisseur"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := h.Overleg.Agendeer(t.Context(), noor, o.ID, overleg.NieuwPunt{Casus: x.casus, Vraag: "Wat gaat voor?"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := h.Casus.Toon(t.Context(), noor, x.casus)
	if err != nil {
		t.Fatal(err)
	}
	x.kind, x.moeder = b.Van(casus.Betrokkene)[0].ID, b.Van(casus.Betrokkene)[1].ID
	x.overleg, x.punt, h.Nu = o.ID, p.ID, h.Nu.Add(3*time.Hour)
	x.leg(t, overleg.Besluit, map[string]string{"besluit": "Eerst rust, dan de gesprekken."})
	x.leg(t, overleg.Afspraak, map[string]string{"wat": "Bel de school.", "wie": "casusregisseur", "voor": "2026-11-16"})
	x.leg(t, overleg.Afspraak, map[string]string{"wat": "Spreek met vader.", "wie": "procesregisseur", "voor": "2026-11-17"})
	return x
}

func (x *tafel) leg(t *testing.T, soort string, velden map[string]string) {
	t.Helper()
	velden["punt"] = x.punt
	st, err := x.Casus.Leg(t.Context(), x.Actor(t, proef.Regio, "procesregisseur"), x.casus, casus.Vastlegging{Soort: soort, Wijziging: domein.Wijziging{Velden: velden}})
	if err != nil {
		t.Fatal(err)
	}
	x.wat = append(x.wat, soort+"/"+st.ID)
}

// verzoek is a wish that is in order.
func (x *tafel) verzoek() uitkomst.Verzoek {
	return uitkomst.Verzoek{Systeem: politieOIN, Wat: x.wat[:2], Over: x.kind, Categorie: "veiligheid", Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "De politie voert een afspraak uit."}
}

// stel makes the outcome available and gives its id.
func (x *tafel) stel(t *testing.T, v uitkomst.Verzoek) string {
	t.Helper()
	noor := x.Actor(t, proef.Regio, "procesregisseur")
	if err := x.Uitkomst.Stel(t.Context(), noor, x.overleg, x.punt, v); err != nil {
		t.Fatal(err)
	}
	k, err := x.Uitkomst.Toon(t.Context(), noor, x.overleg, x.punt)
	if err != nil || len(k.Eerder) == 0 {
		t.Fatalf("%v, %d made available", err, len(k.Eerder))
	}
	return k.Eerder[0].ID
}

// ronde lets the courier go round with a network that answers stand, and gives what it was told.
func (x *tafel) ronde(t *testing.T, stand uitkomst.Stand) []uitkomst.Gebeurtenis {
	t.Helper()
	var told []uitkomst.Gebeurtenis
	x.Uitkomst.Stuur = func(_ context.Context, g uitkomst.Gebeurtenis) (uitkomst.Stand, error) {
		told = append(told, g)
		return stand, nil
	}
	if _, err := x.Uitkomst.Ronde(t.Context(), inrichting.Machine(proef.Regio)); err != nil {
		t.Fatal(err)
	}
	return told
}

// partner asks with the token of a system, and holds each answer to the published description of the resources.
type partner struct {
	api    *API
	router routers.Router
	token  string
}

func stelselRouter(t *testing.T) routers.Router {
	t.Helper()
	doc, err := (&openapi3.Loader{IsExternalRefsAllowed: true}).LoadFromFile("../extern/jzv/testdata/oas/UitkomstOverleg.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc.Servers = openapi3.Servers{{URL: stelselPrefix}}
	router, err := legacy.NewRouter(doc, openapi3.DisableExamplesValidation()) // its examples have numbers for ids that it says are texts
	if err != nil {
		t.Fatal(err)
	}
	return router
}

// get gives the status and the answer, as bytes and as it is read.
func (p partner) get(t *testing.T, path string) (int, string, map[string]any) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, stelselPrefix+"/v1/"+path, http.NoBody)
	if p.token != "" {
		r.Header.Set("Authorization", "Bearer "+p.token)
	}
	w := httptest.NewRecorder()
	p.api.ServeHTTP(w, r)
	if err := p.keur(r, w.Code, w.Header(), w.Body.Bytes()); err != nil {
		t.Errorf("GET %s: %v", path, err)
	}
	var body map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
	return w.Code, w.Body.String(), body
}

// keur holds a request and its answer to the description.
func (p partner) keur(r *http.Request, status int, kop http.Header, body []byte) error {
	route, params, err := p.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("no request of the stelsel: %w", err)
	}
	in := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route}
	if err := openapi3filter.ValidateRequest(r.Context(), in); err != nil {
		return err
	}
	return openapi3filter.ValidateResponse(r.Context(), &openapi3filter.ResponseValidationInput{RequestValidationInput: in, Status: status, Header: kop,
		Body: io.NopCloser(bytes.NewReader(body)), Options: &openapi3filter.Options{MultiError: true}})
}

// ids are those of the resources of one kind that a partner finds.
func (p partner) ids(t *testing.T, soort string) []string {
	t.Helper()
	status, _, body := p.get(t, soort)
	list, ok := body["resultaten"].([]any)
	if status != http.StatusOK || !ok {
		t.Fatalf("%s: %d, %v", soort, status, body)
	}
	out := []string{}
	for _, x := range list {
		out = append(out, x.(map[string]any)["id"].(string))
	}
	return out
}

// The judge itself judges: an answer that lacks what the description asks is refused.
func TestStelselJudge(t *testing.T) {
	x := maakTafel(t)
	id := x.stel(t, x.verzoek())
	_, text, body := x.politie.get(t, "casusoverleg/"+id)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, stelselPrefix+"/v1/casusoverleg/"+id, http.NoBody)
	kop := http.Header{"Content-Type": {"application/json"}}
	if err := x.politie.keur(r, http.StatusOK, kop, []byte(text)); err != nil {
		t.Errorf("the answer itself: %v", err)
	}
	for _, field := range []string{"id", "datum", "betreft"} {
		was := body[field]
		body[field] = 7
		wrong, _ := json.Marshal(body)
		if err := x.politie.keur(r, http.StatusOK, kop, wrong); err == nil {
			t.Errorf("an answer whose %s is a number passes", field)
		}
		body[field] = was
	}
}

// A partner finds what was made available to it: the meeting, the decision, the agreement and the case, and of that nothing else.
func TestStelselResources(t *testing.T) {
	x := maakTafel(t)
	for _, soort := range []string{"casusoverleg", "besluit", "actie", "zaak"} {
		if got := x.politie.ids(t, soort); len(got) != 0 {
			t.Errorf("before anything was made available there is a %s: %q", soort, got)
		}
	}
	id := x.stel(t, x.verzoek())
	for _, soort := range []string{"casusoverleg", "besluit", "actie", "zaak"} {
		got := x.politie.ids(t, soort)
		if len(got) != 1 {
			t.Fatalf("%s: %q", soort, got)
		}
		if status, _, body := x.politie.get(t, soort+"/"+got[0]); status != http.StatusOK || body["id"] != got[0] {
			t.Errorf("%s %s: %d, %v", soort, got[0], status, body)
		}
		if list := x.recl.ids(t, soort); len(list) != 0 {
			t.Errorf("another partner finds a %s: %q", soort, list)
		}
		if status, _, _ := x.recl.get(t, soort+"/"+got[0]); status != http.StatusNotFound {
			t.Errorf("another partner reads the %s: %d", soort, status)
		}
	}
	_, text, body := x.politie.get(t, "casusoverleg/"+id)
	if body["datum"] != "2026-11-09" || body["startTijd"].(map[string]any)["id"] != "14:00:00" || body["notulen"] != "Vraag aan tafel: Wat gaat voor?" {
		t.Errorf("the meeting is %s", text)
	}
	for _, want := range []string{"Eerst rust, dan de gesprekken.", "Bel de school."} {
		if !bytes.Contains([]byte(text), []byte(want)) {
			t.Errorf("the meeting does not say %q: %s", want, text)
		}
	}
	for _, never := range []string{"Spreek met vader.", "Aylin", "Schuilproefweg", "De politie voert"} {
		if bytes.Contains([]byte(text), []byte(never)) {
			t.Errorf("the meeting says %q", never)
		}
	}
	_, text, body = x.politie.get(t, "actie/"+x.politie.ids(t, "actie")[0])
	if over := body["heeftBetrekkingOp"].(map[string]any); over["burgerservicenummer"] != "999990019" || body["informering"] != "Nog niet geïnformeerd." {
		t.Errorf("the agreement is %s", text)
	}
}

// A decision alone goes without anybody's name.
func TestStelselDecisionHasNoPerson(t *testing.T) {
	x := maakTafel(t)
	v := x.verzoek()
	v.Wat = x.wat[:1]
	_, text, _ := x.politie.get(t, "casusoverleg/"+x.stel(t, v))
	if !bytes.Contains([]byte(text), []byte("Eerst rust")) || bytes.Contains([]byte(text), []byte("Proefyilmaz")) || bytes.Contains([]byte(text), []byte("999990019")) {
		t.Errorf("a decision is %s", text)
	}
}

// Two outcomes of one case are two meetings and one case; pages follow each other and end.
func TestStelselPages(t *testing.T) {
	x := maakTafel(t)
	x.stel(t, x.verzoek())
	tweede := x.verzoek()
	tweede.Wat = x.wat[1:]
	x.stel(t, tweede)
	if a, b, c := x.politie.ids(t, "casusoverleg"), x.politie.ids(t, "zaak"), x.politie.ids(t, "actie"); len(a) != 2 || len(b) != 1 || len(c) != 3 {
		t.Errorf("%d meetings, %d cases, %d agreements; want 2, 1 and 3", len(a), len(b), len(c))
	}
	var seen []any
	for page := 1; page <= 4; page++ {
		_, _, body := x.politie.get(t, fmt.Sprintf("actie?pagina=%d&paginaGrootte=1", page))
		seen = append(seen, body["resultaten"].([]any)...)
		if _, more := body["volgende"]; more != (page < 3) {
			t.Errorf("page %d has a next page: %v", page, more)
		}
		if _, before := body["vorige"]; before != (page > 1) {
			t.Errorf("page %d has a former page: %v", page, before)
		}
	}
	if len(seen) != 3 {
		t.Errorf("three pages hold %d agreements", len(seen))
	}
	if status, _, _ := x.politie.get(t, "casusoverleg/bestaat-niet"); status != http.StatusNotFound {
		t.Errorf("what is not there gives %d", status)
	}
}

// Taking it back closes the door in the same second; so does the last day. What was said to the network before is not said any more.
func TestStelselEnds(t *testing.T) {
	x := maakTafel(t)
	noor := x.Actor(t, proef.Regio, "procesregisseur")
	v := x.verzoek()
	v.Tot = termijn.At(x.Nu).Date()
	id := x.stel(t, v)
	if err := x.Uitkomst.TrekIn(t.Context(), noor, x.overleg, x.punt, id); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := x.politie.get(t, "casusoverleg/"+id); status != http.StatusNotFound || len(x.politie.ids(t, "zaak")) != 0 {
		t.Errorf("after it was taken back it gives %d", status)
	}
	if told := x.ronde(t, uitkomst.Onderweg); len(told) != 0 {
		t.Errorf("the network is told of what was taken back: %v", told)
	}
	if err := x.Uitkomst.TrekIn(t.Context(), noor, x.overleg, x.punt, id); domein.KindOf(err) != domein.Conflict {
		t.Errorf("taking it back twice: %v", err)
	}
	id = x.stel(t, v)
	if status, _, _ := x.politie.get(t, "casusoverleg/"+id); status != http.StatusOK {
		t.Fatalf("on the last day it gives %d", status)
	}
	x.Nu = x.Nu.Add(24 * time.Hour)
	if status, _, _ := x.politie.get(t, "casusoverleg/"+id); status != http.StatusNotFound {
		t.Errorf("after the last day it gives %d", status)
	}
}

// The network hears once that there is something, and once a day that a partner came; what is under way is asked for again, and a refusal is told to whoever made it available.
func TestStelselEvents(t *testing.T) {
	x := maakTafel(t)
	id := x.stel(t, x.verzoek())
	for _, stand := range []uitkomst.Stand{uitkomst.Onderweg, uitkomst.Verwerkt} {
		told := x.ronde(t, stand)
		if len(told) != 1 || told[0].Soort != deling.TaakMelden || told[0].Uitkomst != id || told[0].Bron != eigenOIN || told[0].Wie != eigenOIN {
			t.Fatalf("the network is told %+v", told)
		}
	}
	if told := x.ronde(t, uitkomst.Verwerkt); len(told) != 0 {
		t.Errorf("what the network took is told again: %+v", told)
	}
	for range 3 {
		x.politie.get(t, "casusoverleg/"+id)
	}
	told := x.ronde(t, uitkomst.Afgewezen)
	if len(told) != 1 || told[0].Soort != uitkomst.TaakIngezien || told[0].Wie != politieOIN || told[0].Bron != eigenOIN {
		t.Fatalf("three looks on one day tell %+v", told)
	}
	x.Nu = x.Nu.Add(24 * time.Hour)
	x.politie.get(t, "casusoverleg/"+id)
	if told := x.ronde(t, uitkomst.Verwerkt); len(told) != 1 {
		t.Errorf("a look on the next day tells %+v", told)
	}
	list, err := x.Casus.Werk(t.Context(), x.Actor(t, proef.Regio, "procesregisseur"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(slices.DeleteFunc(list.Berichten, func(b dossier.Bericht) bool { return b.Soort != uitkomst.Geweigerd })); n != 1 {
		t.Errorf("%d notices that the network refused, want 1", n)
	}
}

// What is wrong with a wish is said at once, and nothing goes out.
func TestStelselFaults(t *testing.T) {
	x := maakTafel(t)
	noor := x.Actor(t, proef.Regio, "procesregisseur")
	other := x.verzoek()
	other.Wat = []string{"betrokkene/x"}
	nobody := x.verzoek()
	nobody.Systeem = "agent"
	empty := uitkomst.Verzoek{}
	agreement := x.verzoek()
	agreement.Categorie = deling.Afspraak
	secret := x.verzoek()
	secret.Over = x.moeder
	unknown := x.verzoek()
	unknown.Over = ""
	for name, v := range map[string]uitkomst.Verzoek{"a secret address": secret, "nobody to whom it is": unknown, "a piece of the case that the table did not make": other, "a receiver that is no system": nobody, "nothing": empty, "a category without content": agreement} {
		err := x.Uitkomst.Stel(t.Context(), noor, x.overleg, x.punt, v)
		if domein.KindOf(err) != domein.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := x.Uitkomst.Stel(t.Context(), noor, x.overleg, "ander-punt", x.verzoek()); domein.KindOf(err) != domein.NotFound {
		t.Errorf("an item that is not there: %v", err)
	}
	if err := x.Uitkomst.Stel(t.Context(), x.Actor(t, proef.Regio, "veilig-thuis"), x.overleg, x.punt, x.verzoek()); err == nil {
		t.Error("somebody who was not at the table makes its outcome available")
	}
	if told := x.ronde(t, uitkomst.Verwerkt); len(told) != 0 {
		t.Errorf("the network is told %+v", told)
	}
}

// The token of a system opens the outcomes of its organisation and no other door, and the token of a person opens none of these.
func TestPartnersysteemDoors(t *testing.T) {
	x := maakTafel(t)
	id := x.stel(t, x.verzoek())
	for _, pad := range []string{"/plannen", "/gebieden", "/signalen"} {
		if a := (klant{x.huis, x.politie.token}).get(t, pad); a.status != http.StatusForbidden {
			t.Errorf("the system of a partner gets %s: %d", pad, a.status)
		}
	}
	for _, p := range []partner{{x.api, x.politie.router, ""}, {x.api, x.politie.router, "geen-token"}} {
		if status, _, _ := p.get(t, "casusoverleg/"+id); status != http.StatusUnauthorized {
			t.Errorf("without a token of its own: %d", status)
		}
	}
	person := partner{x.api, x.politie.router, x.als(proef.Regio, "agent").token}
	if status, _, _ := person.get(t, "casusoverleg/"+id); status != http.StatusNotFound {
		t.Errorf("a person of that organisation: %d", status)
	}
	fresh, err := x.Uitkomst.Registreer(t.Context(), x.Actor(t, proef.Regio, "beheerder"), uitkomst.Partnersysteem{OIN: politieOIN, Naam: "Politie Proef", Organisatie: "politie"})
	if err != nil {
		t.Fatal(err)
	}
	if status, _, _ := x.politie.get(t, "casusoverleg/"+id); status != http.StatusUnauthorized {
		t.Errorf("the former token: %d", status)
	}
	x.politie.token = fresh
	if status, _, _ := x.politie.get(t, "casusoverleg/"+id); status != http.StatusOK {
		t.Errorf("the new token: %d", status)
	}
	_, err = x.Uitkomst.Registreer(t.Context(), x.Actor(t, proef.Regio, "beheerder"), uitkomst.Partnersysteem{OIN: "12", Organisatie: "bakker"})
	if len(domein.FaultsOf(err)) != 3 {
		t.Errorf("a system with three faults: %v", err)
	}
	if _, err := x.Uitkomst.Registreer(t.Context(), x.Wie[proef.Regio][toegang.Procesregisseur], uitkomst.Partnersysteem{OIN: politieOIN, Naam: "P", Organisatie: "politie"}); domein.KindOf(err) != domein.Forbidden {
		t.Errorf("somebody else lets a system in: %v", err)
	}
}
