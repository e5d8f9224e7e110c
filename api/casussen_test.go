// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/toegang"
)

// eenOpvraging is what a program of a member may ask.
var eenOpvraging = stuk{"soorten": []string{"doel", "betrokkene"}, "doel": "aanpak van huiselijk geweld", "grondslag": "Wet gegevensverwerking door samenwerkingsverbanden",
	"noodzaak": "Het eigen systeem toont de doelen naast de agenda."}

// zaak is a case with a goal; "agent" is a member, "reclassering" was one until a second ago.
func (h *huis) zaak(t *testing.T) string {
	t.Helper()
	id, noor := h.OpenCasus(t).ID, h.Actor(t, proef.Regio, "procesregisseur")
	for _, wie := range []string{"agent", "reclassering"} {
		if err := h.Deling.LaatToe(t.Context(), noor, id, deling.Toelating{Gebruiker: wie, Functie: toegang.AlsDeelnemer, Doel: "aanpak van huiselijk geweld", Grondslag: "WGS", Noodzaak: "zit al bij het gezin aan tafel"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), id, casus.Vastlegging{Soort: casus.Doel,
		Wijziging: domein.Wijziging{Velden: map[string]string{"tekst": "Rust in huis.", "leefgebied": "veiligheid"}}}); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Minute)
	if err := h.Deling.LaatUit(t.Context(), noor, id, "reclassering"); err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(time.Second)
	return id
}

// A program gets what its user sees, of the kinds that it names and no others, and each time there is a line in the ledger with purpose, ground and necessity.
func TestCaseIsReadWithAReason(t *testing.T) {
	h := newHuis(t)
	id, agent := h.zaak(t), h.als(proef.Regio, "agent")
	var list struct{ Casussen []Casus }
	agent.get(t, "/casussen").in(t, &list)
	if len(list.Casussen) != 1 || list.Casussen[0].ID != id || list.Casussen[0].Codenaam == "" {
		t.Fatalf("the list is %+v", list)
	}
	afschrift := agent.maak(t, "/casussen/"+id+"/afschriften", eenOpvraging)
	var got Afschrift
	agent.get(t, "/casussen/"+id+"/afschriften/"+afschrift).in(t, &got)
	if len(got.Stukken) != 3 || got.Stukken[0].Velden["tekst"] != "Rust in huis." || got.Noodzaak != eenOpvraging["noodzaak"] {
		t.Errorf("the copy is %+v", got)
	}
	for _, st := range got.Stukken {
		if st.Velden["voornamen"] == "Aylin" && st.Velden["straat"] != "" {
			t.Error("the copy holds a secret address")
		}
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), id)
	if err != nil {
		t.Fatal(err)
	}
	last := b.Sporen[len(b.Sporen)-1]
	if last.ID != afschrift || last.Vorm != casus.Opvraging || last.Door != "agent" || last.Doel != eenOpvraging["doel"] || last.Grondslag != eenOpvraging["grondslag"] || len(last.Betrokkenen) != 2 {
		t.Errorf("the ledger says %+v", last)
	}
	h.als(proef.Regio, "casusregisseur").get(t, "/casussen/"+id+"/afschriften/"+afschrift).moet(t, http.StatusNotFound)
}

// What is missing or does not fit is said at once; nothing is given and nothing stands in the ledger.
func TestCaseIsNotReadWithoutOne(t *testing.T) {
	h := newHuis(t)
	id, agent := h.zaak(t), h.als(proef.Regio, "agent")
	for name, tt := range map[string]struct {
		body stuk
		want []string
	}{
		"nothing":         {stuk{}, []string{"Noem welke soorten", "Noem waarvoor u in deze kring zit: aanpak van huiselijk geweld.", "Noem de grondslag", "minstens 20 tekens"}},
		"another purpose": {eenOpvraging.met(stuk{"doel": "aanpak van overlast"}), []string{"Noem waarvoor"}},
		"another ground":  {eenOpvraging.met(stuk{"grondslag": "art. 6 AVG"}), []string{"Noem de grondslag"}},
		"no such kind":    {eenOpvraging.met(stuk{"soorten": []string{"doel", "alles"}}), []string{"De soort alles bestaat niet"}},
		"no reason":       {eenOpvraging.met(stuk{"noodzaak": "nodig"}), []string{"minstens 20 tekens"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := agent.send(t, http.MethodPost, "/casussen/"+id+"/afschriften", tt.body)
			a.moet(t, http.StatusBadRequest, tt.want...)
			if strings.Contains(a.tekst, "Rust in huis") {
				t.Error("something was given")
			}
		})
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), id)
	if err != nil || slices.ContainsFunc(b.Sporen, func(v dossier.Verstrekking) bool { return v.Vorm == casus.Opvraging }) {
		t.Errorf("the ledger says %+v: %v", b.Sporen, err)
	}
}

// Each role in each place towards the circle has an expected answer, for the list, the asking and the reading again.
func TestCaseDoors(t *testing.T) {
	h := newHuis(t)
	id := h.zaak(t)
	mine := h.als(proef.Regio, "casusregisseur").maak(t, "/casussen/"+id+"/afschriften", eenOpvraging)
	doors := map[string][3]int{ // list, asking, reading again
		"casusregisseur": {200, 201, 200}, "procesregisseur": {200, 201, 404}, "agent": {200, 201, 404}, "reclassering": {200, 404, 404}, "ggz": {200, 404, 404}, "veilig-thuis": {200, 404, 404},
		"casusregisseur-2": {200, 404, 404}, "burgemeester": {200, 404, 404}, "fg": {403, 404, 404}, "privacy": {403, 404, 404}, "beheerder": {403, 404, 404}, "": {401, 401, 401},
	}
	for _, who := range slices.Sorted(maps.Keys(doors)) {
		k := klant{h: h}
		if who != "" {
			k = h.als(proef.Regio, who)
		}
		got := [3]int{k.get(t, "/casussen").status, k.send(t, http.MethodPost, "/casussen/"+id+"/afschriften", eenOpvraging).status, k.get(t, "/casussen/"+id+"/afschriften/"+mine).status}
		if got != doors[who] {
			t.Errorf("%q gets %v, want %v", who, got, doors[who])
		}
	}
	if a := h.als(proef.Eigen, "casusregisseur").send(t, http.MethodPost, "/casussen/"+id+"/afschriften", eenOpvraging); a.status != http.StatusNotFound {
		t.Errorf("another controller gets %d", a.status)
	}
}
