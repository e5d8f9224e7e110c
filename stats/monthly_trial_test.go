// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

//go:build trial

package stats

import (
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// trialMonths is how many months of each law are simulated; QUIET_MONTHS sets another number.
func trialMonths(standard int) int {
	if n, err := strconv.Atoi(os.Getenv("QUIET_MONTHS")); err == nil {
		return n
	}
	return standard
}

// TestTrialQuietMonths makes the first table of docs/detection.md: 1,000 simulated quiet months of 480 series for each law.
func TestTrialQuietMonths(t *testing.T) {
	for _, law := range quietLaws {
		out := simulateQuiet(law, 0, trialMonths(1000), DefaultMonthly().judgeFamily)
		share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
		t.Logf("| %-21s | %4d of %d | %4.1f %% | %3.0f %% | %3.0f %% | %3.0f %% | %3.0f %% |", law.name, out.falseMonths, out.months,
			share(out.falseMonths, out.months), share(out.rang10, out.near2), share(out.rang12, out.near2),
			share(out.rang15, out.near5), share(out.rang20, out.near5))
		if out.falseMonths*20 > out.months {
			t.Errorf("%s: %d of %d quiet months with a signal, more than 5 %%", law.name, out.falseMonths, out.months)
		}
	}
}

// TestTrialPlugInIsTooLight shows why Monthly does not take the p-values of Flexible as they are.
func TestTrialPlugInIsTooLight(t *testing.T) {
	o := DefaultMonthly()
	o.WeightsThreshold = 2.58
	plugIn := func(family [][]float64) FamilyVerdict {
		f := FamilyVerdict{Verdicts: make([]Verdict, len(family)), Laws: make([]Predictive, len(family))}
		ws := new(workspace)
		for i, counts := range family {
			flexible := o.flexible(min(o.B, (len(counts)-1-o.W)/o.Freq))
			f.Verdicts[i] = flexible.judge(ws, counts, len(counts))
		}
		reject, bar, tested := BenjaminiHochberg(f.p(), o.Q)
		for i := range reject {
			f.Verdicts[i].Alarm = reject[i]
		}
		f.Bar, f.Tested = bar, tested
		return f
	}
	for _, law := range quietLaws[:5] {
		out := simulateQuiet(law, 0, trialMonths(200), plugIn)
		t.Logf("%s: %d of %d quiet months with a signal", law.name, out.falseMonths, out.months)
		if out.falseMonths*10 < out.months {
			t.Errorf("%s: plug-in p-values do well enough; is Monthly still needed?", law.name)
		}
	}
}

// TestTrialFalseDiscoveries: with real jumps among the series at most a tenth of the signals is false for a Q of 0.1.
func TestTrialFalseDiscoveries(t *testing.T) {
	o := DefaultMonthly()
	o.Q = 0.1
	for _, law := range quietLaws[:5] {
		share, found, jumps, months := 0.0, 0, 0, trialMonths(300)
		for month := range months {
			rng := rand.New(rand.NewPCG(uint64(month), 7))
			family := make([][]float64, quietSeries)
			for i := range family {
				l := law.draw(rng)
				family[i] = l.draw(rng)
				if last := len(family[i]) - 1; i%20 == 0 {
					family[i][last] += math.Ceil(3*l.mean + 6)
					jumps++
				}
			}
			signals, wrong := 0, 0
			for i, v := range o.judgeFamily(family).Verdicts {
				if v.Alarm {
					signals++
					if i%20 != 0 {
						wrong++
					}
				}
			}
			found += signals - wrong
			share += float64(wrong) / float64(max(signals, 1))
		}
		t.Logf("%s: %d of %d jumps found, %.1f %% of the signals false", law.name, found, jumps, 100*share/float64(months))
		if share > 0.1*float64(months) {
			t.Errorf("%s: false share %.3f", law.name, share/float64(months))
		}
	}
}
