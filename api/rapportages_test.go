// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"
	"time"

	"dwarsverband/demo/proef"
)

// vastgesteldWmo is an adopted Wmo-plan with one goal; its indicator counts a delivery that is not open, of which one of two wijken has 3 a quarter.
func vastgesteldWmo(t *testing.T, h *huis) (plan, doel string) {
	t.Helper()
	zorg := h.als(proef.Eigen, "adviseur-sociaal")
	plan = zorg.maak(t, "/plannen", eenWmo.met(stuk{"van": "2024-01-01", "tot": "2027-12-31"}))
	prio := zorg.maak(t, "/plannen/"+plan+"/prioriteiten", stuk{"titel": "Veilig thuis"})
	doel = zorg.maak(t, "/plannen/"+plan+"/doelen", eenDoel.met(stuk{"prioriteit": prio, "tekst": "Minder geweld thuis", "eenheid": "meldingen", "partner": "Veilig Thuis", "partnersoort": "veilig-thuis"}))
	zorg.maak(t, "/doelen/"+doel+"/indicatoren", stuk{"naam": "Meldingen", "definitie": "Meldingen.", "teller": []string{"hg"}, "eenheid": "meldingen", "niveau": "wijk", "lengte": "kwartaal"})
	zorg.doe(t, http.MethodPost, "/plannen/"+plan+"/aanbieding", nil)
	h.als(proef.Eigen, "griffier").doe(t, http.MethodPost, "/plannen/"+plan+"/vaststelling", eenBesluit)
	return plan, doel
}

func TestReportThroughTheAPI(t *testing.T) {
	h := newHuis(t)
	plan, doel := vastgesteldWmo(t, h)
	zorg, wethouder, raadslid := h.als(proef.Eigen, "adviseur-sociaal"), h.als(proef.Eigen, "wethouder"), h.als(proef.Eigen, "raadslid")

	zorg.send(t, http.MethodPost, "/rapportages", stuk{"plan": plan, "tijdvak": "2026KW04"}).moet(t, http.StatusBadRequest, "nog niet voorbij")
	id := zorg.maak(t, "/rapportages", stuk{"plan": plan, "tijdvak": "2026KW01-2026KW02"})
	pad := "/rapportages/" + id
	zorg.send(t, http.MethodPatch, pad, stuk{"versie": 1, "velden": stuk{"duiding-x": "Iets"}}).moet(t, http.StatusBadRequest, "duiding-x")
	zorg.doe(t, http.MethodPatch, pad, stuk{"versie": 1, "velden": stuk{"duiding-" + doel: "Het gaat beter."}}).moet(t, http.StatusOK, `"versie":2`)
	zorg.send(t, http.MethodPatch, pad, stuk{"versie": 1, "velden": stuk{"duiding-" + doel: "Het gaat slechter."}}).moet(t, http.StatusConflict, "Het gaat beter.")

	var seen RapportageGeheel
	wethouder.get(t, pad).in(t, &seen)
	if len(seen.Doelen) != 1 || seen.Doelen[0].Waarde != nil || !seen.Doelen[0].Afgeschermd || !seen.Doelen[0].Sociaal || len(seen.Tabellen) != 1 || seen.Sociaal.Doelen != 1 {
		t.Fatalf("%+v", seen)
	}
	hidden := 0
	for _, c := range seen.Tabellen[0].Cellen {
		if c.Stand == "afgeschermd" {
			hidden++
		}
		if (c.Stand == "getoond") != (c.Waarde != nil) || c.Gebied == "WK999101" && c.Waarde != nil {
			t.Errorf("%+v", c)
		}
	}
	if hidden == 0 {
		t.Error("no cell is hidden")
	}
	decision := stuk{"versie": 2, "afdruk": seen.Afdruk, "besluit": "2026-B-4", "datum": "2026-11-03", "embargo": "2026-11-09T13:00:00+01:00"}
	zorg.send(t, http.MethodPost, pad+"/vrijgave", decision).moet(t, http.StatusForbidden, "wethouder of burgemeester")
	wethouder.send(t, http.MethodPost, pad+"/vrijgave", stuk{"versie": 2, "datum": "gisteren", "embargo": "straks"}).moet(t, http.StatusBadRequest, `"datum"`, `"embargo"`)
	wethouder.send(t, http.MethodPost, pad+"/vrijgave", decision.met(stuk{"afdruk": "0000000000000000"})).moet(t, http.StatusConflict, "Bekijk het voorbeeld opnieuw")
	wethouder.doe(t, http.MethodPost, pad+"/vrijgave", decision).moet(t, http.StatusOK, `"status":"vrijgegeven"`, `"openbaar":false`, `"openbaarVanaf":"2026-11-09T12:00:00Z"`)

	raadslid.get(t, pad).moet(t, http.StatusNotFound)
	raadslid.get(t, "/rapportages").moet(t, http.StatusOK, `"rapportages":[]`)
	h.als(proef.Ander, "adviseur-sociaal").get(t, pad).moet(t, http.StatusNotFound)
	h.Nu = proef.Middag.Add(time.Hour)
	raadslid.get(t, pad).moet(t, http.StatusOK, `"openbaar":true`, "Het gaat beter.")
	raadslid.get(t, "/rapportages?status=vrijgegeven").moet(t, http.StatusOK, id)
	zorg.send(t, http.MethodDelete, pad, nil).moet(t, http.StatusConflict, "vrijgegeven")
	next := zorg.maak(t, pad+"/nieuwe-editie", nil)
	zorg.get(t, "/rapportages/"+next).moet(t, http.StatusOK, `"editie":2`, `"vervangt":"`+id+`"`)
	zorg.send(t, http.MethodDelete, "/rapportages/"+next, nil).moet(t, http.StatusNoContent)
	zorg.get(t, "/rapportages/"+next).moet(t, http.StatusNotFound)
}
