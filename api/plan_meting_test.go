// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"

	"dwarsverband/demo/proef"
)

func metingenVan(t *testing.T, k klant, pad string) (gesloten bool, list []meting) {
	t.Helper()
	a := k.get(t, pad)
	a.moet(t, http.StatusOK)
	var body struct {
		Gesloten bool
		Metingen []meting
	}
	a.in(t, &body)
	if body.Metingen == nil {
		t.Errorf("no measurements are an empty list: %s", a.tekst)
	}
	return body.Gesloten, body.Metingen
}

// Figures run to September 2026 and it is November: October has passed and was not published.
func TestAbsentIsNeverZero(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	pad := "/indicatoren/" + p.indicator + "/metingen"
	_, all := metingenVan(t, adviseur, pad)
	if len(all) != 73 || all[0].Periode != "2020-10" {
		t.Fatalf("want 72 published months and the one that is not, got %d from %v", len(all), all[0])
	}
	last, open := all[71], all[72]
	if last.Periode != "2026-09" || last.Naam != "september 2026" || last.Status != "definitief" || last.Waarde == nil || *last.Waarde < 37 || *last.Waarde > 40 {
		t.Errorf("the last published month is %+v", last)
	}
	if open.Periode != "2026-10" || open.Status != "nog niet gepubliceerd" || open.Waarde != nil || open.Teller != nil {
		t.Errorf("the month that is not published is %+v", open)
	}
	adviseur.get(t, pad+"?vanaf=2026-10").moet(t, http.StatusOK, `"status":"nog niet gepubliceerd","waarde":null,"teller":null`)

	for _, tt := range []struct {
		query, first, last string
		n                  int
	}{
		{"?vanaf=2025&tot=2025", "2025-01", "2025-12", 12}, {"?vanaf=2026-K3", "2026-07", "2026-10", 4}, {"?tot=2020-10", "2020-10", "2020-10", 1},
	} {
		if _, list := metingenVan(t, adviseur, pad+tt.query); len(list) != tt.n || list[0].Periode != tt.first || list[tt.n-1].Periode != tt.last {
			t.Errorf("%s gives %+v", tt.query, list)
		}
	}
	adviseur.get(t, pad+"?vanaf=gisteren&tot=2026-13").moetNoemen(t, http.StatusBadRequest, "vanaf", "tot")
	adviseur.get(t, "/indicatoren/"+p.indicator).moet(t, http.StatusOK, `"periode":"2026-09"`, `"houder":"Politie"`, p.doel)

	var goal DoelZicht
	adviseur.get(t, "/doelen/"+p.doel).in(t, &goal)
	if s := goal.Stand; s.Oordeel != "achter" || s.Periode != "2026-09" || s.Pad == nil || *s.Verschil != *s.Waarde-*s.Pad || goal.GemetenDoor != p.indicator {
		t.Errorf("the goal stands %+v", s)
	}
}

// Without a baseline nothing is said: the numbers are null, not 0.
func TestNothingToSayIsNull(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	d := adviseur.maak(t, "/plannen/"+p.plan+"/doelen", stuk{"tekst": "Meer vertrouwen", "soort": "effect", "prioriteit": p.prioriteit})
	adviseur.get(t, "/doelen/"+d).moet(t, http.StatusOK, `"oordeel":"nog niet te zeggen"`, `"waarde":null,"pad":null,"verschil":null,"marge":null`, `"nulmeting":null`)
	adviseur.get(t, "/doelen?oordeel=achter").moet(t, http.StatusOK, p.doel)
	if a := adviseur.get(t, "/doelen?oordeel=nog%20niet%20te%20zeggen"); a.status != http.StatusOK {
		t.Errorf("status %d: %s", a.status, a.tekst)
	}
}

// A delivery that is not open: small counts have no value, and the raad sees none at all.
func TestClosedFiguresStayClosed(t *testing.T) {
	h := newHuis(t)
	sociaal := h.als(proef.Eigen, "adviseur-sociaal")
	z := maakWmo(t, h, proef.Eigen)
	i := sociaal.maak(t, "/doelen/"+z.doel+"/indicatoren", stuk{"naam": "Meldingen", "definitie": "Meldingen bij Veilig Thuis.", "teller": []string{"hg"},
		"eenheid": "meldingen", "niveau": "wijk", "gebieden": []string{"WK999101"}, "lengte": "kwartaal"})
	if _, list := metingenVan(t, sociaal, "/indicatoren/"+i+"/metingen"); len(list) != 3 || list[2].Periode != "2026-K3" || list[2].Status != "te klein om te tonen" || list[2].Waarde != nil {
		t.Errorf("three reports are too few to show: %+v", list)
	}
	big := sociaal.maak(t, "/doelen/"+z.doel+"/indicatoren", stuk{"naam": "Alle meldingen", "definitie": "Meldingen bij Veilig Thuis.", "teller": []string{"hg"},
		"eenheid": "meldingen", "niveau": "wijk", "lengte": "kwartaal"})
	sociaal.get(t, "/indicatoren/"+big).moet(t, http.StatusOK, `"waarde":20`, `"gesloten":false`)

	stelVast(t, h, "adviseur-sociaal", z.plan)
	raadslid := h.als(proef.Eigen, "raadslid")
	if closed, list := metingenVan(t, raadslid, "/indicatoren/"+big+"/metingen"); !closed || len(list) != 0 {
		t.Errorf("the raad sees closed figures: %v %+v", closed, list)
	}
	if a := raadslid.get(t, "/indicatoren/"+big); a.status != http.StatusOK {
		t.Errorf("the definition is open: %s", a.tekst)
	}
}
