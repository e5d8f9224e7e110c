// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"fmt"
)

// Keuze is what areas are compared on.
type Keuze struct {
	Soort   string
	Tot     Periode // last period; empty is the newest
	Jaarsom bool    // add up the periods of the year that ends with Tot
	Per1000 bool    // per 1,000 inhabitants instead of the count
}

// Uitkomst is what is known of one area: a value, or why there is none.
type Uitkomst struct {
	Waarde       *float64
	Onder, Boven *float64  // 95 % margin by chance of a count or rate, in the unit of Waarde; nil where it is neither
	Attribuut    Attribuut // Geheim: there is a figure and its source hides it; Voorlopig: it may still change
	Reden        string    // why there is no value, in Dutch
}

// Rij is one area in a comparison.
type Rij struct {
	Nu, Eerder Uitkomst
	Reeks      []Cijfer // the figures up to the period that is shown, by period
	Inwoners   float64  // of the area, where the figure is a rate and they are known; else 0
}

// Klein tells whether one case more or less moves the rate of the area by more than 1 per 1,000.
func (r Rij) Klein() bool { return r.Inwoners > 0 && r.Inwoners < 1000 }

// Verschil is the change against the earlier period; nil where one of both is unknown.
func (r Rij) Verschil() *float64 {
	if r.Nu.Waarde == nil || r.Eerder.Waarde == nil {
		return nil
	}
	d := *r.Nu.Waarde - *r.Eerder.Waarde
	return &d
}

// Vergelijking is one kind and period for all areas.
type Vergelijking struct {
	Soort    Soort
	Bron     Bron
	Perioden []Periode // for which there are figures, newest first
	Keuze    Keuze     // as it was carried out: Tot is a period that exists, Jaarsom and Per1000 only where they mean something
	Eerder   Periode   // what Rij.Eerder is about; empty where there is nothing earlier
	// Inwoners is the denominator of a rate, InwonersEerder that of the earlier period. Their Jaar is 0 where nobody knows the inhabitants.
	Inwoners, InwonersEerder Inwonertal
	Rijen                    map[string]Rij // by code of the area; an area without any figure is not in it
}

// Rij gives the row of an area.
func (v Vergelijking) Rij(gebied string) Rij {
	if r, ok := v.Rijen[gebied]; ok {
		return r
	}
	return Rij{Nu: Uitkomst{Reden: geenGegevens}, Eerder: Uitkomst{Reden: geenGegevens}}
}

// Inwonertal is the number of inhabitants of each area on 1 January of a year.
type Inwonertal struct {
	Jaar   int
	Aantal map[string]float64
}

const geenGegevens = "geen gegevens"

// stappen is how many periods k adds up.
func (k Keuze) stappen(l Lengte) int {
	if k.Jaarsom {
		return l.PerJaar()
	}
	return 1
}

// passend drops from k what means nothing for the kind: only counts are added up or divided.
func (k Keuze) passend(s Soort, inwoners bool) Keuze {
	k.Jaarsom = k.Jaarsom && s.Telling() && s.Lengte != Jaar
	k.Per1000 = k.Per1000 && s.PerInwoner() && inwoners
	return k
}

// eerder is the period to compare tot with: the same one a year before, or for figures by year the last one before, because some come every second year.
func eerder(tot Periode, perioden []Periode) Periode {
	if tot.Lengte() != Jaar {
		return tot.Add(-tot.Lengte().PerJaar())
	}
	for _, p := range perioden {
		if p < tot {
			return p
		}
	}
	return ""
}

// EerderDan is the period to compare tot with, given the series that tot is in.
func EerderDan(tot Periode, reeks []Cijfer) Periode {
	perioden := make([]Periode, len(reeks))
	for i, c := range reeks {
		perioden[len(reeks)-1-i] = c.Periode
	}
	return eerder(tot, perioden)
}

// vanaf is the first period that a comparison looks at: three years of months or quarters, ten years of years.
func vanaf(tot Periode) Periode {
	if tot.Lengte() == Jaar {
		return tot.Add(-9)
	}
	return tot.Add(1 - 3*tot.Lengte().PerJaar())
}

// Vergelijk makes the row of one area from its figures. The earlier period is left out where it is empty.
func (k Keuze) Vergelijk(reeks []Cijfer, vorige Periode) Rij {
	by := make(map[Periode]Cijfer, len(reeks))
	for _, c := range reeks {
		by[c.Periode] = c
	}
	n := k.stappen(k.Tot.Lengte())
	r := Rij{Nu: optellen(by, k.Tot, n), Eerder: Uitkomst{Reden: geenGegevens}, Reeks: reeks}
	if vorige != "" {
		r.Eerder = optellen(by, vorige, n)
	}
	return r
}

// optellen adds up the n periods that end with tot. One that is absent makes the sum unknown: absent is not zero.
func optellen(by map[Periode]Cijfer, tot Periode, n int) Uitkomst {
	var som float64
	var u Uitkomst
	known, last := 0, Cijfer{}
	for i := range n {
		c, ok := by[tot.Add(-i)]
		switch {
		case !ok:
			continue
		case c.Attribuut == Geheim:
			return Uitkomst{Attribuut: Geheim, Reden: "afgeschermd"}
		case c.Waarde == nil:
			last = c
			continue
		case c.Attribuut == Voorlopig:
			u.Attribuut = Voorlopig
		}
		known++
		som += *c.Waarde
	}
	switch {
	case known == n:
		u.Waarde = &som
	case known > 0:
		u.Reden = fmt.Sprintf("%d van de %d %s bekend", known, n, tot.Lengte().meervoud())
	case last.Attribuut == Onbekend || last.Attribuut == NietVanToepassing:
		u.Reden = string(last.Attribuut)
	default:
		u.Reden = geenGegevens
	}
	return u
}

func (l Lengte) meervoud() string {
	switch l {
	case Maand:
		return "maanden"
	case Kwartaal:
		return "kwartalen"
	}
	return "jaren"
}

// metMarge adds the margin of a count.
func (u Uitkomst) metMarge() Uitkomst {
	if u.Waarde != nil {
		onder, boven := Marge(*u.Waarde)
		u.Onder, u.Boven = &onder, &boven
	}
	return u
}

// metGeschatteMarge adds the margin of a rate that the source publishes: that of the count that it comes down to.
func (u Uitkomst) metGeschatteMarge(inwoners float64) Uitkomst {
	if u.Waarde != nil && inwoners > 0 {
		onder, boven := Marge(*u.Waarde * inwoners / 1000)
		onder, boven = Per1000(onder, inwoners), Per1000(boven, inwoners)
		u.Onder, u.Boven = &onder, &boven
	}
	return u
}

// per1000 divides a count and its margin by the inhabitants of the area.
func (u Uitkomst) per1000(in Inwonertal, gebied string) Uitkomst {
	n, ok := in.Aantal[gebied]
	switch {
	case u.Waarde == nil:
		return u
	case !ok:
		return Uitkomst{Reden: "geen inwonertal"}
	case n < MinInwoners:
		return Uitkomst{Reden: fmt.Sprintf("minder dan %d inwoners", MinInwoners)}
	}
	for _, v := range []**float64{&u.Waarde, &u.Onder, &u.Boven} {
		if *v != nil {
			rate := Per1000(**v, n)
			*v = &rate
		}
	}
	return u
}
