// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"

	"dwarsverband/demo/proef"
)

// A tie between a goal of safety and one of care is in force only after both owners agreed, whoever proposes it.
func TestTieNeedsBothOwners(t *testing.T) {
	for _, tt := range []struct{ eerst, dan, wacht, domein string }{
		{"adviseur-oov", "adviseur-sociaal", "zorg", "veiligheid"},
		{"adviseur-sociaal", "adviseur-oov", "veiligheid", "zorg"},
	} {
		t.Run(tt.eerst, func(t *testing.T) {
			h := newHuis(t)
			p, z := maakIVP(t, h, proef.Eigen), maakWmo(t, h, proef.Eigen)
			eerst, dan := h.als(proef.Eigen, tt.eerst), h.als(proef.Eigen, tt.dan)
			tie := stuk{"van": stuk{"soort": "doel", "id": p.doel}, "naar": stuk{"soort": "doel", "id": z.doel}, "waarom": "Preventie komt in dezelfde wijken."}
			v := eerst.maak(t, "/verbanden", tie)
			eerst.send(t, http.MethodPost, "/verbanden", tie.met(stuk{"van": tie["naar"], "naar": tie["van"]})).moet(t, http.StatusConflict, "bestaat al")

			var seen VerbandZicht
			eerst.get(t, "/verbanden/"+v).in(t, &seen)
			if seen.Status != "voorgesteld" || len(seen.Ontbreekt) != 1 || seen.Ontbreekt[0] != tt.wacht || seen.MagInstemmen || seen.Akkoorden[0].Domein != tt.domein {
				t.Fatalf("one agreement is not enough: %+v", seen)
			}
			eerst.send(t, http.MethodPost, "/verbanden/"+v+"/instemming", nil).moet(t, http.StatusForbidden)
			h.als(proef.Eigen, "wethouder").send(t, http.MethodPost, "/verbanden/"+v+"/instemming", nil).moet(t, http.StatusForbidden)
			eerst.get(t, "/verbanden/"+v).moet(t, http.StatusOK, `"status":"voorgesteld"`)

			dan.get(t, "/verbanden/"+v).moet(t, http.StatusOK, `"magInstemmen":true`)
			dan.doe(t, http.MethodPost, "/verbanden/"+v+"/instemming", nil).moet(t, http.StatusOK, `"status":"van kracht"`, `"wie":"`+tt.dan+`"`)
			dan.send(t, http.MethodPost, "/verbanden/"+v+"/instemming", nil).moet(t, http.StatusConflict, "wacht niet op instemming")
		})
	}
}

func TestTieIsFoundFromBothEndsUntilItEnds(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	v := adviseur.maak(t, "/verbanden", stuk{"van": stuk{"soort": "doel", "id": p.doel}, "naar": stuk{"soort": "gebied", "id": "WK999101"}, "waarom": "Hier zijn de meeste inbraken."})
	from := vraagProef{als: "adviseur-oov", bevat: []string{v, "Minder inbraken", "Noord", `"wanneer":"2026-11-09T11:00:00Z"`, `"ontbreekt":[]`}}
	ends := []string{"/verbanden", "/verbanden?soort=doel&id=" + p.doel, "/verbanden?soort=gebied&id=WK999101", "/verbanden?status=van%20kracht"}
	for _, from.pad = range ends {
		probeer(t, h, []vraagProef{from})
	}
	einde := "/verbanden/" + v + "/einde"
	probeer(t, h, []vraagProef{
		{pad: "/verbanden?status=voorgesteld", als: "adviseur-oov", bevatNiet: []string{v}},
		{pad: "/verbanden?soort=doel", als: "adviseur-oov", status: http.StatusBadRequest, bevat: []string{"allebei"}},
		{naam: "a tie in a draft is not for the raad", pad: "/verbanden/" + v, als: "raadslid", status: http.StatusNotFound},
		{naam: "nothing to tie", methode: http.MethodPost, pad: "/verbanden", als: "adviseur-oov", body: stuk{"naar": stuk{"soort": "gebied", "id": "WK999101"}},
			status: http.StatusBadRequest, bevat: []string{`"location":"van"`, `"location":"waarom"`}},
		{methode: http.MethodPost, pad: einde, als: "adviseur-oov", body: stuk{"reden": " "}, status: http.StatusBadRequest, bevat: []string{"reden"}},
		{methode: http.MethodPost, pad: einde, als: "adviseur-sociaal", body: stuk{"reden": "Klaar."}, status: http.StatusForbidden},
		{methode: http.MethodPost, pad: einde, als: "adviseur-oov", body: stuk{"reden": "Het doel is bereikt."}, status: http.StatusNoContent},
		{naam: "ending it twice", methode: http.MethodPost, pad: einde, als: "adviseur-oov", body: stuk{"reden": "Nog eens."}, status: http.StatusConflict},
		{naam: "it keeps its reason", pad: "/verbanden/" + v, als: "adviseur-oov", bevat: []string{`"status":"beeindigd"`, "Het doel is bereikt."}},
	})
	for _, pad := range ends[:3] {
		probeer(t, h, []vraagProef{{naam: "ended " + pad, pad: pad, als: "adviseur-oov", bevatNiet: []string{v}}})
	}
}

// Removing an end leaves no dangling tie.
func TestTieEndsWithItsEnd(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	adviseur.maak(t, "/verbanden", stuk{"van": stuk{"soort": "actie", "id": p.actie}, "naar": stuk{"soort": "gebied", "id": "WK999101"}, "waarom": "Hier zijn de avonden."})
	adviseur.vraag(t, http.MethodDelete, "/acties/"+p.actie, "", nil).moet(t, http.StatusNoContent)
	adviseur.get(t, "/verbanden?soort=gebied&id=WK999101").moet(t, http.StatusOK, `"verbanden":[]`)
}
