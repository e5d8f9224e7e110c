// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"math"
	"path"
	"strings"
	"testing"

	"dwarsverband/demo/data"
)

// read gives a file of demo/data, unpacked.
func read(t *testing.T, naam string) []byte {
	t.Helper()
	raw, err := data.Bestanden.ReadFile(naam)
	if err == nil && path.Ext(naam) == ".gz" {
		raw, err = unzip(raw)
	}
	if err != nil {
		t.Fatal(naam, err)
	}
	return raw
}

func readVlakken(t *testing.T, naam string) ([]map[string]string, []vlak) {
	t.Helper()
	velden, vlakken, err := readGeoJSON(read(t, naam))
	if err != nil {
		t.Fatal(naam, err)
	}
	return velden, vlakken
}

func area(delen ...vlak) (s float64) {
	for _, v := range delen {
		for _, ringen := range v {
			for k, ring := range ringen {
				s += math.Copysign(surface(ring), float64(1-2*min(k, 1)))
			}
		}
	}
	return s
}

// checkDivision proves that areas do not overlap: each side has one area on its left, and sides that are not shared bound the whole.
func checkDivision(t *testing.T, delen []vlak, geheel vlak) {
	t.Helper()
	links := map[zijde]int{}
	for i, v := range delen {
		for _, z := range sides(v) {
			if j, twice := links[z]; twice {
				t.Errorf("side %v has areas %d and %d on its left", z, i, j)
			}
			links[z] = i
		}
	}
	rand := map[zijde]bool{}
	for _, z := range sides(geheel) {
		rand[z] = true
	}
	for z := range links {
		if _, shared := links[zijde{z.tot, z.van}]; shared == rand[z] {
			t.Errorf("side %v: shared %v, on the outline %v", z, shared, rand[z])
		}
	}
	if a, b := area(delen...), area(geheel); math.Abs(a/b-1) > 1e-9 {
		t.Errorf("areas add up to %g, the whole is %g", a, b)
	}
}

// checkSimple looks for sides of one area that cross or touch elsewhere than in a shared end.
func checkSimple(t *testing.T, naam string, v vlak) {
	t.Helper()
	zs := sides(v)
	turn := func(a, b, c punt) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }
	for i, p := range zs {
		for _, q := range zs[:i] {
			if p.van == q.van || p.van == q.tot || p.tot == q.van || p.tot == q.tot {
				continue
			}
			if turn(p.van, p.tot, q.van)*turn(p.van, p.tot, q.tot) <= 0 && turn(q.van, q.tot, p.van)*turn(q.van, q.tot, p.tot) <= 0 {
				t.Errorf("%s crosses itself near %v", naam, p.van)
			}
		}
	}
}

func TestVoorbeeldstadAreas(t *testing.T) {
	const folder = "voorbeeldstad/gebieden_"
	bs, buurtVlak := readVlakken(t, folder+"buurten.geojson")
	ws, wijkVlak := readVlakken(t, folder+"wijken.geojson")
	gs, gemeenteVlak := readVlakken(t, folder+"gemeente.geojson")
	if len(bs) != 60 || len(ws) != 12 || len(gs) != 1 {
		t.Fatalf("%d buurten, %d wijken, %d gemeenten; want 60, 12, 1", len(bs), len(ws), len(gs))
	}
	namen := map[string]bool{}
	for i, b := range bs {
		if !strings.HasPrefix(b["buurtcode"], "BU"+b["wijkcode"][2:]) || namen[b["buurtnaam"]] {
			t.Errorf("buurt %v: code outside its wijk, or name used twice", b)
		}
		namen[b["buurtnaam"]] = true
		if n := len(buurtVlak[i]); n != 1 {
			t.Errorf("%s has %d pieces", b["buurtnaam"], n)
		}
		checkSimple(t, b["buurtnaam"], buurtVlak[i])
		if ha := area(buurtVlak[i]) / 1e4; ha < 3 || ha > 4000 {
			t.Errorf("%s is %.0f ha", b["buurtnaam"], ha)
		}
	}
	checkDivision(t, buurtVlak, gemeenteVlak[0])
	checkDivision(t, wijkVlak, gemeenteVlak[0])
	if n := len(gemeenteVlak[0]); n != 3 {
		t.Errorf("the river leaves %d pieces, want two banks and an island", n)
	}
	for _, z := range sides(gemeenteVlak[0]) {
		if z.van[0] < 152500 || z.van[0] > 165000 || z.van[1] < 521000 || z.van[1] > 531500 {
			t.Fatalf("the outline at %v leaves the open water of the IJsselmeer", z.van)
		}
	}
}

func TestRotterdamAreas(t *testing.T) {
	bs, buurtVlak := readVlakken(t, "rotterdam/buurten.geojson.gz")
	ws, wijkVlak := readVlakken(t, "rotterdam/wijken.geojson.gz")
	gs, gemeenteVlak := readVlakken(t, "rotterdam/gemeente.geojson.gz")
	if len(bs) != 92 || len(ws) != 22 || len(gs) != 1 {
		t.Fatalf("%d buurten, %d wijken, %d gemeenten; want 92, 22, 1", len(bs), len(ws), len(gs))
	}
	checkDivision(t, buurtVlak, gemeenteVlak[0])
	checkDivision(t, wijkVlak, gemeenteVlak[0])
	for i, w := range ws {
		var delen []vlak
		for k, b := range bs {
			if b["wijkcode"] == w["wijkcode"] {
				delen = append(delen, buurtVlak[k])
			}
		}
		checkDivision(t, delen, wijkVlak[i])
	}
	wijken, gemeente, err := dissolveRotterdam(read(t, "rotterdam/buurten.geojson.gz"))
	if err != nil || string(wijken) != string(read(t, "rotterdam/wijken.geojson.gz")) || string(gemeente) != string(read(t, "rotterdam/gemeente.geojson.gz")) {
		t.Errorf("files differ from what the program writes (%v)", err)
	}
}

// Two squares that touch in a corner stay two rings, and a square in a ring becomes its hole.
func TestDissolve(t *testing.T) {
	square := func(x, y, s float64) [][2]float64 {
		return [][2]float64{{x, y}, {x + s, y}, {x + s, y + s}, {x, y + s}, {x, y}}
	}
	for _, c := range []struct {
		naam           string
		delen          []vlak
		stukken, gaten int
		opp            float64
	}{
		{"side by side", []vlak{{{square(0, 0, 1)}}, {{square(1, 0, 1)}}}, 1, 0, 2},
		{"corner to corner", []vlak{{{square(0, 0, 1)}}, {{square(1, 1, 1)}}}, 2, 0, 2},
		{"hole kept", []vlak{{{square(0, 0, 3), square(1, 1, 1)}}}, 1, 1, 8},
		{"hole filled", []vlak{{{square(0, 0, 3), square(1, 1, 1)}}, {{square(1, 1, 1)}}}, 1, 0, 9},
	} {
		v := dissolve(c.delen)
		gaten := 0
		for _, ringen := range v {
			gaten += len(ringen) - 1
		}
		if len(v) != c.stukken || gaten != c.gaten || area(v) != c.opp {
			t.Errorf("%s: %d pieces, %d holes, area %g", c.naam, len(v), gaten, area(v))
		}
	}
}

func FuzzReadGeoJSON(f *testing.F) {
	f.Add([]byte(`{"features":[{"properties":{"wijkcode":"WK059901"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}`))
	f.Add([]byte(`{"features":[{"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[0,0]],[]],[]]}}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, vlakken, err := readGeoJSON(raw)
		if err != nil {
			return
		}
		for _, ringen := range dissolve(vlakken) {
			if s := surface(ringen[0]); s <= 0 {
				t.Errorf("outer ring with surface %g", s)
			}
		}
	})
}
