// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
)

// stuk is a body as a client writes it.
type stuk map[string]any

// met gives the body with other fields; nil takes one out.
func (s stuk) met(velden stuk) stuk {
	out := stuk{}
	for naam, w := range s {
		out[naam] = w
	}
	for naam, w := range velden {
		if out[naam] = w; w == nil {
			delete(out, naam)
		}
	}
	return out
}

var (
	eenIVP        = stuk{"soort": "ivp", "titel": "Veilig samen", "visie": "Samen veilig.", "van": "2027-01-01", "tot": "2030-12-31"}
	eenWmo        = stuk{"soort": "wmo", "titel": "Samen leven", "visie": "Zorg dichtbij.", "van": "2027-01-01", "tot": "2032-12-31"}
	eenPrioriteit = stuk{"titel": "Wonen", "veld": 1, "thema": "1.3"}
	eenDoel       = stuk{"tekst": "Minder inbraken", "soort": "effect", "bestuurlijk": "Burgemeester", "ambtelijk": "Veiligheid", "partner": "Politie",
		"partnersoort": "politie", "eenheid": "inbraken per maand", "nulmeting": 18.5, "nulperiode": "2025", "nulbron": "Politie", "streefwaarde": 12,
		"streefperiode": "2030", "richting": "dalen"}
	eenIndicator = stuk{"naam": "Inbraken", "definitie": "Geregistreerde inbraken.", "teller": []string{"inbraak"}, "eenheid": "inbraken per maand",
		"niveau": "buurt", "lengte": "maand"}
	eenActie = stuk{"wat": "Preventieavonden", "trekker": "Veiligheid", "start": "2027-01-15", "eind": "2027-12-15",
		"mijlpalen": []stuk{{"nummer": 1, "naam": "Eerste avond", "datum": "2027-03-01"}}}
	eenBesluit = stuk{"orgaan": "raad", "uitkomst": "vastgesteld", "nummer": "2026-118", "datum": "2026-11-05"}
)

// maak adds something and gives its id, which the address in the answer must end in.
func (k klant) maak(t testing.TB, pad string, body stuk) string {
	t.Helper()
	a := k.send(t, http.MethodPost, pad, body)
	if a.moet(t, http.StatusCreated); t.Failed() {
		t.FailNow()
	}
	var made struct{ ID string }
	a.in(t, &made)
	if address := a.kop.Get("Location"); made.ID == "" || !strings.HasPrefix(address, prefix+"/") || !strings.HasSuffix(address, "/"+made.ID) {
		t.Fatalf("Location %q does not lead to %q", address, made.ID)
	}
	k.get(t, strings.TrimPrefix(a.kop.Get("Location"), prefix)).moet(t, http.StatusOK)
	return made.ID
}

// doe does something to a thing that must come off.
func (k klant) doe(t testing.TB, methode, pad string, body stuk) antwoord {
	t.Helper()
	a := k.send(t, methode, pad, body)
	if a.moet(t, http.StatusOK); t.Failed() {
		t.FailNow()
	}
	return a
}

// planProef is a draft with one of everything, made through the API.
type planProef struct{ plan, prioriteit, doel, indicator, actie string }

func maakIVP(t testing.TB, h *huis, tenant string) planProef {
	t.Helper()
	return vulPlan(t, h.als(tenant, "adviseur-oov"), eenIVP, eenPrioriteit, eenDoel)
}

func maakWmo(t testing.TB, h *huis, tenant string) planProef {
	t.Helper()
	return vulPlan(t, h.als(tenant, "adviseur-sociaal"), eenWmo, stuk{"titel": "Veilig thuis"}, eenDoel.met(stuk{"tekst": "Meer preventie"}))
}

func vulPlan(t testing.TB, k klant, plan, prioriteit, doel stuk) planProef {
	t.Helper()
	var p planProef
	p.plan = k.maak(t, "/plannen", plan)
	p.prioriteit = k.maak(t, "/plannen/"+p.plan+"/prioriteiten", prioriteit)
	p.doel = k.maak(t, "/plannen/"+p.plan+"/doelen", doel.met(stuk{"prioriteit": p.prioriteit}))
	p.indicator = k.maak(t, "/doelen/"+p.doel+"/indicatoren", eenIndicator)
	p.actie = k.maak(t, "/plannen/"+p.plan+"/acties", eenActie.met(stuk{"doel": p.doel}))
	return p
}

// stelVast lets the adviser offer the plan and the griffier record that the raad adopted it.
func stelVast(t testing.TB, h *huis, adviseur, plan string) {
	t.Helper()
	h.als(proef.Eigen, adviseur).doe(t, http.MethodPost, "/plannen/"+plan+"/aanbieding", nil)
	h.als(proef.Eigen, "griffier").doe(t, http.MethodPost, "/plannen/"+plan+"/vaststelling", eenBesluit)
}

// problem is what a refusal carries.
type problem struct {
	Status int
	Title  string
	Detail string
	Errors []struct {
		Message, Location string
		Value             any
	}
}

// moetNoemen fails unless the answer is a refusal with this status whose faults are about exactly these fields.
func (a antwoord) moetNoemen(t testing.TB, status int, velden ...string) problem {
	t.Helper()
	a.moet(t, status)
	var p problem
	a.in(t, &p)
	var named []string
	for _, e := range p.Errors {
		named = append(named, e.Location)
		if e.Message == "" {
			t.Errorf("field %s has no message", e.Location)
		}
	}
	if strings.Join(named, " ") != strings.Join(velden, " ") {
		t.Errorf("the faults are about %v, want %v: %s", named, velden, a.tekst)
	}
	return p
}
