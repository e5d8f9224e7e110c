// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"fmt"
	"io"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// odataLezing adds to a lezing what the pages say about themselves.
type odataLezing struct {
	*lezing
	t         *tabel.Tekst
	tabel     tabelSoort
	gegevens  bool // the page under way holds figures and not titles
	gezien    bool // a record with figures was seen
	voorlopig map[cijfer.Periode]bool
}

// LeesOData reads OData v3 pages of 47022NED, 47018NED or 47024NED, one or more behind each other in one file, of TypedDataSet or UntypedDataSet. Pages of the
// dimensions (SoortMisdrijf, Overlast, Perioden) may be among them: they give titles and say which periods are provisional. A file whose last page is followed by
// another gets a notice (line 0). Lijn is the number of the record in the file.
func LeesOData(r io.Reader, o cijfer.Opties) (cijfer.Bestand, error) {
	t, err := tabel.Open("politie.LeesOData", r)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	l := &odataLezing{lezing: newLezing(kolommen{}, o), t: t, voorlopig: map[cijfer.Periode]bool{}}
	uit, err := tabel.LeesOData(t, l.pagina, l.record)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	if !l.gezien {
		return cijfer.Bestand{}, t.Fout("value", "Het bestand heeft geen rijen met cijfers. Download de TypedDataSet van de tabel.")
	}
	for i := range l.rijen {
		l.rijen[i].attribuut = status(l.rijen[i].waarde, l.rijen[i].attribuut, l.voorlopig[l.rijen[i].periode])
	}
	if uit.Vervolg {
		l.oogst.Meld("odata.nextLink", fmt.Sprintf("Dit is niet de laatste pagina: na rij %d volgen er meer. Download ook de volgende pagina's en lees ze in; tot dan ontbreken er cijfers.", uit.Rijen))
	}
	return l.rond(t, l.tabel)
}

// pagina sees the head of a page. All pages of a file belong to one table.
func (l *odataLezing) pagina(metadata string) error {
	id := tabel.TabelVan(metadata)
	nieuw, ok := tabellen[id]
	switch {
	case id == "":
		return l.t.Fout("odata.metadata", "Het bestand zegt niet vóór de rijen van welke tabel het is (odata.metadata). Download de pagina opnieuw, met metadata.")
	case !ok:
		return l.t.Fout("odata.metadata", fmt.Sprintf("Dit is tabel %s. Het programma leest 47022NED, 47018NED en 47024NED.", id))
	case l.tabel.id != "" && l.tabel.id != id:
		return l.t.Fout("odata.metadata", fmt.Sprintf("Dit bestand bevat twee tabellen, %s en %s. Lees elke tabel apart in.", l.tabel.id, id))
	}
	l.tabel = nieuw
	_, deel, ok := strings.Cut(metadata, "#")
	l.gegevens = !ok || strings.Contains(deel, "DataSet")
	return nil
}

func (l *odataLezing) record(nr int, velden []tabel.Veld) error {
	if !l.gegevens {
		l.titel(velden)
		return nil
	}
	if !l.gezien {
		l.gezien = true
		if faults := l.kies(velden); len(faults) > 0 {
			return l.t.Fouten(l.t.Rest(faults))
		}
	}
	l.neem(nr, velden)
	return l.oogst.TeVeel(l.t)
}

// titel takes a record of a dimension page.
func (l *odataLezing) titel(velden []tabel.Veld) {
	var sleutel, titel, stand string
	for _, v := range velden {
		switch v.Naam {
		case "Key":
			sleutel = strings.TrimSpace(v.Waarde)
		case "Title":
			titel = strings.TrimSpace(v.Waarde)
		case "Status":
			stand = v.Waarde
		}
	}
	if p, voorlopig, err := tabel.Periode(sleutel); err == nil {
		l.voorlopig[p] = voorlopig || strings.HasSuffix(titel, "*") || strings.Contains(strings.ToLower(stand), "voorlopig")
		return
	}
	if titel != "" && tabel.Schoon(titel) && !tabel.Formule(titel) {
		l.titels[sleutel] = titel
	}
}

// kies finds the columns by the first record with figures. The region is found by its values too, because the police give it as GeoDetail and its name is not fixed.
func (l *odataLezing) kies(velden []tabel.Veld) (faults []domein.Fault) {
	for _, v := range velden {
		switch {
		case v.Naam == l.tabel.dimensie:
			l.kol.soort = v.Naam
		case v.Naam == "WijkenEnBuurten":
			l.kol.gebied = v.Naam
		case v.Naam == "Perioden":
			l.kol.periode = v.Naam
		case isOnderwerp(v.Naam, l.tabel.onderwerp):
			l.kol.waarde = v.Naam
		}
	}
	for _, v := range velden {
		if _, reden := tabel.GebiedCode(v.Waarde); l.kol.gebied == "" && v.Vorm == tabel.Woord && reden == "" {
			l.kol.gebied = v.Naam
		}
	}
	for _, k := range []struct{ gevonden, naam string }{
		{l.kol.soort, l.tabel.dimensie}, {l.kol.gebied, "WijkenEnBuurten"}, {l.kol.periode, "Perioden"}, {l.kol.waarde, l.tabel.onderwerp + "_1"},
	} {
		if k.gevonden == "" {
			faults = append(faults, domein.Fault{Veld: k.naam, Melding: fmt.Sprintf("Kolom %s ontbreekt. Neem hem op in $select van de download.", k.naam)})
		}
	}
	return faults
}

// isOnderwerp says whether kolom is topic, with any number behind it.
func isOnderwerp(kolom, topic string) bool {
	rest, ok := strings.CutPrefix(kolom, topic)
	return ok && strings.Trim(rest, "_0123456789") == ""
}

// neem takes one record with figures.
func (l *odataLezing) neem(nr int, velden []tabel.Veld) {
	var s, g, p, w *tabel.Veld
	for i, v := range velden {
		switch v.Naam {
		case l.kol.soort:
			s = &velden[i]
		case l.kol.gebied:
			g = &velden[i]
		case l.kol.periode:
			p = &velden[i]
		case l.kol.waarde:
			if w != nil {
				l.oogst.Weiger(nr, v.Naam, "Deze kolom staat twee keer in de rij. Download de pagina opnieuw.")
				return
			}
			w = &velden[i]
		}
	}
	if s == nil || g == nil || p == nil || w == nil {
		l.oogst.Weiger(nr, "", "In deze rij ontbreekt een kolom die de eerste rij wel heeft. Download de pagina opnieuw.")
		return
	}
	periode, voorlopig, err := l.oogst.Periode(p.Waarde)
	if err != nil {
		l.oogst.Weiger(nr, l.kol.periode, tabel.GeenPeriode(p.Waarde))
		return
	}
	code, reden := l.oogst.GebiedCode(g.Waarde)
	if reden != "" {
		l.oogst.Weiger(nr, l.kol.gebied, reden)
		return
	}
	waarde, attribuut, reden := aantalVan(*w)
	if reden != "" {
		l.oogst.Weiger(nr, l.kol.waarde, reden)
		return
	}
	l.rijen = append(l.rijen, rij{
		lijn: nr, soort: l.oogst.Woord(strings.TrimSpace(s.Waarde)), gebied: code, periode: periode,
		waarde: waarde, attribuut: status(waarde, attribuut, voorlopig),
	})
}

// aantalVan reads a count of the typed or untyped set. The sources disagree on null: one calls it withheld, others made it 0. It is unknown, never 0.
func aantalVan(v tabel.Veld) (*float64, cijfer.Attribuut, string) {
	switch v.Vorm {
	case tabel.Null:
		return nil, cijfer.Onbekend, ""
	case tabel.Woord:
		if a, ok := tabel.Symbool(v.Waarde); ok {
			return nil, a, ""
		}
	}
	f, ok := tabel.GetalVan(v)
	if !ok {
		return nil, "", fmt.Sprintf(tabel.GeenGetal, tabel.Kort(v.Waarde))
	}
	return &f, cijfer.Definitief, geenAantal(f)
}
