// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
)

// Each route with an id answers to the id of the other municipality word for word as to an id that does not exist.
func TestPlansOfAnotherTenantDoNotExist(t *testing.T) {
	h := newHuis(t)
	p, theirs := maakIVP(t, h, proef.Eigen), maakIVP(t, h, proef.Ander)
	tie := h.als(proef.Ander, "adviseur-oov").maak(t, "/verbanden", stuk{"van": stuk{"soort": "doel", "id": theirs.doel},
		"naar": stuk{"soort": "gebied", "id": "WK999201"}, "waarom": "Hier zijn de meeste inbraken."})
	const unknown = "01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"
	save := stuk{"versie": 1}
	for _, tt := range []struct {
		methode, pad, id string
		body             stuk
	}{
		{http.MethodGet, "/plannen/{id}", theirs.plan, nil},
		{http.MethodGet, "/plannen/{id}/prioriteiten", theirs.plan, nil},
		{http.MethodGet, "/plannen/{id}/geschiedenis", theirs.plan, nil},
		{http.MethodPatch, "/plannen/{id}", theirs.plan, save.met(stuk{"titel": "x"})},
		{http.MethodPost, "/plannen/{id}/aanbieding", theirs.plan, nil},
		{http.MethodPost, "/plannen/{id}/vaststelling", theirs.plan, eenBesluit},
		{http.MethodPost, "/plannen/{id}/vaststelling", theirs.plan, eenBesluit.met(stuk{"orgaan": "college", "datum": "x"})},
		{http.MethodPost, "/plannen/{id}/nieuwe-versie", theirs.plan, nil},
		{http.MethodPost, "/plannen/{id}/evaluatie", theirs.plan, stuk{"tekst": "x"}},
		{http.MethodPost, "/plannen/{id}/afsluiting", theirs.plan, nil},
		{http.MethodPost, "/plannen/{id}/prioriteiten", theirs.plan, eenPrioriteit},
		{http.MethodPost, "/plannen/{id}/doelen", theirs.plan, eenDoel},
		{http.MethodPost, "/plannen/{id}/acties", theirs.plan, eenActie.met(stuk{"doel": p.doel})},
		{http.MethodGet, "/prioriteiten/{id}", theirs.prioriteit, nil},
		{http.MethodGet, "/prioriteiten/{id}/geschiedenis", theirs.prioriteit, nil},
		{http.MethodPatch, "/prioriteiten/{id}", theirs.prioriteit, save.met(stuk{"titel": "x"})},
		{http.MethodDelete, "/prioriteiten/{id}", theirs.prioriteit, nil},
		{http.MethodGet, "/doelen/{id}", theirs.doel, nil},
		{http.MethodGet, "/doelen/{id}/geschiedenis", theirs.doel, nil},
		{http.MethodPatch, "/doelen/{id}", theirs.doel, save.met(stuk{"tekst": "x"})},
		{http.MethodDelete, "/doelen/{id}", theirs.doel, nil},
		{http.MethodPost, "/doelen/{id}/indicatoren", theirs.doel, eenIndicator},
		{http.MethodGet, "/indicatoren/{id}", theirs.indicator, nil},
		{http.MethodGet, "/indicatoren/{id}/metingen", theirs.indicator, nil},
		{http.MethodGet, "/indicatoren/{id}/geschiedenis", theirs.indicator, nil},
		{http.MethodPatch, "/indicatoren/{id}", theirs.indicator, save.met(stuk{"naam": "x"})},
		{http.MethodDelete, "/indicatoren/{id}", theirs.indicator, nil},
		{http.MethodGet, "/acties/{id}", theirs.actie, nil},
		{http.MethodGet, "/acties/{id}/geschiedenis", theirs.actie, nil},
		{http.MethodPatch, "/acties/{id}", theirs.actie, save.met(stuk{"wat": "x"})},
		{http.MethodPatch, "/acties/{id}/voortgang", theirs.actie, save.met(stuk{"status": "loopt"})},
		{http.MethodDelete, "/acties/{id}", theirs.actie, nil},
		{http.MethodGet, "/verbanden/{id}", tie, nil},
		{http.MethodGet, "/verbanden?soort=doel&id={id}", theirs.doel, nil},
		{http.MethodPost, "/verbanden/{id}/instemming", tie, nil},
		{http.MethodPost, "/verbanden/{id}/einde", tie, stuk{"reden": "x"}},
	} {
		t.Run(tt.methode+" "+tt.pad, func(t *testing.T) {
			for _, user := range []string{"adviseur-oov", "griffier"} {
				k := h.als(proef.Eigen, user)
				a := k.send(t, tt.methode, strings.Replace(tt.pad, "{id}", tt.id, 1), tt.body)
				b := k.send(t, tt.methode, strings.Replace(tt.pad, "{id}", unknown, 1), tt.body)
				if a.status != http.StatusNotFound || a.status != b.status || a.tekst != b.tekst {
					t.Errorf("%s: theirs gives %d %s, unknown gives %d %s", user, a.status, a.tekst, b.status, b.tekst)
				}
			}
		})
	}
	t.Run("ids in a body and in a filter", func(t *testing.T) {
		k := h.als(proef.Eigen, "adviseur-oov")
		for _, ask := range []func(vreemd planProef) antwoord{
			func(v planProef) antwoord {
				return k.send(t, http.MethodPost, "/plannen/"+p.plan+"/acties", eenActie.met(stuk{"doel": v.doel}))
			},
			func(v planProef) antwoord {
				return k.send(t, http.MethodPost, "/plannen/"+p.plan+"/doelen", eenDoel.met(stuk{"prioriteit": v.prioriteit}))
			},
			func(v planProef) antwoord {
				return k.send(t, http.MethodPost, "/plannen", stuk{"soort": "jup", "titel": "x", "van": "2027-01-01", "tot": "2027-12-31", "ouder": v.plan})
			},
			func(v planProef) antwoord {
				return k.send(t, http.MethodPost, "/verbanden", stuk{"van": stuk{"soort": "doel", "id": p.doel}, "naar": stuk{"soort": "doel", "id": v.doel}, "waarom": "Horen bij elkaar."})
			},
			func(v planProef) antwoord { return k.get(t, "/doelen?plan="+v.plan) },
			func(v planProef) antwoord { return k.get(t, "/indicatoren?doel="+v.doel) },
			func(v planProef) antwoord { return k.get(t, "/acties?plan="+v.plan) },
		} {
			a, b := ask(theirs), ask(planProef{unknown, unknown, unknown, unknown, unknown})
			if a.status != b.status || a.tekst != b.tekst || strings.Contains(a.tekst, "Preventieavonden") {
				t.Errorf("theirs gives %d %s, unknown gives %d %s", a.status, a.tekst, b.status, b.tekst)
			}
		}
	})
	for _, pad := range []string{"/plannen", "/doelen", "/indicatoren", "/acties", "/verbanden"} {
		a := h.als(proef.Eigen, "adviseur-oov").get(t, pad)
		for _, id := range []string{theirs.plan, theirs.doel, theirs.indicator, theirs.actie, tie} {
			if a.status != http.StatusOK || strings.Contains(a.tekst, id) {
				t.Errorf("%s shows %s of the other municipality: %s", pad, id, a.tekst)
			}
		}
	}
	h.als(proef.Ander, "adviseur-oov").get(t, "/plannen/"+theirs.plan).moet(t, http.StatusOK, "Minder inbraken", "Preventieavonden", `"versie":1`)
}
