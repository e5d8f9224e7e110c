// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht_test

import (
	"math/rand/v2"
	"slices"
)

// An invented year of looks with planted snoopers. The rules are handed only what the program has: who, which case, when, places in circles, tasks, and names as sounds.

// soorten are the kinds of snoopers, with how many there are of each: 60 in all. The run on one file is one, of 85 people.
var soorten = []struct {
	naam   string
	aantal int
}{{"own record", 9}, {"household", 9}, {"colleague", 9}, {"neighbour", 8}, {"left the circle", 8}, {"series of cases", 8}, {"closed case at night", 8}, {"run on one file", 1}}

type naam struct{ achter, voor int } // as sounds

type mens struct {
	naam
	org, adres int
}

type zaakje struct {
	begin, eind int // days
	leden       []lid
	mensen      []mens
}

type lid struct{ wie, tot int } // tot: the day on which he left; the end of the case, or before

type inkijk struct {
	wie, casus, minuut int
	taak               bool // a task or a meeting for it on that day
	gluurder           int  // 1 + index of the snooper; 0: none
}

type jaar struct {
	r         *rand.Rand
	users     []mens
	zaken     []zaakje
	bij       [][]int // cases by user
	dagen     [365][]inkijk
	gluurders []string // kind of each
	achter    map[int]int
	volledig  []map[naam]int // whole names by organisation
	bron      func() naam
}

// maakJaar invents a year. Names follow a law of Zipf with 50,000 sounds of surnames, the most common of which has 0.4 % of people, and 400 of first names.
func maakJaar(zaad int64, users, zaken, blikken int) *jaar {
	r := rand.New(rand.NewPCG(uint64(zaad), 7))
	achter, voor := rand.NewZipf(r, 1.05, 40, 50000), rand.NewZipf(r, 1.1, 10, 400)
	j := &jaar{r: r, achter: map[int]int{}, bij: make([][]int, users), bron: func() naam { return naam{int(achter.Uint64()), int(voor.Uint64())} }}
	orgs := max(users/100, 1)
	for range orgs {
		j.volledig = append(j.volledig, map[naam]int{})
	}
	for i := range users {
		m := mens{j.bron(), i % orgs, -1 - i}
		j.users = append(j.users, m)
		j.volledig[m.org][m.naam]++
	}
	for i := range zaken {
		j.zaken = append(j.zaken, j.maakZaak(i, users))
	}
	j.gewoon(blikken)
	j.plant()
	for _, z := range j.zaken {
		eigen := map[int]bool{}
		for _, m := range z.mensen {
			eigen[m.achter] = true
		}
		for a := range eigen {
			j.achter[a]++
		}
	}
	for d := range j.dagen {
		slices.SortStableFunc(j.dagen[d], func(a, b inkijk) int { return a.minuut - b.minuut })
	}
	return j
}

// maakZaak makes a household of three of which 70 % share the surname of the first, with a circle of six; three in ten leave before the end.
func (j *jaar) maakZaak(nr, users int) zaakje {
	begin := j.r.IntN(500) - 180
	z := zaakje{begin: begin, eind: begin + 60 + j.r.IntN(240)}
	for k := range 3 {
		n := j.bron()
		if k > 0 && j.r.Float64() < 0.7 {
			n.achter = z.mensen[0].achter
		}
		z.mensen = append(z.mensen, mens{n, -1, nr})
	}
	for range 6 {
		u, tot := j.r.IntN(users), z.eind
		if j.r.Float64() < 0.3 {
			tot = begin + j.r.IntN(z.eind-begin)
		}
		z.leden = append(z.leden, lid{u, tot})
		j.bij[u] = append(j.bij[u], nr)
	}
	return z
}

func werkdag(d int) bool { return d%7 < 5 }

func (j *jaar) dag() int {
	for {
		if d := j.r.IntN(365); werkdag(d) {
			return d
		}
	}
}

// uur gives a minute of the day: 3 % outside working hours.
func (j *jaar) uur() int {
	if j.r.Float64() < 0.03 {
		return 19*60 + j.r.IntN(240)
	}
	return 8*60 + j.r.IntN(600)
}

func (j *jaar) voeg(d int, k inkijk) {
	if d >= 0 && d < 365 {
		j.dagen[d] = append(j.dagen[d], k)
	}
}

// gewoon are the looks that are all right: 95 % from a place in the circle, 2.5 % with a task, 2.5 % of which the reason was not recorded; people who hand over after they left;
// search work; and incidents at which many look at one case.
func (j *jaar) gewoon(blikken int) {
	for range blikken {
		u, d := j.r.IntN(len(j.users)), j.dag()
		k := inkijk{wie: u, minuut: j.uur(), casus: j.r.IntN(len(j.zaken))}
		p := j.r.Float64()
		if p < 0.95 {
			k.casus, d = j.eigen(u)
		}
		k.taak = p > 0.975 || j.r.Float64() < 0.3
		if p >= 0.95 && p <= 0.975 {
			k.taak = false
		}
		j.voeg(d, k)
	}
	for range len(j.users) / 50 {
		d, u, taak := j.dag(), j.r.IntN(len(j.users)), j.r.Float64() < 0.9
		for i := range 10 + j.r.IntN(15) {
			j.voeg(d, inkijk{wie: u, casus: j.r.IntN(len(j.zaken)), minuut: 600 + 2*i, taak: taak})
		}
	}
	for range max(len(j.users)/75, 1) {
		d, c := j.dag(), j.r.IntN(len(j.zaken))
		for range 3 + j.r.IntN(7) {
			j.voeg(d, inkijk{wie: j.r.IntN(len(j.users)), casus: c, minuut: j.uur(), taak: j.r.Float64() < 0.5})
		}
	}
}

// eigen gives a case in whose circle a user is, and a working day on which he is: one look in a hundred hands over up to ten days after he left, and one in 5,000 comes later.
func (j *jaar) eigen(u int) (casus, dag int) {
	for {
		c := j.bij[u][j.r.IntN(len(j.bij[u]))]
		z := j.zaken[c]
		tot := z.leden[slices.IndexFunc(z.leden, func(l lid) bool { return l.wie == u })].tot
		d := z.begin + j.r.IntN(tot-z.begin+1)
		switch p := j.r.Float64(); {
		case p < 0.0002:
			d = tot + 15 + j.r.IntN(100)
		case p < 0.01:
			d = tot + j.r.IntN(10)
		}
		if d >= 0 && d < 365 && werkdag(d) {
			return c, d
		}
	}
}
