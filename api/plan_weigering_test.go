// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"

	"dwarsverband/demo/proef"
)

func TestAllFaultsInOneAnswer(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	for _, tt := range []struct {
		naam, methode, pad string
		body               stuk
		velden             []string
	}{
		{"plan without title, impossible day", http.MethodPost, "/plannen", eenIVP.met(stuk{"titel": " ", "van": "2027-02-30"}), []string{"titel", "van"}},
		{"IVP of five years", http.MethodPost, "/plannen", eenIVP.met(stuk{"tot": "2031-12-31"}), []string{"tot"}},
		{"kind that is none", http.MethodPost, "/plannen", eenIVP.met(stuk{"soort": "plan"}), []string{"soort"}},
		{"JUP without IVP", http.MethodPost, "/plannen", eenIVP.met(stuk{"soort": "jup"}), []string{"tot", "ouder"}},
		{"priority", http.MethodPost, "/plannen/" + p.plan + "/prioriteiten", stuk{"veld": 6, "thema": "1.3"}, []string{"titel", "veld", "thema"}},
		{"goal", http.MethodPost, "/plannen/" + p.plan + "/doelen", eenDoel.met(stuk{"prioriteit": "x", "streefwaarde": 20, "gebieden": []string{"hier"}}),
			[]string{"gebieden", "streefwaarde", "prioriteit", "gebieden"}},
		{"indicator", http.MethodPost, "/doelen/" + p.doel + "/indicatoren", eenIndicator.met(stuk{"naam": "", "lengte": "week"}), []string{"naam", "lengte"}},
		{"kind of figure that is none", http.MethodPost, "/doelen/" + p.doel + "/indicatoren", eenIndicator.met(stuk{"teller": []string{"geluk"}}), []string{"teller"}},
		{"measure", http.MethodPost, "/plannen/" + p.plan + "/acties", stuk{"doel": "x", "wat": "Iets", "start": "2027-02-01", "eind": "2027-01-01", "mijlpalen": []stuk{{"nummer": 7, "naam": "Te ver"}}},
			[]string{"mijlpaal7naam", "trekker", "eind", "doel"}},
		{"measure without goal", http.MethodPost, "/plannen/" + p.plan + "/acties", eenActie.met(stuk{"doel": ""}), []string{"body.doel"}},
		{"change", http.MethodPatch, "/plannen/" + p.plan, stuk{"versie": 1, "titel": "", "tot": nil}, []string{"titel", "tot"}},
		{"decision", http.MethodPost, "/plannen/" + p.plan + "/vaststelling", stuk{"orgaan": "raad", "uitkomst": "geparkeerd", "datum": "5 november"}, []string{"uitkomst", "nummer", "datum"}},
		{"unknown fields", http.MethodPatch, "/doelen/" + p.doel, stuk{"versie": 1, "titel": "x", "score": 9}, []string{"body.score", "body.titel"}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			wie := adviseur
			if tt.naam == "decision" {
				wie = h.als(proef.Eigen, "griffier")
			}
			wie.send(t, tt.methode, tt.pad, tt.body).moetNoemen(t, http.StatusBadRequest, tt.velden...)
		})
	}
	adviseur.get(t, "/plannen/"+p.plan).moet(t, http.StatusOK, `"versie":1`, `"titel":"Veilig samen"`)
}

func TestTwoChangesOfOneField(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	for _, tt := range []struct{ pad, veld, ander string }{
		{"/plannen/" + p.plan, "titel", "visie"}, {"/prioriteiten/" + p.prioriteit, "titel", "motivering"}, {"/doelen/" + p.doel, "tekst", "doelgroep"},
		{"/indicatoren/" + p.indicator, "naam", "definitie"}, {"/acties/" + p.actie, "wat", "partners"},
	} {
		t.Run(tt.pad, func(t *testing.T) {
			adviseur.doe(t, http.MethodPatch, tt.pad, stuk{"versie": 1, tt.veld: "Hun tekst"}).moet(t, http.StatusOK, `"versie":2`)
			adviseur.doe(t, http.MethodPatch, tt.pad, stuk{"versie": 1, tt.ander: "Past erbij"}).moet(t, http.StatusOK, "Hun tekst", "Past erbij", `"versie":3`)
			clash := adviseur.send(t, http.MethodPatch, tt.pad, stuk{"versie": 1, tt.veld: "Mijn tekst", tt.ander: "Past erbij"})
			found := clash.moetNoemen(t, http.StatusConflict, tt.veld)
			clash.moet(t, http.StatusConflict, "Hun tekst", "Mijn tekst")
			if len(found.Errors) != 1 || found.Errors[0].Value != "Hun tekst" {
				t.Errorf("the value of the other is not in the answer: %+v", found)
			}
			adviseur.doe(t, http.MethodPatch, tt.pad, stuk{"versie": 3, tt.veld: "Mijn tekst"}).moet(t, http.StatusOK, "Mijn tekst", `"versie":4`)
			adviseur.send(t, http.MethodPatch, tt.pad, stuk{"versie": 99, tt.veld: "x"}).moet(t, http.StatusBadRequest, "bestaat niet")
			adviseur.send(t, http.MethodPatch, tt.pad, stuk{tt.veld: "x"}).moet(t, http.StatusBadRequest, "versie")
		})
	}
}

func TestNumberCanBeEmptied(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	adviseur.doe(t, http.MethodPatch, "/doelen/"+p.doel, stuk{"versie": 1, "nulmeting": nil, "nulperiode": nil}).moet(t, http.StatusOK, `"nulmeting":null`, `"streefwaarde":12`)
	adviseur.doe(t, http.MethodPatch, "/doelen/"+p.doel, stuk{"versie": 2, "nulmeting": 0, "nulperiode": "2025", "streefwaarde": -1.5}).moet(t, http.StatusOK, `"nulmeting":0`, `"streefwaarde":-1.5`)
	adviseur.send(t, http.MethodPatch, "/doelen/"+p.doel, stuk{"versie": 3, "nulmeting": "veel"}).moet(t, http.StatusBadRequest, "body.nulmeting")
}

func TestTextOfAnOfferedPlanStands(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	adviseur.doe(t, http.MethodPost, "/plannen/"+p.plan+"/aanbieding", nil)
	for _, stage := range []string{"offered", "adopted"} {
		for _, tt := range []struct {
			methode, pad string
			body         stuk
		}{
			{http.MethodPatch, "/plannen/" + p.plan, stuk{"versie": 1, "titel": "Anders"}},
			{http.MethodPatch, "/prioriteiten/" + p.prioriteit, stuk{"versie": 1, "titel": "Anders"}},
			{http.MethodPost, "/plannen/" + p.plan + "/prioriteiten", eenPrioriteit},
			{http.MethodDelete, "/prioriteiten/" + p.prioriteit, nil},
			{http.MethodPatch, "/doelen/" + p.doel, stuk{"versie": 1, "tekst": "Anders"}},
			{http.MethodPost, "/plannen/" + p.plan + "/doelen", eenDoel.met(stuk{"prioriteit": p.prioriteit})},
			{http.MethodDelete, "/doelen/" + p.doel, nil},
			{http.MethodPatch, "/indicatoren/" + p.indicator, stuk{"versie": 1, "naam": "Anders"}},
			{http.MethodPost, "/doelen/" + p.doel + "/indicatoren", eenIndicator},
			{http.MethodDelete, "/indicatoren/" + p.indicator, nil},
			{http.MethodPatch, "/acties/" + p.actie, stuk{"versie": 1, "wat": "Anders"}},
			{http.MethodPost, "/plannen/" + p.plan + "/acties", eenActie.met(stuk{"doel": p.doel})},
			{http.MethodDelete, "/acties/" + p.actie, nil},
		} {
			t.Run(stage+" "+tt.methode+" "+tt.pad, func(t *testing.T) {
				adviseur.send(t, tt.methode, tt.pad, tt.body).moet(t, http.StatusForbidden, "de tekst ligt vast", "nieuwe versie")
			})
		}
		if stage == "offered" {
			h.als(proef.Eigen, "griffier").doe(t, http.MethodPost, "/plannen/"+p.plan+"/vaststelling", eenBesluit)
		}
	}
	adviseur.send(t, http.MethodPost, "/plannen/"+p.plan+"/aanbieding", nil).moet(t, http.StatusForbidden, "de tekst ligt vast")
	adviseur.get(t, "/plannen/"+p.plan).moet(t, http.StatusOK, "Veilig samen", "Minder inbraken", "Preventieavonden")
}

func TestDraftCanLoseItsParts(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	remove := func(pad string, status int) {
		t.Helper()
		adviseur.vraag(t, http.MethodDelete, pad, "", nil).moet(t, status)
	}
	remove("/prioriteiten/"+p.prioriteit, http.StatusConflict)
	remove("/doelen/"+p.doel, http.StatusConflict)
	for _, pad := range []string{"/acties/" + p.actie, "/indicatoren/" + p.indicator, "/doelen/" + p.doel, "/prioriteiten/" + p.prioriteit} {
		h.als(proef.Eigen, "adviseur-sociaal").vraag(t, http.MethodDelete, pad, "", nil).moet(t, http.StatusForbidden)
		remove(pad, http.StatusNoContent)
		remove(pad, http.StatusNotFound)
	}
	adviseur.get(t, "/plannen/"+p.plan).moet(t, http.StatusOK, `"prioriteiten":[]`, `"doelen":[]`, `"acties":[]`)
}
