// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"cmp"
	"slices"

	"dwarsverband/domein/cijfer"
)

// Verhaal is one event: the signal of the largest area that rings, with the signals of the areas inside it for the same kind and month. What rings in a buurt often
// rings in its wijk and gemeente too; that is one thing to look into, not three.
type Verhaal struct {
	Hoofd Signaal
	Delen []Deel
}

// Van tells whether a signal is part of v.
func (v Verhaal) Van(id string) bool {
	return v.Hoofd.ID == id || slices.ContainsFunc(v.Delen, func(d Deel) bool { return d.ID == id })
}

// Deel is a signal inside the area of the head and how much of it it carries.
type Deel struct {
	Signaal
	Van float64 // count of the head: "draagt 72 van de 175"
}

// maxDiepte is more levels than any division has; it ends the walk up in areas that lie in each other.
const maxDiepte = 10

// Vouw folds signals to events, newest first and within a month the most unlikely first. ouder gives the area that an area lies in.
func Vouw(signalen []Signaal, ouder map[string]string) []Verhaal {
	at := map[cijfer.Cel]int{}
	for i, s := range signalen {
		at[s.Cel()] = i
	}
	head := func(i int) int {
		top, s, g := i, signalen[i], signalen[i].Gebied
		for range maxDiepte {
			if g = ouder[g]; g == "" || g == s.Gebied {
				break
			}
			if j, ok := at[cijfer.Cel{Soort: s.Soort, Gebied: g, Periode: s.Periode}]; ok {
				top = j
			}
		}
		return top
	}
	stories := map[int]*Verhaal{}
	var order []int
	for i, s := range signalen {
		h := head(i)
		if stories[h] == nil {
			stories[h] = &Verhaal{Hoofd: signalen[h]}
			order = append(order, h)
		}
		if h != i {
			stories[h].Delen = append(stories[h].Delen, Deel{Signaal: s, Van: signalen[h].Gezien})
		}
	}
	list := make([]Verhaal, 0, len(order))
	for _, h := range order {
		v := stories[h]
		slices.SortFunc(v.Delen, func(a, b Deel) int { return cmp.Or(cmp.Compare(b.Gezien, a.Gezien), cmp.Compare(a.Gebied, b.Gebied)) })
		list = append(list, *v)
	}
	slices.SortStableFunc(list, func(a, b Verhaal) int {
		return cmp.Or(cmp.Compare(b.Hoofd.Periode, a.Hoofd.Periode), cmp.Compare(a.Hoofd.P, b.Hoofd.P), cmp.Compare(a.Hoofd.Gebied, b.Hoofd.Gebied))
	})
	return list
}
