// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

//go:build trial

package stats

import (
	"os"
	"strconv"
	"testing"
)

// TestTrialQuietMonths makes the table of docs/detection.md: 1,000 simulated quiet months of 480 series for each law. QUIET_MONTHS
// sets another number.
func TestTrialQuietMonths(t *testing.T) {
	months := 1000
	if n, err := strconv.Atoi(os.Getenv("QUIET_MONTHS")); err == nil {
		months = n
	}
	for _, law := range quietLaws {
		out := simulateQuiet(law, 0, months, DefaultMonthly().judge)
		share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
		t.Logf("| %-21s | %4d of %d | %4.1f %% | %3.0f %% | %3.0f %% | %3.0f %% | %3.0f %% |", law.name, out.falseMonths, out.months,
			share(out.falseMonths, out.months), share(out.rang10, out.near2), share(out.rang12, out.near2),
			share(out.rang15, out.near5), share(out.rang20, out.near5))
		if out.falseMonths*20 > out.months {
			t.Errorf("%s: %d of %d quiet months with a signal, more than 5 %%", law.name, out.falseMonths, out.months)
		}
	}
}
