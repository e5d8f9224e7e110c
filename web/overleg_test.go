// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

var overlegAdres = regexp.MustCompile(`/overleggen/(0[0-9a-f-]{35})`)

// tafel is a meeting on 12 November, 13:30 to 15:00, with two cases; the reclassering is a guest for the first and the ggz for the second.
type tafel struct {
	id            string
	een, ander    zaak
	punten        [2]string
	begin, gedaan time.Time
}

func maakTafel(t *testing.T, h *huis) tafel {
	t.Helper()
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	x := tafel{een: maakZaak(t, h), begin: time.Date(2026, 11, 12, 12, 30, 0, 0, time.UTC), gedaan: time.Date(2026, 11, 12, 14, 0, 0, 0, time.UTC)}
	x.ander = zaak{Kop: h.OpenCasus(t)}
	status, html := noor.post(t, "/overleggen", url.Values{"soort": {"casusoverleg"}, "dag": {"2026-11-12"}, "begin": {"13:30"}, "eind": {"15:00"}, "voorzitter": {"procesregisseur"}})
	if status != 200 {
		t.Fatalf("a meeting gives %d: %s", status, inhoudVan(html))
	}
	x.id = overlegAdres.FindStringSubmatch(noor.waar.Path)[1]
	for i, p := range []struct{ over, vraag, gast string }{{x.een.ID, "Wat doen wij eerst voor Kanarie een?", "reclassering"}, {x.ander.ID, "Wat doen wij eerst voor Kanarie twee?", "ggz"}} {
		if status, html := noor.post(t, "/overleggen/"+x.id+"/punten/nieuw", url.Values{"over": {p.over}, "vraag": {p.vraag}, "gasten": {p.gast}}); status != 200 {
			t.Fatalf("an item gives %d: %s", status, inhoudVan(html))
		}
		_, html := noor.get(t, "/overleggen/"+x.id)
		x.punten[i] = regexp.MustCompile(`id="punt-([0-9a-f-]+)"`).FindAllStringSubmatch(html, -1)[i][1]
	}
	return x
}

// All that is wrong with a meeting is said at once, and nobody but a procesregisseur calls one.
func TestMeetingFaults(t *testing.T) {
	h := newHuis(t)
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	status, html := noor.post(t, "/overleggen", url.Values{"soort": {"borrel"}, "dag": {"2026-11-12"}, "begin": {"15:00"}, "eind": {"13:30"}})
	if status != 400 {
		t.Errorf("a meeting with faults gives %d", status)
	}
	moet(t, html, "Kies wat voor overleg het is.", "Het ligt na het begin.", "Kies wie het overleg voorzit.")
	if status, _ := noor.post(t, "/overleggen", url.Values{"soort": {"casusoverleg"}, "dag": {"2026-11-01"}, "begin": {"13:00"}, "eind": {"14:00"}, "voorzitter": {"procesregisseur"}}); status != 400 {
		t.Errorf("a meeting in the past gives %d", status)
	}
	for _, id := range []string{"casusregisseur", "agent", "fg", "beheerder"} {
		b := inloggen(t, h, proef.Regio, id)
		for _, pad := range []string{"/overleggen/nieuw", "/overleggen/x/punten/nieuw"} {
			if status, _ := b.get(t, pad); status != 403 {
				t.Errorf("%s as %s: %d", pad, id, status)
			}
		}
		if status, _ := b.post(t, "/overleggen", nil); status != 403 {
			t.Errorf("%s calls a meeting: %d", id, status)
		}
	}
}

// A guest sees his own item from two days before until a day after, and no other; a member sees his case the whole time; whoever leaves the circle sees nothing from then on.
func TestWhoSitsAtTheTable(t *testing.T) {
	h := newHuis(t)
	x := maakTafel(t, h)
	at := "/overleggen/" + x.id
	gast, ggz, agent := inloggen(t, h, proef.Regio, "reclassering"), inloggen(t, h, proef.Regio, "ggz"), inloggen(t, h, proef.Regio, "agent")
	for _, tt := range []struct {
		naam string
		op   time.Time
		want int
	}{{"three days before", x.begin.Add(-72 * time.Hour), 404}, {"a minute before two days", x.begin.Add(-48*time.Hour - time.Minute), 404}, {"two days before", x.begin.Add(-48 * time.Hour), 200},
		{"at the meeting", x.begin, 200}, {"a day after", x.gedaan.Add(24*time.Hour - time.Second), 200}, {"a day and a second after", x.gedaan.Add(24*time.Hour + time.Second), 404}} {
		h.Nu = tt.op
		for _, b := range []*bezoeker{gast, ggz} {
			status, html := b.get(t, at)
			if status != tt.want {
				t.Errorf("%s a guest gets %d, want %d", tt.naam, status, tt.want)
			}
			if eigen := strings.Contains(html, "Kanarie een") != strings.Contains(html, "Kanarie twee"); eigen != (tt.want == 200) {
				t.Errorf("%s a guest sees both items or none", tt.naam)
			}
			if _, html := b.get(t, "/overleggen"); strings.Contains(html, x.id) != (tt.want == 200) {
				t.Errorf("%s the meeting is in his list, or is missing", tt.naam)
			}
		}
		if status, html := agent.get(t, at); status != 200 || !strings.Contains(html, "Kanarie een") || strings.Contains(html, "Kanarie twee") {
			t.Errorf("%s a member gets %d, or sees another case", tt.naam, status)
		}
	}
	h.Nu = x.begin
	if status, _ := gast.get(t, "/casussen/"+x.een.ID); status != 404 {
		t.Errorf("a guest opens the case: %d", status)
	}
	if err := h.Deling.LaatUit(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), x.een.ID, "agent"); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Second)
	for _, pad := range []string{at, at + "/lijst"} {
		if status, _ := agent.get(t, pad); status != 404 {
			t.Errorf("after leaving the circle %s gives %d", pad, status)
		}
	}
	for _, id := range []string{"casusregisseur-2", "burgemeester", "veilig-thuis"} {
		if status, _ := inloggen(t, h, proef.Regio, id).get(t, at); status != 404 {
			t.Errorf("%s, who was not asked, gets %d", id, status)
		}
	}
	zonderKanarie(t, h, "Kanarie een", "Kanarie twee")
}

// What is decided and agreed stands in the case and on the list at once; an agreement is a task of its holder, who finishes it; the list is taken along with a line in the ledger.
func TestDecisionsAndAgreements(t *testing.T) {
	h := newHuis(t)
	x := maakTafel(t, h)
	noor, bram := inloggen(t, h, proef.Regio, "procesregisseur"), inloggen(t, h, proef.Regio, "agent")
	at, zaak := "/overleggen/"+x.id, "/casussen/"+x.een.ID
	wieEr := at + "/punten/" + x.punten[0] + "/aanwezig"
	if status, _ := noor.post(t, wieEr, url.Values{"aanwezig": {"agent"}}); status != 409 {
		t.Errorf("before the meeting somebody was there: %d", status)
	}
	h.Nu = x.begin.Add(time.Minute)
	if status, _ := noor.post(t, wieEr, url.Values{"aanwezig": {"burgemeester"}}); status != 400 {
		t.Errorf("somebody was there who was not asked: %d", status)
	}
	if status, html := noor.post(t, wieEr, url.Values{"aanwezig": {"agent", "procesregisseur"}}); status != 200 || strings.Count(html, " checked") != 2 {
		t.Errorf("who was there: %d", status)
	}
	if status, _ := bram.post(t, wieEr, url.Values{"aanwezig": {"agent"}}); status != 403 {
		t.Errorf("a participant says who was there: %d", status)
	}
	besluit := url.Values{"punt": {x.punten[0]}, "besluit": {"Eerst rust, dan de Kanariegesprekken."}}
	if status, _ := bram.post(t, zaak+"/stukken/overlegbesluit/nieuw", besluit); status != 403 {
		t.Errorf("a participant lays down the decision: %d", status)
	}
	if status, html := noor.post(t, zaak+"/stukken/overlegbesluit/nieuw", besluit); status != 200 {
		t.Fatalf("the decision gives %d: %s", status, inhoudVan(html))
	}
	afspraak := url.Values{"punt": {x.punten[0]}, "wat": {"Bel de school over Kanarie."}, "wie": {"agent"}, "voor": {"2026-11-11"}}
	if status, html := bram.post(t, zaak+"/stukken/afspraak/nieuw", afspraak); status != 400 || !strings.Contains(html, "deze dag is al voorbij") {
		t.Errorf("an agreement for yesterday: %d", status)
	}
	afspraak.Set("voor", "2026-11-16")
	if status, html := bram.post(t, zaak+"/stukken/afspraak/nieuw", afspraak); status != 200 {
		t.Fatalf("an agreement gives %d: %s", status, inhoudVan(html))
	}
	_, html := bram.get(t, at+"/lijst")
	moet(t, html, "Eerst rust, dan de Kanariegesprekken.", "Bel de school over Kanarie.", "16 november 2026", "Aanwezig: ")
	_, html = bram.get(t, "/werk")
	moet(t, html, "Doe wat is afgesproken")
	taak := regexp.MustCompile(`/werk/([0-9a-f-]+)/af`).FindStringSubmatch(html)
	if taak == nil {
		t.Fatal("the agreement is no task that its holder can finish")
	}
	if status, _ := bram.post(t, "/werk/"+taak[1]+"/af", nil); status != 200 {
		t.Errorf("finishing gives %d", status)
	}
	if _, html := bram.get(t, at+"/lijst"); !strings.Contains(html, "Bel de school over Kanarie. (klaar)") {
		t.Error("the list does not say that it is done")
	}
	if status, file := bram.post(t, at+"/lijst", nil); status != 200 || !strings.HasPrefix(file, "PK") {
		t.Errorf("the file gives %d", status)
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), x.een.ID)
	if err != nil {
		t.Fatal(err)
	}
	if last := b.Sporen[len(b.Sporen)-1]; last.Vorm != "lijst" || last.Door != "agent" || last.Doel == "" || last.Grondslag == "" {
		t.Errorf("the ledger says %+v", last)
	}
	zonderKanarie(t, h, "Kanariegesprekken", "Bel de school")
}

// A knot that goes up to a table waits for the procesregisseur until it is on an agenda; the decision of the table stays with its holder.
func TestKnotIsBroughtToTheTable(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	ctx, systeem := t.Context(), toegang.Actor{ID: dossier.Systeem, Verantwoordelijke: proef.Regio, Rollen: []toegang.Rol{toegang.Systeem}}
	h.Nu = h.Nu.AddDate(0, 0, 21)
	if _, err := h.Casus.Verstrijk(ctx, systeem); err != nil {
		t.Fatal(err)
	}
	noor := inloggen(t, h, proef.Regio, "procesregisseur")
	_, html := noor.get(t, "/overleggen")
	moet(t, html, "Nog op een agenda te zetten", "Knoop in "+z.Codenaam)
	o, err := h.Overleg.Roep(ctx, h.Actor(t, proef.Regio, "procesregisseur"), overleg.Nieuw{Soort: "vierhoek", Dag: termijn.At(h.Nu).Date().AddDays(1), Begin: "09:00", End: "10:00", Voorzitter: "burgemeester"})
	if err != nil {
		t.Fatal(err)
	}
	_, html = noor.get(t, "/overleggen/"+o.ID+"/punten/nieuw")
	moet(t, html, "knoop in "+z.Codenaam)
	if status, html := noor.post(t, "/overleggen/"+o.ID+"/punten/nieuw", url.Values{"over": {z.ID + "/" + z.knoop}, "vraag": {"Wat komt er eerst?"}, "gasten": {"burgemeester"}}); status != 200 {
		t.Fatalf("the knot on the agenda gives %d: %s", status, inhoudVan(html))
	}
	if _, html := noor.get(t, "/overleggen"); strings.Contains(html, "Nog op een agenda te zetten") {
		t.Error("the knot still waits")
	}
	if status, html := inloggen(t, h, proef.Regio, "burgemeester").get(t, "/overleggen/"+o.ID); status != 200 || !strings.Contains(html, "Wat komt er eerst?") || !strings.Contains(html, "/knopen/"+z.ID+"/"+z.knoop) {
		t.Errorf("the chair of the table gets %d", status)
	}
}

// Destruction takes the items along, and nobody is asked for a case that is gone.
func TestDestructionTakesItems(t *testing.T) {
	h := newHuis(t)
	x := maakTafel(t, h)
	sluit(t, h, x.ander.ID)
	h.Nu = h.Nu.AddDate(5, 0, 2)
	if _, err := h.Bewaring.KeurGoed(t.Context(), h.Actor(t, proef.Regio, "archivaris"), []string{x.ander.ID}); err != nil {
		t.Fatal(err)
	}
	grant, err := h.Casus.Mag(h.Actor(t, proef.Regio, "procesregisseur"), toegang.OverlegLezen, toegang.Middel{Soort: "overleg", ID: x.id, Verantwoordelijke: proef.Regio})
	if err != nil {
		t.Fatal(err)
	}
	o, err := h.Store.Overleg(t.Context(), grant, x.id)
	if err != nil || len(o.Punten) != 1 || o.Punten[0].Dossier != x.een.ID {
		t.Errorf("%d items are left: %v", len(o.Punten), err)
	}
}
