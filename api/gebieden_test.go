// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"math"
	"net/http"
	"net/http/httptest"
	"testing"

	"dwarsverband/demo/proef"
)

func TestGebieden(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []vraagProef{
		{pad: "/gebieden", als: "raadslid", bevat: []string{`"code":"GM9991"`, `"ouder":"WK999101"`, `"niveau":"buurt"`}, bevatNiet: []string{"GM9992"}},
		{pad: "/gebieden?niveau=wijk", als: "raadslid", bevat: []string{"WK999101", "WK999102"}, bevatNiet: []string{"BU9991", "GM9991\",\"naam"}},
		{pad: "/gebieden?ouder=WK999102", als: "raadslid", bevat: []string{"BU99910201"}, bevatNiet: []string{"BU99910101"}},
		{pad: "/gebieden?niveau=straat", als: "raadslid", status: http.StatusBadRequest, bevat: []string{"niveau"}},
		{pad: "/gebieden/BU99910101", als: "raadslid", bevat: []string{`"naam":"NoordHaven"`, `"jaargang":2026`}},
		{naam: "an area of another tenant", pad: "/gebieden/BU99920101", als: "raadslid", status: http.StatusNotFound, bevat: []string{"Dit bestaat niet, of u mag het niet zien."}},
		{naam: "an unknown area", pad: "/gebieden/BU00000000", als: "raadslid", status: http.StatusNotFound, bevat: []string{"Dit bestaat niet, of u mag het niet zien."}},
		{naam: "without token", pad: "/gebieden", status: http.StatusUnauthorized},
	})
}

func TestGrens(t *testing.T) {
	h := newHuis(t)
	k := h.als(proef.Eigen, "raadslid")
	var degrees, metres Grens
	a := k.get(t, "/gebieden/BU99910101/grens")
	a.moet(t, http.StatusOK)
	a.in(t, &degrees)
	if a.kop.Get("Content-Type") != "application/geo+json" || a.kop.Get("Content-Crs") != crs84 {
		t.Errorf("headers: %v", a.kop)
	}
	// RD (120000, 480000) is 52.3069 N, 4.8740 E by the formulas of Schreutelkamp and Strang van Hees (2001).
	if p := degrees.Geometry.Coordinates[0][0][0]; math.Abs(p[0]-4.8740) > 0.0002 || math.Abs(p[1]-52.3069) > 0.0002 {
		t.Errorf("the corner lies at %v", p)
	}
	a = grens(t, k, crsRD)
	a.in(t, &metres)
	if p := metres.Geometry.Coordinates[0][0][0]; p != [2]float64{120000, 480000} || a.kop.Get("Content-Crs") != crsRD {
		t.Errorf("in RD the corner lies at %v, %v", p, a.kop)
	}
	grens(t, k, "EPSG:3857").moet(t, http.StatusBadRequest, "Accept-Crs", crsRD)
	k.get(t, "/gebieden/BU99920101/grens").moet(t, http.StatusNotFound)
}

// grens asks for a border in one system of coordinates.
func grens(t *testing.T, k klant, crs string) antwoord {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, prefix+"/gebieden/BU99910101/grens", nil)
	r.Header.Set("Authorization", "Bearer "+k.token)
	r.Header.Set("Accept-Crs", crs)
	w := httptest.NewRecorder()
	k.h.api.ServeHTTP(w, r)
	return antwoord{w.Code, w.Header(), w.Body.String()}
}
