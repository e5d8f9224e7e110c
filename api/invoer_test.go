// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
)

const kop = "code;periode;maat;waarde;waardeattribuut;bron\n"

func TestInvoer(t *testing.T) {
	h := newHuis(t)
	k := h.als(proef.Eigen, "adviseur-oov")
	send := func(query, body string) antwoord {
		return k.vraag(t, http.MethodPost, "/invoeren"+query, "application/octet-stream", strings.NewReader(body))
	}
	text := kop + "BU99910101;2026MM09;inbraak;26;;REG\nBU99910101;2026MM10;inbraak;4;;REG\nBU99920101;2026MM10;inbraak;4;;REG\n"

	dry := send("?proef=true&bestand=oktober.csv", text)
	dry.moet(t, http.StatusOK, `"proef":true`, `"formaat":"canoniek"`, `"nieuw":1`, `"herzien":1`, `"geweigerd":1`, `"regel":4`, "BU99920101")
	k.get(t, "/cijfers?soort=inbraak&periode=2026MM10").moet(t, http.StatusOK, `"cijfers":[]`)

	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	kept := send("?bestand=oktober.csv.gz", packed.String())
	kept.moet(t, http.StatusCreated, `"proef":false`, `"herzien":1`)
	path := strings.TrimPrefix(kept.kop.Get("Location"), prefix)
	k.get(t, path).moet(t, http.StatusOK, `"bestand":"oktober.csv.gz"`, `"wie":"adviseur-oov"`, `"regel":4`)
	k.get(t, "/invoeren").moet(t, http.StatusOK, `"bestand":"oktober.csv.gz"`)
	k.get(t, "/cijfers?soort=inbraak&periode=2026MM10").moet(t, http.StatusOK, `"waarde":4`)

	again := send("", text)
	again.moet(t, http.StatusOK, `"nieuw":0`, `"herzien":0`, `"gelijk":2`)
	if again.kop.Get("Location") != "" || strings.Contains(again.tekst, `"id"`) {
		t.Errorf("the same file twice left a report: %s", again.tekst)
	}

	other := h.als(proef.Ander, "adviseur-oov")
	other.get(t, path).moet(t, http.StatusNotFound, "Dit bestaat niet, of u mag het niet zien.")
	other.get(t, "/cijfers?soort=inbraak&periode=2026MM10").moet(t, http.StatusOK, `"cijfers":[]`)
}

func TestInvoerRefuses(t *testing.T) {
	h := newHuis(t)
	k := h.als(proef.Eigen, "adviseur-oov")
	before := k.get(t, "/invoeren").tekst
	tests := []struct {
		naam, query, body string
		want              string
	}{
		{"nothing", "", "", "formaat"},
		{"something else", "", "beste gemeente", "We weten niet wat voor bestand dit is"},
		{"wrong columns", "?formaat=canoniek", "gebied;jaar\n", "Deze kolom ontbreekt"},
		{"wrong encoding", "?formaat=canoniek", kop + "BU99910101;2026MM09;inbr\xe9;1;;REG\n", "UTF-8"},
		{"unknown format", "?formaat=excel", kop, "formaat"},
		{"areas without a year", "?formaat=gebieden", `{"type":"FeatureCollection","features":[]}`, "jaar"},
		{"a border that crosses itself", "?formaat=gebieden&jaar=2026", `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU99910101","naam":"x"},` +
			`"geometry":{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.31],[4.91,52.3],[4.9,52.31],[4.9,52.3]]]}}]}`, "vlak 1"},
		{"cut in half", "?formaat=politie-odata", `{"odata.metadata":"https://dataderden.cbs.nl/ODataApi/OData/47022NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[{"ID":0,`, "bestand"},
		{"damaged gzip", "", "\x1f\x8b\x08half", "beschadigd"},
	}
	for _, tt := range tests {
		t.Run(tt.naam, func(t *testing.T) {
			k.vraag(t, http.MethodPost, "/invoeren"+tt.query, "application/octet-stream", strings.NewReader(tt.body)).moet(t, http.StatusBadRequest, tt.want)
		})
	}
	if after := k.get(t, "/invoeren").tekst; after != before {
		t.Error("a refused file left a report")
	}
	h.als(proef.Eigen, "raadslid").vraag(t, http.MethodPost, "/invoeren", "text/csv", strings.NewReader(kop)).moet(t, http.StatusForbidden)
	h.als(proef.Eigen, "raadslid").get(t, "/invoeren").moet(t, http.StatusForbidden)
}

func TestInvoerOfAreas(t *testing.T) {
	h := newHuis(t)
	k := h.als(proef.Eigen, "adviseur-oov")
	text := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU99910203","naam":"Nieuwland","ouder":"WK999102"},` +
		`"geometry":{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.3],[4.91,52.31],[4.9,52.3]]]}}]}`
	post := func(query string) antwoord {
		return k.vraag(t, http.MethodPost, "/invoeren"+query, "application/geo+json", strings.NewReader(text))
	}
	post("?jaar=2026&proef=true").moet(t, http.StatusOK, `"formaat":"gebieden"`, `"nieuw":1`)
	k.get(t, "/gebieden/BU99910203").moet(t, http.StatusNotFound)
	post("?jaar=2026").moet(t, http.StatusOK, `"nieuw":1`)
	k.get(t, "/gebieden/BU99910203").moet(t, http.StatusOK, "Nieuwland")
	post("?jaar=2026").moet(t, http.StatusOK, `"gelijk":1`)
}
