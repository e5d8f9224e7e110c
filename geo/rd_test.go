// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// readReference reads the points that PROJ 9.1.1 converted.
func readReference(t testing.TB) []struct{ X, Y, Lon, Lat float64 } {
	t.Helper()
	b, err := os.ReadFile("testdata/rd_wgs84.expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var ref struct {
		Points []struct{ X, Y, Lon, Lat float64 }
	}
	if err := json.Unmarshal(b, &ref); err != nil {
		t.Fatal(err)
	}
	if len(ref.Points) != 50 {
		t.Fatalf("reference has %d points, want 50", len(ref.Points))
	}
	return ref.Points
}

func TestWGS84AgainstPROJ(t *testing.T) {
	worst, worstBack := 0.0, 0.0
	for _, p := range readReference(t) {
		lon, lat := ToWGS84(p.X, p.Y)
		east := (lon - p.Lon) * 111320 * math.Cos(p.Lat*degree)
		worst = max(worst, math.Hypot(east, (lat-p.Lat)*111320))
		x, y := FromWGS84(p.Lon, p.Lat)
		worstBack = max(worstBack, math.Hypot(x-p.X, y-p.Y))
	}
	t.Logf("largest difference with PROJ: %.4f m out, %.4f m back", worst, worstBack)
	if worst > 0.5 || worstBack > 0.5 {
		t.Errorf("difference with PROJ %.3f m out, %.3f m back; want at most 0.5 m", worst, worstBack)
	}
}

func TestWGS84RoundTrip(t *testing.T) {
	for x := 0.0; x <= 280000; x += 20000 {
		for y := 300000.0; y <= 620000; y += 20000 {
			bx, by := FromWGS84(ToWGS84(x, y))
			if d := math.Hypot(bx-x, by-y); d > 0.01 {
				t.Fatalf("(%.0f, %.0f) comes back %.4f m away", x, y, d)
			}
		}
	}
}

func BenchmarkFromWGS84(b *testing.B) {
	for b.Loop() {
		FromWGS84(4.479591588, 51.921825602)
	}
}
