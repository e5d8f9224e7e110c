// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht_test

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"dwarsverband/domein/termijn"
	"dwarsverband/domein/toezicht"
)

// feiten are what the program knows of a look. adressen tells whether everybody stated his address.
func (j *jaar) feiten(d int, k inkijk, adressen bool) toezicht.Feiten {
	var f toezicht.Feiten
	wie, z := j.users[k.wie], j.zaken[k.casus]
	for _, m := range z.mensen {
		zeldzaam := j.achter[m.achter]*2000 <= len(j.zaken)
		if m.achter == wie.achter {
			zet(&f, toezicht.EigenAchternaam, true)
			zet(&f, toezicht.Zeldzaam, zeldzaam)
			zet(&f, toezicht.EigenNaam, m.voor == wie.voor)
		}
		zelf := 0
		if m.naam == wie.naam {
			zelf = 1
		}
		zet(&f, toezicht.NaamCollega, j.volledig[wie.org][m.naam] > zelf)
		zet(&f, toezicht.ZelfdeAdres, adressen && m.adres == wie.adres)
	}
	plek := false
	for _, l := range z.leden {
		if l.wie == k.wie {
			plek = plek || d <= l.tot
			f[toezicht.DagenWeg] = max(f[toezicht.DagenWeg], d-l.tot)
		}
	}
	if plek {
		f[toezicht.DagenWeg] = 0
	}
	f[toezicht.DagenGesloten] = max(0, d-z.eind)
	zet(&f, toezicht.ZonderTaak, !k.taak)
	zet(&f, toezicht.ZonderReden, !k.taak && !plek)
	zet(&f, toezicht.BuitenUren, k.minuut < 7*60 || k.minuut >= 19*60 || !werkdag(d))
	return f
}

func zet(f *toezicht.Feiten, feit toezicht.Feit, waar bool) {
	if waar {
		f[feit] = 1
	}
}

// uitslag is what the rules make of a year.
type uitslag struct {
	blikken, vragen int
	vals            map[string]int // questions about looks that were all right, by rule
	gluur, geraakt  map[string]int // looks of snoopers by kind, and those that need an explanation
	gevonden        map[string]int // snoopers by kind of whom a look needs an explanation
	eerste          int            // at which of the people of the run on one file the first question comes
}

// loop runs the rules over a year. A look is asked about once in four weeks for the same user and case.
func (j *jaar) loop(set []toezicht.Kenmerk, adressen bool) uitslag {
	u := uitslag{vals: map[string]int{}, gluur: map[string]int{}, geraakt: map[string]int{}, gevonden: map[string]int{}}
	gezien, gevraagd, run := map[int]bool{}, map[[2]int]int{}, map[int]bool{}
	var v toezicht.Venster
	start := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	for d, list := range j.dagen {
		op := termijn.DateOf(start.AddDate(0, 0, d))
		for _, k := range list {
			f := j.feiten(d, k, adressen)
			if f[toezicht.ZonderReden] > 0 {
				v.Tel(strconv.Itoa(k.wie), strconv.Itoa(k.casus), start.AddDate(0, 0, d).Add(time.Duration(k.minuut)*time.Minute), &f)
			}
			u.blikken++
			redenen := toezicht.Redenen(set, f, op)
			if k.gluurder > 0 {
				soort := j.gluurders[k.gluurder-1]
				u.gluur[soort]++
				if soort == "run on one file" && u.eerste == 0 {
					run[k.wie] = true
				}
				if slices.ContainsFunc(redenen, func(r toezicht.Kenmerk) bool { return r.Code == "toeloop" }) && u.eerste == 0 && soort == "run on one file" {
					u.eerste = len(run)
				}
				if len(redenen) > 0 {
					u.geraakt[soort]++
					if !gezien[k.gluurder] {
						gezien[k.gluurder] = true
						u.gevonden[soort]++
					}
				}
			}
			sleutel := [2]int{k.wie, k.casus}
			if tot := gevraagd[sleutel]; len(redenen) == 0 || d < tot {
				continue
			}
			gevraagd[sleutel] = d + 28
			u.vragen++
			if k.gluurder == 0 {
				u.vals[redenen[0].Code]++
			}
		}
	}
	return u
}

// recall is the share of snoopers of these kinds that were found; of all where none is named.
func (u uitslag) recall(kinds ...string) float64 {
	n, m := 0, 0
	for _, s := range soorten {
		if len(kinds) == 0 || slices.Contains(kinds, s.naam) {
			n, m = n+u.gevonden[s.naam], m+s.aantal
		}
	}
	return float64(n) / float64(m)
}

func (u uitslag) String() string {
	text := fmt.Sprintf("recall %.3f, %d looks, %d questions (%.3f %%), false %v\n", u.recall(), u.blikken, u.vragen, 100*float64(u.vragen)/float64(u.blikken), u.vals)
	for _, s := range soorten {
		text += fmt.Sprintf("  %s: %d of %d found; %d of %d looks\n", s.naam, u.gevonden[s.naam], s.aantal, u.geraakt[s.naam], u.gluur[s.naam])
	}
	return text + fmt.Sprintf("  run on one file: first question at %d", u.eerste)
}
