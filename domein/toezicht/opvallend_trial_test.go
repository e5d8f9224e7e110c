// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

//go:build trial

package toezicht_test

import (
	"os"
	"strconv"
	"testing"

	"dwarsverband/domein/toezicht"
)

// The full year of docs/detection.md, on seeds on which no rule was chosen. DWARSVERBAND_SEEDS=1 runs the seeds on which they were.
func TestTrialUnusualYear(t *testing.T) {
	van := int64(11)
	if s := os.Getenv("DWARSVERBAND_SEEDS"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		van = n
	}
	for zaad := van; zaad < van+5; zaad++ {
		j := maakJaar(zaad, 3000, 40000, 5_000_000)
		u := j.loop(toezicht.Kenmerken(), false)
		t.Logf("seed %d, names only: %s", zaad, u)
		t.Logf("seed %d, with addresses: %s", zaad, j.loop(metAdres(), true))
		if dag := float64(u.vragen) / 255 / 3; dag > 10 || u.eerste != 5 {
			t.Errorf("seed %d: %.1f questions per working day per 1,000 users, run on one file seen at %d", zaad, dag, u.eerste)
		}
	}
}
