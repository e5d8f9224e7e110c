// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"

	"dwarsverband/domein/signaal"
	"dwarsverband/stats"
	"dwarsverband/toegang"
)

// dekking is the share of quiet months that falls within the interval of a signal: its bounds are the 2.5 % and 97.5 % quantiles of the law by which a month is judged.
const dekking = 0.95

// detecteer judges the last months of one family with the monthly method of stats. It is a signaal.Methode.
func detecteer(ctx context.Context, familie []signaal.Reeks, maanden int) ([][]signaal.Toets, error) {
	all := make([][]signaal.Toets, len(familie))
	for i := range all {
		all[i] = make([]signaal.Toets, maanden)
	}
	counts := make([][]float64, len(familie))
	for at := range maanden {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for i, r := range familie { // as it was known at the end of that month; nothing of a series that began later
			counts[i] = r.Waarden[:max(0, len(r.Waarden)-maanden+at+1)]
		}
		judged, err := stats.Monthly(counts, stats.DefaultMonthly())
		if err != nil {
			return nil, fmt.Errorf("huis.detecteer: %w", err)
		}
		for i, v := range judged.Verdicts {
			if v.Judged {
				all[i][at] = toets(v, judged.Laws[i])
			}
		}
	}
	return all, nil
}

// toets puts a verdict and the law behind it in the words of the domain.
func toets(v stats.Verdict, law stats.Predictive) signaal.Toets {
	return signaal.Toets{Kan: true, Verwacht: v.Expected, P: v.P,
		Interval: func() (onder, boven float64) { return law.Interval(dekking) },
		Kleinste: func(p float64) (float64, bool) { return stats.SmallestAlarm(law.P, p) }}
}

// ontdek controls false discoveries over a family. It is a signaal.Familie.
func ontdek(p []float64, q float64) ([]bool, []float64, int) {
	ring, _, getoetst := stats.BenjaminiHochberg(p, q)
	return ring, stats.AlarmBars(p, q), getoetst
}

// Machine is the system itself as an actor of one tenant: what no person decides, such as the detection after an import.
func Machine(verantwoordelijke string) toegang.Actor {
	return toegang.Actor{ID: signaal.WieSysteem, Naam: "systeem", Verantwoordelijke: verantwoordelijke, Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Systeem}}
}

// naImport looks for signals after a file of figures was kept, as the system: whoever may read figures in need not be allowed to see signals.
func naImport(s *signaal.Service) func(ctx context.Context, wie toegang.Actor, soorten []string) error {
	return func(ctx context.Context, wie toegang.Actor, soorten []string) error {
		_, err := s.DetecteerNa(ctx, Machine(wie.Verantwoordelijke), soorten)
		return err
	}
}

// linksleutel gives the key of a link: 128 bits that nobody can guess.
func linksleutel() string {
	var key [16]byte
	_, _ = rand.Read(key[:]) // never fails: crypto/rand ends the program rather than give less
	return base64.RawURLEncoding.EncodeToString(key[:])
}
