// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"math"

	"dwarsverband/domein/cijfer"
)

// Oordeel is how a goal stands against its path.
type Oordeel string

// The judgements.
const (
	OpSchema     Oordeel = "op schema"
	Achter       Oordeel = "achter"
	Voor         Oordeel = "voor"
	NietTeZeggen Oordeel = "nog niet te zeggen"
)

// Stand is how a goal stands, with the numbers that say so.
type Stand struct {
	Oordeel  Oordeel
	Reden    string  // why nothing can be said, in Dutch
	Meting   Meting  // the newest measurement with a value
	Pad      float64 // what the path asks in that period
	Verschil float64 // measurement minus path
	Marge    float64 // how far from the path still counts as on it
}

// The width of the path. A straight line is a way to talk about progress, not a forecast, so small distances do not count: a tenth of the change that was
// planned, or a twentieth of a level that is to be kept. It is a working agreement, not law.
const (
	margeVerandering = 0.10
	margeHandhaven   = 0.05
)

// PadOp gives what the straight line from baseline to target asks at the end of p; after the target it stays there. It is false before the baseline and without
// baseline or target.
func PadOp(d Doel, p cijfer.Periode) (float64, bool) {
	if d.Nulmeting == nil || d.Streef == nil || d.Nulperiode == "" || d.Streefperiode == "" {
		return 0, false
	}
	from, to, at := maandEinde(d.Nulperiode), maandEinde(d.Streefperiode), maandEinde(p)
	if at < from || to <= from {
		return 0, false
	}
	share := min(float64(at-from)/float64(to-from), 1)
	return *d.Nulmeting + share*(*d.Streef-*d.Nulmeting), true
}

// StandVan compares the newest measurement that has a value with the path of d. Nothing can be said without figures or before the baseline has passed.
func StandVan(d Doel, metingen []Meting) Stand {
	if _, ok := PadOp(d, d.Streefperiode); !ok {
		return Stand{Oordeel: NietTeZeggen, Reden: "Het doel heeft nog geen nulmeting en streefwaarde."}
	}
	m, ok := Laatste(metingen)
	switch {
	case !ok:
		return Stand{Oordeel: NietTeZeggen, Reden: "Er zijn nog geen cijfers om dit doel te meten."}
	case maandEinde(m.Periode) <= maandEinde(d.Nulperiode):
		return Stand{Oordeel: NietTeZeggen, Reden: "Er is nog geen cijfer van na de nulmeting.", Meting: m}
	}
	pad, _ := PadOp(d, m.Periode)
	s := Stand{Meting: m, Pad: pad, Verschil: *m.Waarde - pad, Marge: marge(d)}
	s.Oordeel = oordeel(d.Richting, s)
	return s
}

// Laatste gives the newest measurement that has a value.
func Laatste(metingen []Meting) (Meting, bool) {
	for i := len(metingen) - 1; i >= 0; i-- {
		if metingen[i].Waarde != nil {
			return metingen[i], true
		}
	}
	return Meting{}, false
}

func marge(d Doel) float64 {
	if d.Richting == Handhaven {
		return margeHandhaven * math.Abs(*d.Streef)
	}
	return margeVerandering * math.Abs(*d.Streef-*d.Nulmeting)
}

// oordeel judges the difference. A level that is to be kept knows no better side: each way off is off.
func oordeel(r Richting, s Stand) Oordeel {
	better := s.Verschil
	switch {
	case math.Abs(s.Verschil) <= s.Marge+1e-9:
		return OpSchema
	case r == Handhaven:
		return Achter
	case r == Dalen:
		better = -s.Verschil
	}
	if better > 0 {
		return Voor
	}
	return Achter
}
