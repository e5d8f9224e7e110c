// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package meldlijst reads a list of reports as CSV: one line for each person, with a header. Lines that follow each other under one reference are one report.
package meldlijst

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/extern/tabel"
)

const op = "meldlijst.Lees"

// nodig are the columns that a list has at least; vrij are those that it may have.
var (
	nodig = []string{"kenmerk", "verzonden", "afzender", "bestemming", "aanleiding", "achternaam"}
	vrij  = []string{"oin", "verzoek", "voornamen", "voorvoegsel", "geboren", "geslacht", "bsn", "straat", "huisnummer", "postcode", "plaats", "adres_geheim", "rol"}
)

// Lees reads a list. It refuses the whole list with every fault of every line.
func Lees(r io.Reader) ([]melding.Aanlevering, error) {
	text, err := tabel.Open(op, r)
	if err != nil {
		return nil, err
	}
	csv, err := tabel.OpenCSV(text)
	if err != nil {
		return nil, err
	}
	faults := kolommen(csv.Kop)
	if len(faults) > 0 {
		return nil, domein.Refuse(op, "De kolommen van deze lijst kloppen niet.", faults)
	}
	var list []melding.Aanlevering
	for {
		row, err := csv.Next()
		if errors.Is(err, io.EOF) {
			return list, domein.Refuse(op, "Er is niets ontvangen. Verbeter deze regels:", faults)
		}
		if err != nil {
			return nil, err
		}
		if row.Fout != "" {
			faults = append(faults, domein.Fault{Veld: fmt.Sprintf("regel %d", row.Lijn), Melding: row.Fout})
			continue
		}
		a, fault := lees(csv.Kop, row)
		if fault != "" {
			faults = append(faults, domein.Fault{Veld: fmt.Sprintf("regel %d, verzonden", row.Lijn), Melding: fault})
		}
		if n := len(list); n > 0 && a.Kenmerk != "" && list[n-1].Kenmerk == a.Kenmerk && list[n-1].Afzender == a.Afzender {
			list[n-1].Betrokkenen = append(list[n-1].Betrokkenen, a.Betrokkenen...)
			continue
		}
		list = append(list, a)
	}
}

func kolommen(kop []string) []domein.Fault {
	var faults []domein.Fault
	for _, k := range nodig {
		if !slices.Contains(kop, k) {
			faults = append(faults, domein.Fault{Veld: k, Melding: "Deze kolom ontbreekt. Zet haar in de eerste regel."})
		}
	}
	for i, k := range kop {
		switch {
		case !slices.Contains(nodig, k) && !slices.Contains(vrij, k):
			faults = append(faults, domein.Fault{Veld: fmt.Sprintf("kolom %d", i+1), Melding: "Deze kolom is hier niet bekend. Haal haar weg."})
		case slices.Contains(kop[:i], k):
			faults = append(faults, domein.Fault{Veld: k, Melding: "Deze kolom staat er twee keer in."})
		}
	}
	return faults
}

// lees makes a report of one line; fault says what is wrong with its moment. What else is wrong with a report is judged where it is received.
func lees(kop []string, row tabel.Rij) (a melding.Aanlevering, fault string) {
	w := func(naam string) string {
		if i := slices.Index(kop, naam); i >= 0 {
			return strings.TrimSpace(row.Cellen[i])
		}
		return ""
	}
	a = melding.Aanlevering{Deur: melding.CSV, Soort: melding.MeldingGeneriek, Kenmerk: w("kenmerk"), Afzender: melding.Partij{OIN: w("oin"), Naam: w("afzender")},
		Bestemming: melding.Bestemming(strings.ToUpper(w("bestemming"))), Aanleiding: w("aanleiding"), Verzoek: w("verzoek"), Plek: fmt.Sprintf("regel %d", row.Lijn),
		Betrokkenen: []melding.Betrokkene{{Rol: w("rol"), Persoon: persoon.Persoon{
			Voornamen: w("voornamen"), Voorvoegsel: w("voorvoegsel"), Achternaam: w("achternaam"), Geboren: w("geboren"), Geslacht: w("geslacht"), BSN: w("bsn"),
			Adres:       persoon.Adres{Straat: w("straat"), Huisnummer: w("huisnummer"), Postcode: w("postcode"), Plaats: w("plaats")},
			AdresGeheim: w("adres_geheim") == "ja"}}}}
	if text := w("verzonden"); text != "" {
		var ok bool
		if a.Verzonden, ok = moment(text); !ok {
			fault = "Schrijf wanneer de melding is verzonden als 2026-11-09 22:40."
		}
	}
	return a, fault
}

// moment reads a moment with its zone, or a day with or without an hour on the clock of Amsterdam.
func moment(s string) (termijn.Moment, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return termijn.At(t), true
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, termijn.Amsterdam); err == nil {
			return termijn.At(t), true
		}
	}
	return termijn.Moment{}, false
}
