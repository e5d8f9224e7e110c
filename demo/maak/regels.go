// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"strconv"
	"strings"

	"dwarsverband/demo/data"
	"dwarsverband/domein/cijfer"
)

// regel is one row of the canonical CSV. A nil waarde is an empty cell.
type regel struct {
	code    string
	periode cijfer.Periode
	soort   string
	waarde  *float64
	attr    cijfer.Attribuut
}

// aantal makes a row of a count.
func aantal(code string, p cijfer.Periode, soort string, n int, attr cijfer.Attribuut) regel {
	f := float64(n)
	return regel{code, p, soort, &f, attr}
}

// canoniek writes rows in the columns of the canonical CSV, with a decimal comma as Dutch spreadsheets do.
func canoniek(regels []regel) []byte {
	soorten := map[string]cijfer.Soort{}
	for _, s := range data.SoortenVoorbeeldstad() {
		soorten[s.Code] = s
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	row := []string{"code", "periode", "maat", "naam", "eenheid", "waarde", "waardeattribuut", "bron"}
	w.Write(row) // a bytes.Buffer takes every write
	for _, r := range regels {
		s := soorten[r.soort]
		waarde := ""
		if r.waarde != nil {
			waarde = strings.Replace(strconv.FormatFloat(*r.waarde, 'f', -1, 64), ".", ",", 1)
		}
		w.Write([]string{r.code, string(r.periode), r.soort, s.Naam, s.Eenheid, waarde, string(r.attr), s.Bron})
	}
	w.Flush()
	return b.Bytes()
}

// zip packs bytes without a time or a name, so that the same bytes give the same file.
func zip(raw []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is a valid constant
	w.Write(raw)
	w.Close()
	return b.Bytes()
}

func unzip(raw []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}
