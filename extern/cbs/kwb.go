// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package cbs reads the open figures of Statistics Netherlands per wijk and buurt: Kerncijfers wijken en buurten, and the SES-WOA scores in the same layout,
// as OData v3 pages and as the CSV of StatLine.
package cbs

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/extern/tabel"
)

// jaren gives the year of each table of Kerncijfers; the tables themselves do not state it.
var jaren = map[string]int{
	"82339NED": 2013, "82931NED": 2014, "83220NED": 2015, "83487NED": 2016, "83765NED": 2017, "84286NED": 2018, "84583NED": 2019,
	"84799NED": 2020, "85039NED": 2021, "85318NED": 2022, "85618NED": 2023, "85984NED": 2024, "86165NED": 2025,
}

// lezing is a file under way.
type lezing struct {
	t        *tabel.Tekst
	o        cijfer.Opties
	oogst    *tabel.Oogst
	namen    *tabel.Namen
	kol      []kolom // nil until the first record or the header
	tabel    string
	jaar     int
	gegevens bool // the page under way holds figures
}

// LeesKWB reads Kerncijfers wijken en buurten, as OData v3 pages or as a StatLine CSV. The year comes from the column Perioden, else from the id of the table,
// else from o.Jaar. Kinds are called "kwb-AantalInwoners": the name of the topic without its number. Columns on origin or ethnicity are never read. What
// is left out is told in notices (line 0).
func LeesKWB(r io.Reader, o cijfer.Opties) (cijfer.Bestand, error) {
	t, err := tabel.Open("cbs.LeesKWB", r)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	l := &lezing{t: t, o: o, oogst: tabel.NewOogst(), namen: tabel.NewNamen(o.Gebieden)}
	if strings.IndexAny(tabel.Begin(t.Peek(512)), "{[") == 0 {
		err = l.odata()
	} else {
		err = l.csv()
	}
	if err != nil {
		return cijfer.Bestand{}, err
	}
	return l.oogst.Bestand(l.bron()), nil
}

func (l *lezing) bron() cijfer.Bron {
	b := cijfer.Bron{
		Code: "KWB", Naam: "Kerncijfers wijken en buurten", Houder: "CBS", Licentie: "CC BY 4.0", Openbaar: true, Vertraging: 12,
		Toelichting: "CBS publiceert de cijfers van een jaar in delen. Wat nog ontbreekt, is onbekend en niet nul.",
	}
	if l.tabel != "" {
		b.Toelichting = "Tabel " + l.tabel + ". " + b.Toelichting
	}
	for _, k := range l.kol {
		if k.rol == isCijfer && strings.HasPrefix(k.onderwerp.code, "kwb-") {
			return b
		}
	}
	b.Code, b.Naam = "SES-WOA", "Sociaal-economische status per wijk en buurt (SES-WOA)"
	return b
}

func (l *lezing) odata() error {
	uit, err := tabel.LeesOData(l.t, l.pagina, func(nr int, velden []tabel.Veld) error {
		if !l.gegevens {
			return nil
		}
		if l.kol == nil {
			namen := make([]string, len(velden))
			for i, v := range velden {
				namen[i] = v.Naam
			}
			if err := l.kies(namen); err != nil {
				return err
			}
		}
		return l.rij(nr, velden)
	})
	if err == nil && l.kol == nil {
		return l.t.Fout("value", "Het bestand heeft geen rijen met cijfers. Download de TypedDataSet van de tabel.")
	}
	if err == nil && uit.Vervolg {
		l.oogst.Meld("odata.nextLink", fmt.Sprintf("Dit is niet de laatste pagina: na rij %d volgen er meer. Download ook de volgende pagina's en lees ze in; tot dan ontbreken er cijfers.", uit.Rijen))
	}
	return err
}

// pagina sees the head of a page. Pages of several years in one file would need a year per page; they are refused.
func (l *lezing) pagina(metadata string) error {
	id := tabel.TabelVan(metadata)
	if l.tabel != "" && id != l.tabel {
		return l.t.Fout("odata.metadata", fmt.Sprintf("Dit bestand bevat twee tabellen, %s en %s. Lees elke tabel apart in.", l.tabel, id))
	}
	l.tabel = id
	_, deel, ok := strings.Cut(metadata, "#")
	l.gegevens = !ok || strings.Contains(deel, "DataSet")
	return nil
}

func (l *lezing) csv() error {
	c, err := tabel.OpenCSV(l.t)
	if err != nil {
		return err
	}
	if err := l.kies(c.Kop); err != nil {
		return err
	}
	velden := make([]tabel.Veld, len(c.Kop))
	for n := 0; ; n++ {
		r, err := c.Next()
		switch {
		case errors.Is(err, io.EOF) && n == 0:
			return l.t.Fout("bestand", "Het bestand heeft alleen kolomnamen en geen rijen. Download de tabel opnieuw.")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case r.Fout != "":
			l.oogst.Weiger(r.Lijn, "", r.Fout)
			err = l.oogst.TeVeel(l.t)
		default:
			for i, cel := range r.Cellen {
				velden[i] = tabel.Veld{Naam: c.Kop[i], Vorm: tabel.Woord, Waarde: cel}
			}
			err = l.rij(r.Lijn, velden)
		}
		if err != nil {
			return err
		}
	}
}

// kies judges the columns and the year, and tells what is left out.
func (l *lezing) kies(namen []string) error {
	l.kol = kolommenVan(namen)
	per := map[rol][]string{}
	for _, k := range l.kol {
		per[k.rol] = append(per[k.rol], k.naam)
	}
	var faults []domein.Fault
	if len(per[isGebied])+len(per[isCode]) == 0 {
		faults = append(faults, domein.Fault{Veld: "WijkenEnBuurten", Melding: "De kolom met het gebied ontbreekt. Download de tabel opnieuw met 'Wijken en buurten' of de regiocode."})
	}
	if len(per[isCijfer]) == 0 {
		faults = append(faults, domein.Fault{Veld: "kolommen", Melding: "Geen enkele kolom hoort bij de Kerncijfers wijken en buurten. Controleer of dit de goede tabel is."})
	}
	if l.jaar = jaren[l.tabel]; l.jaar == 0 {
		l.jaar = l.o.Jaar
	}
	if len(per[isPeriode]) == 0 && (l.jaar < 1995 || l.jaar > 2100) {
		faults = append(faults, domein.Fault{Veld: "jaar", Melding: "Het bestand zegt niet van welk jaar de cijfers zijn. Geef het jaar op, bijvoorbeeld 2024, en lees het bestand opnieuw in."})
	}
	if len(faults) > 0 {
		return l.t.Fouten(l.t.Rest(faults))
	}
	if h := per[isHerkomst]; len(h) > 0 {
		l.oogst.Meld(tabel.Kort(strings.Join(h, ", ")), fmt.Sprintf("Kolommen over herkomst zijn overgeslagen (%d). Dat gebeurt altijd: het programma vergelijkt plekken en nooit groepen mensen.", len(h)))
	}
	if n := per[isOnbekend]; len(n) > 0 {
		l.oogst.Meld(tabel.Kort(strings.Join(n, ", ")), fmt.Sprintf("Kolommen zijn niet ingelezen (%d), omdat het programma ze niet kent of omdat ze dubbel zijn. Hebt u ze nodig? Zet ze dan in het eigen CSV-formaat.", len(n)))
	}
	return nil
}

// plek gives what a column says about where and when.
func (l *lezing) plek(velden []tabel.Veld, r rol) *tabel.Veld {
	for i, k := range l.kol {
		if k.rol == r {
			return &velden[i]
		}
	}
	return nil
}

// gebied gives the code of the area: the column with codes, else the code or the name in the column of the region.
func (l *lezing) gebied(velden []tabel.Veld) (code, kolom, reden string) {
	var niveau gebied.Niveau
	if n := l.plek(velden, isNiveau); n != nil {
		niveau = tabel.Niveau(n.Waarde)
	}
	g, c := l.plek(velden, isGebied), l.plek(velden, isCode)
	if g != nil {
		if _, reden = l.oogst.GebiedCode(g.Waarde); reden == "" || c == nil && g.Vorm == tabel.Woord {
			code, reden = l.namen.Zoek(g.Waarde, niveau)
			return code, g.Naam, reden
		}
	}
	if c == nil {
		return "", g.Naam, reden
	}
	code, reden = l.oogst.GebiedCode(c.Waarde)
	return code, c.Naam, reden
}
