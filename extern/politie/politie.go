// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package politie reads the open figures of the police per wijk and buurt: tables 47022NED (offences a month), 47018NED (offences a year) and 47024NED
// (nuisance a month), as OData v3 pages and as the CSV of the portal. It is the place where their traps are known: padded keys, roll-ups among the details,
// year totals among the months, null that is not zero, names instead of codes.
package politie

import (
	"math"

	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/extern/tabel"
)

// tabelSoort is one table of the catalogue.
type tabelSoort struct {
	id, naam    string
	lengte      cijfer.Lengte
	overlast    bool
	dimensie    string // column of the kind in OData
	onderwerp   string // name of the topic in OData; CBS numbers it, so only the beginning counts
	voorvoegsel string // of the kind: a year is another series than its months
}

var (
	perMaand = tabelSoort{id: "47022NED", naam: "Geregistreerde misdrijven per wijk en buurt, per maand", lengte: cijfer.Maand,
		dimensie: "SoortMisdrijf", onderwerp: "GeregistreerdeMisdrijven", voorvoegsel: "misdrijf-"}
	perJaar = tabelSoort{id: "47018NED", naam: "Geregistreerde misdrijven per wijk en buurt, per jaar", lengte: cijfer.Jaar,
		dimensie: "SoortMisdrijf", onderwerp: "GeregistreerdeMisdrijven", voorvoegsel: "misdrijf-jaar-"}
	overlastPerMaand = tabelSoort{id: "47024NED", naam: "Geregistreerde overlast per wijk en buurt, per maand", lengte: cijfer.Maand,
		overlast: true, dimensie: "Overlast", onderwerp: "GeregistreerdeOverlast", voorvoegsel: "overlast-"}
	tabellen = map[string]tabelSoort{"47022NED": perMaand, "47018NED": perJaar, "47024NED": overlastPerMaand}
)

func (t tabelSoort) bron() cijfer.Bron {
	return cijfer.Bron{
		Code: t.id, Naam: t.naam, Houder: "Politie", Domein: "veiligheid", Licentie: "CC BY 4.0", Openbaar: true, Vertraging: 1,
		Toelichting: "De politie past cijfers van vorige maanden later nog aan. Misdrijven zonder bekende plek tellen wel mee in de gemeente en niet in een buurt.",
	}
}

// rij is one row as the file has it; names and labels are looked up when the whole file has been seen.
type rij struct {
	lijn      int
	soort     string // code or label
	gebied    string // code or label
	niveau    gebied.Niveau
	periode   cijfer.Periode
	waarde    *float64
	attribuut cijfer.Attribuut
}

// kolommen are the names of the columns as the file has them, for refusals.
type kolommen struct{ soort, gebied, periode, waarde string }

// lezing is a file under way.
type lezing struct {
	oogst  *tabel.Oogst
	kol    kolommen
	rijen  []rij
	titels map[string]string // by key, from dimension pages in the file
	namen  *tabel.Namen
}

func newLezing(kol kolommen, o cijfer.Opties) *lezing {
	return &lezing{oogst: tabel.NewOogst(), kol: kol, titels: map[string]string{}, namen: tabel.NewNamen(o.Gebieden)}
}

// rond judges all rows of the file as rows of table t.
func (l *lezing) rond(b *tabel.Tekst, t tabelSoort) (cijfer.Bestand, error) {
	kinds, kaal := map[string]kind{}, false
	for _, r := range l.rijen {
		k, ok := kinds[r.soort]
		if !ok {
			k = kindVan(r.soort, t, l.titels)
			kinds[r.soort] = k
		}
		code, reden := l.namen.Zoek(r.gebied, r.niveau)
		switch {
		case k.reden != "":
			l.oogst.Weiger(r.lijn, l.kol.soort, k.reden)
		case r.periode.Lengte() != t.lengte:
			l.oogst.Weiger(r.lijn, l.kol.periode, andereLengte(r.periode, t))
		case reden != "":
			l.oogst.Weiger(r.lijn, l.kol.gebied, reden)
		default:
			kaal = kaal || k.kaal
			l.oogst.Neem(cijfer.Regel{
				Lijn: r.lijn, Gebied: l.oogst.Woord(code), Soort: k.code, SoortNaam: k.naam, Eenheid: "aantal", Totaal: k.totaal, Politie: k.politie, Toelichting: k.toelichting(),
				Periode: r.periode, Waarde: r.waarde, Attribuut: r.attribuut,
			}, l.kol.waarde)
		}
		if err := l.oogst.TeVeel(b); err != nil {
			return cijfer.Bestand{}, err
		}
	}
	if kaal {
		l.oogst.Meld(l.kol.soort, "Het bestand noemt soorten overlast alleen met een code. Zet de pagina 'Overlast' van dezelfde tabel achter dit bestand en lees het opnieuw in. Anders sluiten deze cijfers niet aan op een download van het portaal.")
	}
	return l.oogst.Bestand(t.bron()), nil
}

func andereLengte(p cijfer.Periode, t tabelSoort) string {
	switch {
	case t.lengte == cijfer.Jaar:
		return "Dit is geen jaar. Tabel 47018NED bevat alleen jaarcijfers; lees maanden in met tabel 47022NED."
	case p.Lengte() == cijfer.Jaar:
		return "Jaartotaal in een maandtabel; wordt niet bij de maanden opgeteld. U hoeft niets te doen."
	}
	return "Kwartaaltotaal in een maandtabel; wordt niet bij de maanden opgeteld. U hoeft niets te doen."
}

// status gives the attribute of a figure.
func status(waarde *float64, attribuut cijfer.Attribuut, voorlopig bool) cijfer.Attribuut {
	if waarde != nil && voorlopig {
		return cijfer.Voorlopig
	}
	return attribuut
}

// geenAantal says why f cannot be a count; "" when it can.
func geenAantal(f float64) string {
	switch {
	case f < 0:
		return "Een aantal kan niet onder nul zijn. Controleer het bestand of download het opnieuw."
	case f != math.Trunc(f) || f > 1e9:
		return "Dit is geen geheel aantal. Controleer het bestand of download het opnieuw."
	}
	return ""
}
