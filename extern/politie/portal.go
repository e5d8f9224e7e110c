// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package politie

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// portal is the place of the columns of a portal CSV; -1 where the file has none.
type portal struct {
	soort, gebied, code, niveau, periode, waarde int
	overlast                                     bool
}

// LeesPortal reads the CSV that the portal of the police gives ("CSV met statistische symbolen"), whose columns follow the choice of the user. It names kinds,
// periods and areas; areas are looked up in o.Gebieden unless the file has the column with codes. The file does not name its table: months make it 47022NED or
// 47024NED, years alone 47018NED.
func LeesPortal(r io.Reader, o cijfer.Opties) (cijfer.Bestand, error) {
	t, err := tabel.Open("politie.LeesPortal", r)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	c, err := tabel.OpenCSV(t)
	if err != nil {
		return cijfer.Bestand{}, err
	}
	p, faults := leesKop(c.Kop)
	if len(faults) > 0 {
		return cijfer.Bestand{}, t.Fouten(t.Rest(faults))
	}
	gebiedKol := p.gebied
	if p.code >= 0 {
		gebiedKol = p.code
	}
	l := newLezing(kolommen{c.Kop[p.soort], c.Kop[gebiedKol], c.Kop[p.periode], c.Kop[p.waarde]}, o)
	maanden, n := false, 0
	for ; ; n++ {
		rij, err := c.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = l.oogst.TeVeel(t)
		}
		if err != nil {
			return cijfer.Bestand{}, err
		}
		if p.neem(l, rij, c.Kop) {
			maanden = maanden || l.rijen[len(l.rijen)-1].periode.Lengte() == cijfer.Maand
		}
	}
	if n == 0 {
		return cijfer.Bestand{}, t.Fout("bestand", "Het bestand heeft alleen kolomnamen en geen rijen. Download de tabel opnieuw.")
	}
	switch {
	case p.overlast:
		return l.rond(t, overlastPerMaand)
	case maanden:
		return l.rond(t, perMaand)
	}
	return l.rond(t, perJaar)
}

// leesKop finds the columns, in any order. Other columns, such as Gemeentenaam, are left aside.
func leesKop(kop []string) (p portal, faults []domein.Fault) {
	p = portal{-1, -1, -1, -1, -1, -1, false}
	topic := -1
	zet := func(plek *int, i int) {
		if *plek >= 0 {
			faults = append(faults, domein.Fault{Veld: kop[i], Melding: "Deze kolom staat twee keer in het bestand. Haal er één weg."})
		}
		*plek = i
	}
	for i, naam := range kop {
		switch klein := strings.ToLower(naam); {
		case klein == "soort misdrijf" || klein == "soort misdrijven":
			zet(&p.soort, i)
		case klein == "overlast" || klein == "soort overlast":
			zet(&p.soort, i)
			p.overlast = true
		case klein == "perioden":
			zet(&p.periode, i)
		case tabel.CodeKolom(naam):
			zet(&p.code, i)
		case klein == "wijken en buurten":
			zet(&p.gebied, i)
		case strings.Contains(klein, "soort regio"):
			zet(&p.niveau, i)
		case strings.HasPrefix(klein, "geregistreerde misdrijven"), strings.HasPrefix(klein, "geregistreerde overlast"):
			zet(&topic, i)
		}
	}
	if want := "geregistreerde misdrijven"; topic >= 0 {
		if p.overlast {
			want = "geregistreerde overlast"
		}
		if p.soort < 0 || strings.HasPrefix(strings.ToLower(kop[topic]), want) {
			p.waarde = topic
		}
	}
	for _, k := range []struct {
		plek int
		naam string
	}{
		{p.soort, "Soort misdrijf (of Overlast)"}, {max(p.gebied, p.code), "Wijken en buurten"}, {p.periode, "Perioden"},
		{p.waarde, "Geregistreerde misdrijven (aantal) of Geregistreerde overlast (aantal)"},
	} {
		if k.plek < 0 {
			faults = append(faults, domein.Fault{Veld: k.naam, Melding: "Deze kolom ontbreekt. Download de tabel opnieuw en kies deze kolom."})
		}
	}
	return p, faults
}

// neem takes one row and says whether it did.
func (p portal) neem(l *lezing, r tabel.Rij, kop []string) bool {
	if r.Fout != "" {
		l.oogst.Weiger(r.Lijn, "", r.Fout)
		return false
	}
	for i, cel := range r.Cellen {
		if i != p.waarde && tabel.Formule(cel) {
			l.oogst.Weiger(r.Lijn, kop[i], tabel.GeenFormule)
			return false
		}
	}
	periode, voorlopig, err := l.oogst.Periode(r.Cellen[p.periode])
	if err != nil {
		l.oogst.Weiger(r.Lijn, l.kol.periode, fmt.Sprintf("%q is geen periode. De download heeft '2025 september' of '2025'.", tabel.Kort(r.Cellen[p.periode])))
		return false
	}
	waarde, attribuut, reden := aantalIn(r.Cellen[p.waarde])
	if reden != "" {
		l.oogst.Weiger(r.Lijn, l.kol.waarde, reden)
		return false
	}
	nieuw := rij{
		lijn: r.Lijn, soort: l.oogst.Woord(r.Cellen[p.soort]), periode: periode,
		waarde: waarde, attribuut: status(waarde, attribuut, voorlopig),
	}
	if p.code >= 0 {
		code, reden := l.oogst.GebiedCode(r.Cellen[p.code])
		if reden != "" {
			l.oogst.Weiger(r.Lijn, l.kol.gebied, reden)
			return false
		}
		nieuw.gebied = code
	} else {
		nieuw.gebied = l.oogst.Woord(r.Cellen[p.gebied])
		l.namen.Zie(nieuw.gebied)
	}
	if p.niveau >= 0 {
		nieuw.niveau = tabel.Niveau(r.Cellen[p.niveau])
	}
	l.rijen = append(l.rijen, nieuw)
	return true
}

// aantalIn reads a count, padded with blanks on the left.
func aantalIn(cel string) (*float64, cijfer.Attribuut, string) {
	if a, ok := tabel.Symbool(cel); ok {
		return nil, a, ""
	}
	kaal := strings.TrimSpace(cel)
	f, ok := tabel.Getal(kaal)
	switch {
	case !ok && tabel.Formule(kaal):
		return nil, "", tabel.GeenFormule
	case !ok:
		return nil, "", fmt.Sprintf(tabel.GeenGetal, tabel.Kort(kaal))
	}
	return &f, cijfer.Definitief, geenAantal(f)
}
