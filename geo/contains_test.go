// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

func openGzip(t testing.TB, path string) *gzip.Reader {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// readAreas reads the reference areas: a code and a WKT POLYGON on each line.
func readAreas(t testing.TB) (codes []string, areas []MultiPolygon) {
	t.Helper()
	lines := bufio.NewScanner(openGzip(t, "testdata/polygons.tsv.gz"))
	for lines.Scan() {
		code, wkt, _ := strings.Cut(lines.Text(), "\t")
		body, ok := strings.CutPrefix(wkt, "POLYGON((")
		if !ok {
			continue
		}
		var ring [][2]float64
		for pair := range strings.SplitSeq(strings.TrimSuffix(body, "))"), ",") {
			xs, ys, _ := strings.Cut(pair, " ")
			x, errX := strconv.ParseFloat(xs, 64)
			y, errY := strconv.ParseFloat(ys, 64)
			if errX != nil || errY != nil {
				t.Fatalf("%s: bad pair %q", code, pair)
			}
			ring = append(ring, [2]float64{x, y})
		}
		codes, areas = append(codes, code), append(areas, MultiPolygon{{ring}})
	}
	if err := lines.Err(); err != nil || len(areas) != 200 {
		t.Fatalf("read %d areas, %v; want 200", len(areas), err)
	}
	return codes, areas
}

func TestPointInAreaAgainstGEOS(t *testing.T) {
	codes, areas := readAreas(t)
	ix := NewIndex(areas)
	rows, err := csv.NewReader(openGzip(t, "testdata/points.expected.csv.gz")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 5001 {
		t.Fatalf("%d rows, want 5001", len(rows))
	}
	outside := 0
	for _, row := range rows[1:] {
		x, _ := strconv.ParseFloat(row[1], 64)
		y, _ := strconv.ParseFloat(row[2], 64)
		got := ""
		if i := ix.Find(x, y); i >= 0 {
			got = codes[i]
		} else {
			outside++
		}
		if got != row[5] {
			t.Errorf("point %s (%g, %g): area %q, GEOS says %q", row[0], x, y, got, row[5])
		}
	}
	t.Logf("5000 points agree, %d of them in no area", outside)
}

// Every corner of every area, and every middle of a side, lies on borders only.
func TestBorderPointsLieInOneArea(t *testing.T) {
	areas := crookedTown(6, 5, 4, 90000, 430000, 700, 3)
	ix := NewIndex(areas)
	box := EmptyBox()
	for _, a := range areas {
		box = box.Union(Bounds(a))
	}
	check := func(p [2]float64, most int) {
		t.Helper()
		var in []int
		for i, a := range areas {
			if Contains(a, p[0], p[1]) {
				in = append(in, i)
			}
		}
		if len(in) > 1 || len(in) < most {
			t.Fatalf("point %v lies in areas %v", p, in)
		}
		want := -1
		if len(in) == 1 {
			want = in[0]
		}
		if got := ix.Find(p[0], p[1]); got != want {
			t.Fatalf("index finds %d for %v, want %d", got, p, want)
		}
	}
	inner := areas[2*6+2] // all its borders are shared
	for i, ring := 1, inner[0][0]; i < len(ring); i++ {
		check(ring[i], 1)
		check([2]float64{(ring[i][0] + ring[i-1][0]) / 2, (ring[i][1] + ring[i-1][1]) / 2}, 1)
	}
	for _, a := range areas {
		for _, p := range a[0][0] {
			check(p, 0)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		check([2]float64{box.MinX + rng.Float64()*box.Width(), box.MinY + rng.Float64()*box.Height()}, 0)
	}
}

func TestHalfOpenRule(t *testing.T) {
	west, east := MultiPolygon{{square(0, 0, 10)}}, MultiPolygon{{square(10, 0, 10)}}
	north := MultiPolygon{{square(0, 10, 10)}}
	donut := MultiPolygon{{square(0, 0, 10), hole(4, 4, 2)}}
	tests := map[string]struct {
		area MultiPolygon
		x, y float64
		want bool
	}{
		"west of shared border":   {west, 10, 5, false},
		"east of shared border":   {east, 10, 5, true},
		"south of shared border":  {west, 5, 10, false},
		"north of shared border":  {north, 5, 10, true},
		"own south-west corner":   {west, 0, 0, true},
		"own north-east corner":   {west, 10, 10, false},
		"in hole":                 {donut, 5, 5, false},
		"beside hole":             {donut, 3, 5, true},
		"west border of the hole": {donut, 4, 5, false},
		"east border of the hole": {donut, 6, 5, true},
		"not a number":            {west, math.NaN(), 5, false},
		"no area":                 {nil, 5, 5, false},
	}
	for name, tt := range tests {
		if got := Contains(tt.area, tt.x, tt.y); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
		want := -1
		if tt.want {
			want = 0
		}
		if got := NewIndex([]MultiPolygon{tt.area}).Find(tt.x, tt.y); got != want {
			t.Errorf("%s: index finds %d, want %d", name, got, want)
		}
	}
}

// Nearly collinear points, where plain floats give wrong or clashing signs.
func TestOrientIsExact(t *testing.T) {
	a, b := [2]float64{12, 12}, [2]float64{24, 24}
	ulp := math.Nextafter(0.5, 1) - 0.5
	for i := range 64 {
		for j := range 64 {
			c := [2]float64{0.5 + float64(i)*ulp, 0.5 + float64(j)*ulp}
			want := 0
			if j > i {
				want = 1
			} else if j < i {
				want = -1
			}
			if got := orient(a, b, c); got != want {
				t.Fatalf("i=%d j=%d: %d, want %d", i, j, got, want)
			}
			if got := orient(b, a, c); got != -want {
				t.Fatalf("i=%d j=%d: turned line gives %d, want %d", i, j, got, -want)
			}
		}
	}
}

func BenchmarkIndexFind(b *testing.B) {
	_, areas := readAreas(b)
	ix := NewIndex(areas)
	rng := rand.New(rand.NewPCG(5, 6))
	points := make([][2]float64, 4096)
	for i := range points {
		points[i] = [2]float64{ix.box.MinX + rng.Float64()*ix.box.Width(), ix.box.MinY + rng.Float64()*ix.box.Height()}
	}
	i := 0
	for b.Loop() {
		p := points[i&4095]
		ix.Find(p[0], p[1])
		i++
	}
}

func BenchmarkNewIndexCountry(b *testing.B) {
	areas := crookedTown(116, 125, 5, 10000, 310000, 2200, 9)
	for b.Loop() {
		NewIndex(areas)
	}
}
