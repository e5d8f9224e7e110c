// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import (
	"context"
	"testing"
)

// TestNullAlarmRate: on 5,000 series in whose last week nothing is the matter, an alpha of 1 % rings in 0.5 to 1.5 % of them.
func TestNullAlarmRate(t *testing.T) {
	series := weeklySeries(5000, 260, 77)
	for i := range series {
		series[i].From = -1
	}
	for _, threshold := range []Threshold{Delta, NBPlugin} {
		o := DefaultFlexible()
		o.Threshold, o.Alpha = threshold, 0.01
		all, err := DetectAll(context.Background(), series, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		alarms, judged := 0, 0
		for _, v := range all {
			if v[0].Judged {
				judged++
			}
			if v[0].Alarm {
				alarms++
			}
		}
		share := float64(alarms) / float64(judged)
		t.Logf("%s: %d alarms on %d series", threshold, alarms, judged)
		if judged < 4990 || share < 0.005 || share > 0.015 {
			t.Errorf("%s: %d alarms on %d series, %.2f %%", threshold, alarms, judged, 100*share)
		}
	}
}
