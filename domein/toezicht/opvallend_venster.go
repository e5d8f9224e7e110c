// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht

import "time"

// Venster counts, over looks without reason as they come in, how many people looked at one case and how many cases one person looked at. It forgets after a day and an hour:
// a round fills one from the last day, and drops it.
type Venster struct {
	mensen   map[string][]gezien // by case
	casussen map[string][]gezien // by person
}

type gezien struct {
	wat string
	op  time.Time
}

const (
	vensterToeloop = 24 * time.Hour
	vensterReeks   = time.Hour
)

// Tel takes in a look without reason and fills in the two counts. Looks come in the order of time.
func (v *Venster) Tel(wie, casus string, op time.Time, f *Feiten) {
	if v.mensen == nil {
		v.mensen, v.casussen = map[string][]gezien{}, map[string][]gezien{}
	}
	v.mensen[casus] = schuif(v.mensen[casus], gezien{wie, op}, vensterToeloop)
	v.casussen[wie] = schuif(v.casussen[wie], gezien{casus, op}, vensterReeks)
	f[Toeloop], f[Reeks] = len(v.mensen[casus]), len(v.casussen[wie])
}

// schuif drops what is older than duur, and has nieuw once, at its last moment.
func schuif(list []gezien, nieuw gezien, duur time.Duration) []gezien {
	kept := list[:0]
	for _, g := range list {
		if g.wat != nieuw.wat && nieuw.op.Sub(g.op) < duur {
			kept = append(kept, g)
		}
	}
	return append(kept, nieuw)
}
