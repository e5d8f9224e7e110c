// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
)

type signalenAntwoord struct{ Signalen []Signaal }

// eersteSignaal gives the signal of the planted month.
func eersteSignaal(t *testing.T, h *huis, tenant string) Signaal {
	t.Helper()
	var list signalenAntwoord
	h.als(tenant, "adviseur-oov").get(t, "/signalen?soort=inbraak&vanaf=2026MM09").in(t, &list)
	if len(list.Signalen) != 1 {
		t.Fatalf("%d signals", len(list.Signalen))
	}
	return list.Signalen[0]
}

func TestSignalenZoeken(t *testing.T) {
	h := newHuis(t)
	s := eersteSignaal(t, h, proef.Eigen)
	if s.Gebied != "BU99910101" || s.Status != "nieuw" || s.Versie != 1 || *s.Telling.Gezien != 25 || s.Telling.Getoetst != 4 || s.Telling.Boven == nil || s.Telling.Voorlopig {
		t.Errorf("%+v", s)
	}
	probeer(t, h, []vraagProef{
		{pad: "/signalen?status=nieuw", als: "wijkagent", bevat: []string{s.ID}},
		{pad: "/signalen?status=gesloten", als: "adviseur-oov", bevatNiet: []string{s.ID}},
		{pad: "/signalen?groep=politie", als: "adviseur-oov", bevatNiet: []string{s.ID}},
		{pad: "/signalen?gebied=WK999101&niveau=buurt", als: "adviseur-oov", bevat: []string{s.ID}},
		{pad: "/signalen?gebied=WK999102", als: "adviseur-oov", bevatNiet: []string{s.ID}},
		{pad: "/signalen?niveau=wijk", als: "adviseur-oov", bevatNiet: []string{s.ID}},
		{pad: "/signalen?vanaf=2026JJ00&gebied=Noord", als: "adviseur-oov", status: http.StatusBadRequest, bevat: []string{"Schrijf de maand als 2026MM09", "Gebruik een code zoals"}},
		{pad: "/signalen?status=klaar", als: "adviseur-oov", status: http.StatusBadRequest},
		{pad: "/signalen", als: "raadslid", status: http.StatusForbidden, bevat: []string{"De raad leest de rapportages"}},
		{pad: "/signalen", status: http.StatusUnauthorized},
		{pad: "/signalen/volgen?groep=alle", als: "adviseur-oov", bevat: []string{`"oordelen":[`}},
		{pad: "/signalen/volgen", als: "raadslid", status: http.StatusForbidden},
	})
}

func TestSignaalLezen(t *testing.T) {
	h := newHuis(t)
	s := eersteSignaal(t, h, proef.Eigen)
	var d struct {
		ID, Zin        string
		Delen, Stappen []string
		Oordelen       []Oordeel
		Gebeurtenissen []Signaalgebeurtenis
	}
	k := h.als(proef.Eigen, "adviseur-oov")
	k.get(t, "/signalen/"+s.ID).in(t, &d)
	if d.ID != s.ID || !strings.HasPrefix(d.Zin, "In september 2026 telde NoordHaven 25 keer inbraak, waar 4,") || len(d.Oordelen) != 24 || len(d.Gebeurtenissen) != 1 || strings.Join(d.Stappen, " ") != "geduid gesloten" {
		t.Errorf("%+v", d)
	}
	h.als(proef.Eigen, "wijkagent").get(t, "/signalen/"+s.ID).in(t, &d)
	if strings.Join(d.Stappen, " ") != "geduid" {
		t.Errorf("a wijkagent may take the steps %v", d.Stappen)
	}
	foreign, unknown := h.als(proef.Ander, "adviseur-oov").get(t, "/signalen/"+s.ID), h.als(proef.Ander, "adviseur-oov").get(t, "/signalen/bestaat-niet")
	if foreign.status != http.StatusNotFound || foreign.tekst != unknown.tekst {
		t.Errorf("another tenant gets %d %s, and for what does not exist %s", foreign.status, foreign.tekst, unknown.tekst)
	}
}

func TestSignaalStap(t *testing.T) {
	h := newHuis(t)
	pad := "/signalen/" + eersteSignaal(t, h, proef.Eigen).ID + "/stappen"
	stap := func(naar string, versie int, velden map[string]string) map[string]any {
		return map[string]any{"naar": naar, "versie": versie, "velden": velden}
	}
	reading := map[string]string{"duiding": "Eén flat.", "duidingsbron": "Wijkteam"}
	probeer(t, h, []vraagProef{
		{naam: "another tenant", methode: "POST", pad: pad, tenant: proef.Ander, als: "adviseur-oov", body: stap("geduid", 1, reading), status: http.StatusNotFound},
		{naam: "without the right", methode: "POST", pad: pad, als: "wijkagent", body: stap("gesloten", 1, map[string]string{"sluitreden": "x"}), status: http.StatusForbidden, bevat: []string{"adviseur OOV"}},
		{naam: "all faults at once", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("geduid", 1, map[string]string{"kleur": "rood"}), status: http.StatusBadRequest, bevat: []string{`"duiding"`, `"duidingsbron"`, `"kleur"`}},
		{naam: "a step that does not exist", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("klaar", 1, nil), status: http.StatusBadRequest},
		{naam: "a reading", methode: "POST", pad: pad, als: "wijkagent", body: stap("geduid", 1, reading), bevat: []string{`"status":"geduid"`, `"versie":2`}},
		{naam: "overtaken", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("geduid", 1, map[string]string{"duiding": "Twee flats."}), status: http.StatusConflict,
			bevat: []string{"Uw waarde: Twee flats.", "Waarde van de ander: Eén flat."}},
		{naam: "another field is merged", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("geduid", 2, map[string]string{"duidingsbron": "Straat"}), bevat: []string{`"versie":3`, "Eén flat.", "Straat"}},
		{naam: "taken up", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("opgepakt", 3, map[string]string{"opvolging": "Wijkteam belt aan."}), bevat: []string{`"status":"opgepakt"`}},
		{naam: "a step that the life cycle lacks", methode: "POST", pad: pad, als: "adviseur-oov", body: stap("geduid", 4, reading), status: http.StatusBadRequest, bevat: []string{"kan niet naar geduid. Wel naar: besproken, gesloten."}},
	})
}
