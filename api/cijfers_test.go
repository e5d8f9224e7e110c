// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"net/http"
	"testing"

	"dwarsverband/demo/proef"
)

func TestCijfers(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []vraagProef{
		{pad: "/cijfers?soort=inbraak&periode=2026MM09", als: "raadslid", bevat: []string{`"waarde":25`, "BU99910202"}, bevatNiet: []string{"BU9992", "2026MM08"}},
		{pad: "/cijfers?gebied=BU99910101&periode=2026MM09", als: "raadslid", bevat: []string{`"soort":"drugs"`, `"soort":"inbraak"`}, bevatNiet: []string{"BU99910102"}},
		{pad: "/cijfers?soort=inbraak&gebied=BU99910101", als: "raadslid", bevat: []string{"2020MM10", "2026MM09"}, bevatNiet: []string{"drugs", "BU99910102"}},
		{naam: "the area of another tenant has no figures", pad: "/cijfers?soort=inbraak&gebied=BU99920101", als: "raadslid", bevat: []string{`"cijfers":[]`}},
		{naam: "all faults at once", pad: "/cijfers?periode=2026MM13", als: "raadslid", status: http.StatusBadRequest, bevat: []string{"Geef een soort of een gebied", "2025MM09"}},
		{naam: "an unknown kind", pad: "/cijfers?soort=bestaat-niet", als: "raadslid", status: http.StatusNotFound},
		{naam: "a delivery is not for the council", pad: "/cijfers?soort=hg", als: "raadslid", status: http.StatusForbidden},
		{naam: "nor does it show in an area", pad: "/cijfers?gebied=WK999101", als: "raadslid", bevat: []string{`"cijfers":[]`}},
		{naam: "the adviser sees it", pad: "/cijfers?soort=hg", als: "adviseur-oov", bevat: []string{`"waarde":17`}},
		{naam: "without token", pad: "/cijfers?soort=inbraak", status: http.StatusUnauthorized},
	})
}

func TestCijferVersies(t *testing.T) {
	h := newHuis(t)
	h.Lees(t, proef.Eigen, "BU99910101;2026MM09;inbraak;27;;REG\nBU99910102;2026MM09;inbraak;;geheim;REG\n")
	probeer(t, h, []vraagProef{
		{pad: "/cijfers/inbraak/BU99910101/2026MM09", als: "raadslid", bevat: []string{`"versies":[{"waarde":25,`, `"tot":"2026-11-09T`, `{"waarde":27,`}},
		{naam: "a hidden value is empty, not 0", pad: "/cijfers/inbraak/BU99910102/2026MM09", als: "raadslid", bevat: []string{`{"waarde":null,"waardeattribuut":"geheim"`}},
		{naam: "a figure that is not there", pad: "/cijfers/inbraak/BU99910101/2031MM01", als: "raadslid", status: http.StatusNotFound},
		{naam: "no period", pad: "/cijfers/inbraak/BU99910101/gisteren", als: "raadslid", status: http.StatusBadRequest, bevat: []string{"periode"}},
		{naam: "another tenant", pad: "/cijfers/inbraak/BU99920101/2026MM09", als: "raadslid", status: http.StatusNotFound},
	})
}

func TestBronnenAndSoorten(t *testing.T) {
	h := newHuis(t)
	probeer(t, h, []vraagProef{
		{pad: "/bronnen", als: "beheerder", bevat: []string{`"code":"REG"`, `"nieuwstePeriode":"2026MM09"`, `"ouderdom":1`, `"verzonnen":true`}},
		{pad: "/bronnen/VT", als: "raadslid", bevat: []string{`"openbaar":false`}},
		{pad: "/bronnen/ONBEKEND", als: "raadslid", status: http.StatusNotFound},
		{pad: "/soorten", als: "raadslid", bevat: []string{`"code":"drugs"`, `"politie":true`}, bevatNiet: []string{`"hg"`}},
		{pad: "/soorten?bron=VT", als: "adviseur-sociaal", bevat: []string{`"hg"`}, bevatNiet: []string{"inbraak"}},
		{pad: "/soorten/inbraak", als: "raadslid", bevat: []string{`"perioden":["2026MM09","2026MM08"`}},
		{naam: "a kind that he may not see does not exist", pad: "/soorten/hg", als: "raadslid", status: http.StatusNotFound},
		{naam: "the technical keeper sees no kinds", pad: "/soorten", als: "beheerder", status: http.StatusForbidden},
	})
}
