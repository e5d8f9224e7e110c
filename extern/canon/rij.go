// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package canon

import (
	"fmt"
	"strings"

	"dwarsverband/domein/cijfer"
	"dwarsverband/extern/tabel"
)

// rij takes one row, or refuses it with every fault that it has.
func (l *lezing) rij(r tabel.Rij) {
	cel := func(naam string) string {
		if i, ok := l.plek[naam]; ok {
			return strings.TrimSpace(r.Cellen[i])
		}
		return ""
	}
	goed := true
	weiger := func(kolom, reden string) {
		if reden != "" {
			l.oogst.Weiger(r.Lijn, kolom, reden)
			goed = false
		}
	}
	for _, naam := range []string{"code", "periode", "maat", "waardeattribuut", "bron", "naam", "eenheid"} {
		weiger(naam, geenTekst(cel(naam)))
	}
	if !goed {
		return
	}
	code, reden := l.oogst.GebiedCode(cel("code"))
	weiger("code", reden)
	periode, reden := l.periode(cel("periode"))
	weiger("periode", reden)
	maat, bron := cel("maat"), cel("bron")
	if _, ok := l.reeksen[maat]; !ok && (!maatShape.MatchString(maat) || len(maat) > 80) {
		weiger("maat", "De maat is geen code. Gebruik kleine letters, cijfers, streepjes en punten, zoals hg-meldingen.")
	}
	weiger("bron", l.geenBron(bron))
	attribuut, reden := leesAttribuut(cel("waardeattribuut"))
	weiger("waardeattribuut", reden)
	waarde, reden := leesWaarde(cel("waarde"), attribuut, cel("eenheid"))
	weiger("waarde", reden)
	if !goed {
		return
	}
	if kolom, reden := l.past(r.Lijn, maat, periode.Lengte(), cel("eenheid"), cel("naam")); reden != "" {
		weiger(kolom, reden)
		return
	}
	l.oogst.Neem(cijfer.Regel{
		Lijn: r.Lijn, Bron: l.oogst.Woord(bron), Gebied: code, Soort: l.oogst.Woord(maat), SoortNaam: l.oogst.Woord(cel("naam")),
		Eenheid: l.oogst.Woord(cel("eenheid")), Periode: periode, Waarde: waarde, Attribuut: attribuut,
	}, "waarde")
}

// geenTekst says why s may not stand in a column with text; "" when it may.
func geenTekst(s string) string {
	switch {
	case tabel.Formule(s):
		return tabel.GeenFormule
	case !tabel.Schoon(s):
		return "Deze tekst is te lang of bevat onzichtbare tekens. Gebruik hoogstens 200 gewone tekens."
	}
	return ""
}

// periode reads a code; the names of StatLine are not accepted here, because this format is ours and has one way to say a thing.
func (l *lezing) periode(s string) (cijfer.Periode, string) {
	if p, ok := l.perioden[s]; ok {
		return p, ""
	}
	if _, err := cijfer.ParsePeriode(s); err != nil {
		return "", tabel.GeenPeriode(s)
	}
	p := cijfer.Periode(strings.Clone(s))
	l.perioden[string(p)] = p
	return p, ""
}

func (l *lezing) geenBron(bron string) string {
	if l.bronnen[bron] {
		return ""
	}
	if !bronShape.MatchString(bron) || len(bron) > 80 {
		return "Vul de code van de bron in, zoals die op de pagina Bronnen staat."
	}
	l.bronnen[strings.Clone(bron)] = true
	return ""
}

// past compares a row with the first one of its kind.
func (l *lezing) past(lijn int, maat string, lengte cijfer.Lengte, eenheid, naam string) (kolom, reden string) {
	eerste, ok := l.reeksen[maat]
	switch {
	case !ok:
		l.reeksen[strings.Clone(maat)] = reeks{lijn, lengte, strings.Clone(eenheid), strings.Clone(naam)}
	case eerste.lengte != lengte:
		return "periode", fmt.Sprintf("Op regel %d is %s per %s, hier per %s. Gebruik voor elke lengte een eigen maat.", eerste.lijn, maat, eerste.lengte, lengte)
	case eerste.eenheid != eenheid:
		return "eenheid", fmt.Sprintf("Op regel %d heeft %s de eenheid %q. Gebruik overal dezelfde eenheid.", eerste.lijn, maat, eerste.eenheid)
	case naam != "" && eerste.naam != naam:
		return "naam", fmt.Sprintf("Op regel %d heeft %s de naam %q. Gebruik overal dezelfde naam.", eerste.lijn, maat, eerste.naam)
	}
	return "", ""
}

func leesAttribuut(s string) (a cijfer.Attribuut, reden string) {
	switch a = cijfer.Attribuut(strings.ToLower(s)); a {
	case cijfer.Definitief, cijfer.Voorlopig, cijfer.Geheim, cijfer.Onbekend, cijfer.NietVanToepassing:
		return a, ""
	}
	return "", fmt.Sprintf("%q is niet bekend. Laat de cel leeg of kies: voorlopig, geheim, onbekend, niet van toepassing.", tabel.Kort(s))
}

// leesWaarde reads a value, which must agree with its attribute: a secret figure has no value, and a figure without value says why.
func leesWaarde(s string, a cijfer.Attribuut, eenheid string) (*float64, string) {
	if a == cijfer.Geheim || a == cijfer.Onbekend || a == cijfer.NietVanToepassing {
		if s != "" {
			return nil, fmt.Sprintf("Bij %q hoort geen waarde. Haal de waarde weg of maak waardeattribuut leeg.", a)
		}
		return nil, ""
	}
	f, ok := tabel.Getal(s)
	switch {
	case s == "":
		return nil, "De waarde ontbreekt. Vul een getal in, of zet bij waardeattribuut: onbekend, geheim of niet van toepassing."
	case !ok && tabel.Formule(s):
		return nil, tabel.GeenFormule
	case !ok:
		return nil, fmt.Sprintf(tabel.GeenGetal, tabel.Kort(s))
	case f < 0 && (eenheid == "" || eenheid == "aantal"):
		return nil, "Een aantal kan niet onder nul zijn. Is dit geen aantal? Vul dan de kolom eenheid in."
	}
	return &f, ""
}
