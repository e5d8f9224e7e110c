// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"

	"dwarsverband/demo/proef"
)

func TestIVPFromDraftToAdopted(t *testing.T) {
	h := newHuis(t)
	adviseur, griffier, raadslid := h.als(proef.Eigen, "adviseur-oov"), h.als(proef.Eigen, "griffier"), h.als(proef.Eigen, "raadslid")

	empty := adviseur.maak(t, "/plannen", eenIVP.met(stuk{"visie": nil}))
	adviseur.send(t, http.MethodPost, "/plannen/"+empty+"/aanbieding", nil).moetNoemen(t, http.StatusBadRequest, "visie", "prioriteiten", "doelen")

	p := maakIVP(t, h, proef.Eigen)
	vaststelling := "/plannen/" + p.plan + "/vaststelling"
	raadslid.get(t, "/plannen/"+p.plan).moet(t, http.StatusNotFound)
	griffier.send(t, http.MethodPost, vaststelling, eenBesluit).moet(t, http.StatusConflict, "nadat het plan is aangeboden")

	adviseur.doe(t, http.MethodPost, "/plannen/"+p.plan+"/aanbieding", nil).moet(t, http.StatusOK, `"status":"ter vaststelling"`)
	adviseur.send(t, http.MethodPost, vaststelling, eenBesluit).moet(t, http.StatusForbidden, "raadsbesluit")
	college := h.als(proef.Eigen, "burgemeester").send(t, http.MethodPost, vaststelling, eenBesluit.met(stuk{"orgaan": "college"}))
	college.moetNoemen(t, http.StatusBadRequest, "orgaan")

	griffier.doe(t, http.MethodPost, vaststelling, eenBesluit.met(stuk{"amendementen": []stuk{
		{"nummer": "A3", "onderdeel": p.doel, "nieuw": "Veel minder inbraken"}, {"nummer": "A4", "onderdeel": "visie", "nieuw": "Nog veiliger."}}}))

	var seen PlanGeheel
	raadslid.get(t, "/plannen/"+p.plan).in(t, &seen)
	v := seen.Vaststelling
	if seen.Status != "vastgesteld" || v == nil || v.Besluit != "raadsbesluit" || v.Nummer != "2026-118" || v.Datum != "2026-11-05" || v.Door != "griffier" || !v.Op.Equal(h.Nu) {
		t.Fatalf("the decision is not on the plan: %+v", seen)
	}
	if len(v.Amendementen) != 2 || v.Amendementen[0].Oud != "Minder inbraken" || v.Amendementen[1].Oud != "Samen veilig." || seen.Visie != "Nog veiliger." ||
		len(seen.Doelen) != 1 || seen.Doelen[0].Tekst != "Veel minder inbraken" {
		t.Fatalf("the amendments are not traceable to the text: %+v", seen)
	}
	if len(seen.Prioriteiten) != 1 || seen.Prioriteiten[0].VeldNaam == "" || len(seen.Acties) != 1 || seen.Acties[0].DoelTekst != "Veel minder inbraken" ||
		seen.Acties[0].Mijlpalen[0].Datum != "2027-03-01" {
		t.Fatalf("not everything in the plan is shown: %+v", seen)
	}
	raadslid.get(t, "/plannen/"+p.plan).moet(t, http.StatusOK, `"vastgelegdOp":"2026-11-09T11:00:00Z"`)
}

func TestJUPNeedsAdoptedIVPAndCollege(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	ivp := maakIVP(t, h, proef.Eigen)
	jup := adviseur.maak(t, "/plannen", stuk{"soort": "jup", "titel": "Uitvoering 2027", "van": "2027-01-01", "tot": "2027-12-31", "ouder": ivp.plan})
	adviseur.maak(t, "/plannen/"+jup+"/acties", eenActie.met(stuk{"doel": ivp.doel}))
	adviseur.send(t, http.MethodPost, "/plannen/"+jup+"/prioriteiten", eenPrioriteit).moet(t, http.StatusConflict, "plan van de raad")
	adviseur.send(t, http.MethodPost, "/plannen/"+jup+"/aanbieding", nil).moetNoemen(t, http.StatusBadRequest, "ouder")

	stelVast(t, h, "adviseur-oov", ivp.plan)
	adviseur.doe(t, http.MethodPost, "/plannen/"+jup+"/aanbieding", nil)
	h.als(proef.Eigen, "raadslid").get(t, "/plannen/"+jup).moet(t, http.StatusNotFound)
	besluit := eenBesluit.met(stuk{"orgaan": "college", "nummer": "B&W 12"})
	adviseur.send(t, http.MethodPost, "/plannen/"+jup+"/vaststelling", besluit).moet(t, http.StatusForbidden, "collegebesluit")
	h.als(proef.Eigen, "griffier").send(t, http.MethodPost, "/plannen/"+jup+"/vaststelling", eenBesluit).moetNoemen(t, http.StatusBadRequest, "orgaan")
	h.als(proef.Eigen, "burgemeester").doe(t, http.MethodPost, "/plannen/"+jup+"/vaststelling", besluit)
	h.als(proef.Eigen, "raadslid").get(t, "/plannen/"+jup).moet(t, http.StatusOK, `"besluit":"collegebesluit"`, "Preventieavonden")
}

// What follows on adoption: progress, a new version, evaluation and closing.
func TestAdoptedPlanGoesOn(t *testing.T) {
	h := newHuis(t)
	adviseur := h.als(proef.Eigen, "adviseur-oov")
	p := maakIVP(t, h, proef.Eigen)
	stelVast(t, h, "adviseur-oov", p.plan)

	progress := stuk{"versie": 1, "status": "loopt", "voortgang": 40, "mijlpalen": []stuk{{"nummer": 1, "gehaald": "2027-02-26"}}}
	h.als(proef.Eigen, "raadslid").send(t, http.MethodPatch, "/acties/"+p.actie+"/voortgang", progress).moet(t, http.StatusForbidden)
	var a Actie
	h.als(proef.Eigen, "wijkagent").doe(t, http.MethodPatch, "/acties/"+p.actie+"/voortgang", progress).in(t, &a)
	if a.Status != "loopt" || a.Voortgang != 40 || a.Versie != 2 || a.Mijlpalen[0].Gehaald != "2027-02-26" {
		t.Errorf("progress is not kept: %+v", a)
	}
	adviseur.doe(t, http.MethodPatch, "/acties/"+p.actie+"/voortgang", stuk{"versie": 2, "mijlpalen": []stuk{{"nummer": 1, "gehaald": nil}}}).in(t, &a)
	if a.Versie != 3 {
		t.Errorf("null must empty a field: %+v", a)
	}
	adviseur.get(t, "/acties/"+p.actie+"/geschiedenis").moet(t, http.StatusOK, `"wie":"wijkagent"`, `"voortgang":"40"`, `"mijlpaal1gehaald":""`)

	nieuw := adviseur.maak(t, "/plannen/"+p.plan+"/nieuwe-versie", nil)
	adviseur.get(t, "/plannen/"+nieuw).moet(t, http.StatusOK, `"vervangt":"`+p.plan+`"`, `"status":"concept"`, "Minder inbraken")
	adviseur.get(t, "/plannen/"+p.plan).moet(t, http.StatusOK, `"vervangenDoor":"`+nieuw+`"`)

	adviseur.send(t, http.MethodPost, "/plannen/"+p.plan+"/afsluiting", nil).moet(t, http.StatusConflict)
	adviseur.send(t, http.MethodPost, "/plannen/"+p.plan+"/evaluatie", stuk{"tekst": "Goed."}).moetNoemen(t, http.StatusBadRequest, "tekst")
	adviseur.doe(t, http.MethodPost, "/plannen/"+p.plan+"/evaluatie", stuk{"tekst": "Het aantal inbraken daalde met een kwart; de avonden werkten."})
	adviseur.doe(t, http.MethodPost, "/plannen/"+p.plan+"/afsluiting", nil).moet(t, http.StatusOK, `"status":"afgesloten"`, "de avonden werkten")
}

func TestPlanFilters(t *testing.T) {
	h := newHuis(t)
	p, z := maakIVP(t, h, proef.Eigen), maakWmo(t, h, proef.Eigen)
	stelVast(t, h, "adviseur-oov", p.plan)
	h.als(proef.Eigen, "wijkagent").doe(t, http.MethodPatch, "/acties/"+p.actie+"/voortgang", stuk{"versie": 1, "status": "loopt", "voortgang": 1})
	has := func(pad string, in, out string) vraagProef {
		return vraagProef{pad: pad, als: "adviseur-oov", bevat: []string{`"id":"` + in}, bevatNiet: []string{`"id":"` + out}}
	}
	probeer(t, h, []vraagProef{
		has("/plannen?soort=ivp", p.plan, z.plan), has("/plannen?soort=wmo", z.plan, p.plan), has("/plannen?status=concept", z.plan, p.plan),
		has("/plannen?domein=zorg", z.plan, p.plan), has("/plannen?looptOp=2027-06-01", p.plan, z.plan),
		has("/doelen?plan="+p.plan, p.doel, z.doel), has("/doelen?domein=zorg", z.doel, p.doel),
		has("/indicatoren?plan="+p.plan, p.indicator, z.indicator), has("/indicatoren?doel="+z.doel, z.indicator, p.indicator),
		has("/acties?plan="+p.plan, p.actie, z.actie), has("/acties?doel="+z.doel, z.actie, p.actie), has("/acties?status=loopt", p.actie, z.actie),
		{pad: "/plannen?looptOp=2020-06-01", als: "adviseur-oov", bevat: []string{`"plannen":[]`}},
		{pad: "/plannen?looptOp=morgen", als: "adviseur-oov", status: http.StatusBadRequest, bevat: []string{"looptOp", geenDatum}},
		{pad: "/plannen?soort=ipv", als: "adviseur-oov", status: http.StatusBadRequest, bevat: []string{"query.soort"}},
		{pad: "/doelen?gebied=WK999101", als: "adviseur-oov", bevat: []string{`"doelen":[]`}},
		{pad: "/doelen?soort=prestatie", als: "adviseur-oov", bevat: []string{`"doelen":[]`}},
		{pad: "/indicatoren?soort=drugs", als: "adviseur-oov", bevat: []string{`"indicatoren":[]`}},
		{pad: "/indicatoren?soort=inbraak&gebied=BU99910101", als: "adviseur-oov", bevat: []string{p.indicator}},
		{pad: "/acties?teLaat=true", als: "adviseur-oov", bevat: []string{`"acties":[]`}},
		{pad: "/acties?eigenaar=wijkagent", als: "adviseur-oov", bevat: []string{`"acties":[]`}},
		{naam: "no term yet", pad: "/termijnwaarschuwingen", als: "adviseur-oov", bevat: []string{`"waarschuwingen":[]`}},
		{naam: "nobody", pad: "/plannen", status: http.StatusUnauthorized},
		{naam: "the system manager", pad: "/plannen", als: "beheerder", status: http.StatusForbidden},
	})
}
