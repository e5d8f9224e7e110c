// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bytes"
	"errors"
	"math"
	"testing"
)

func TestMeasures(t *testing.T) {
	donut := MultiPolygon{{square(100000, 400000, 100), hole(100060, 400060, 20)}, {square(100200, 400000, 50)}}
	if got, want := Area(donut), 100.0*100-20*20+50*50; math.Abs(got-want) > 1e-6 {
		t.Errorf("Area = %v, want %v", got, want)
	}
	if got, want := Length(donut), 400.0+80+200; got != want {
		t.Errorf("Length = %v, want %v", got, want)
	}
	if got, want := Bounds(donut), (Box{100000, 400000, 100250, 400100}); got != want {
		t.Errorf("Bounds = %v, want %v", got, want)
	}
	x, y, ok := Centroid(donut)
	wantX := 100000 + (10000*50-400*70+2500*225)/12100.0
	wantY := 400000 + (10000*50-400*70+2500*25)/12100.0
	if !ok || math.Abs(x-wantX) > 1e-6 || math.Abs(y-wantY) > 1e-6 {
		t.Errorf("Centroid = %v, %v, %v; want %v, %v", x, y, ok, wantX, wantY)
	}
	if _, _, ok := Centroid(MultiPolygon{}); ok {
		t.Error("an empty area has a centroid")
	}
	if !Bounds(nil).Empty() || Bounds(nil).Width() != 0 || Area(nil) != 0 {
		t.Error("an area without points has a size")
	}
}

func TestLabelPointIsInside(t *testing.T) {
	horseshoe := [][2]float64{{0, 0}, {100, 0}, {100, 10}, {10, 10}, {10, 90}, {100, 90}, {100, 100}, {0, 100}, {0, 0}}
	sliver := [][2]float64{{0, 0}, {5000, 0.001}, {5000, 0.002}, {0, 0.001}, {0, 0}}
	areas := map[string]MultiPolygon{
		"square":           {{square(0, 0, 10)}},
		"horseshoe":        {{horseshoe}},
		"donut":            {{square(0, 0, 10), hole(1, 1, 8)}},
		"sliver":           {{sliver}},
		"second is larger": {{square(0, 0, 1)}, {square(10, 10, 5)}},
	}
	for name, mp := range areas {
		x, y, ok := LabelPoint(mp)
		if !ok || !Contains(mp, x, y) {
			t.Errorf("%s: label at (%v, %v), %v, not inside", name, x, y, ok)
		}
	}
	for i, mp := range crookedTown(8, 8, 5, 90000, 430000, 900, 4) {
		x, y, ok := LabelPoint(mp)
		if !ok || !Contains(mp, x, y) {
			t.Errorf("area %d: label at (%v, %v), %v, not inside", i, x, y, ok)
		}
	}
	if x, y, _ := LabelPoint(areas["square"]); math.Hypot(x-5, y-5) > 0.2 {
		t.Errorf("label of a square at (%v, %v), want its middle", x, y)
	}
	if _, _, ok := LabelPoint(MultiPolygon{{{{1, 1}, {2, 2}, {3, 3}, {1, 1}}}}); ok {
		t.Error("an area without surface has a label point")
	}
}

func TestWKB(t *testing.T) {
	for name, mp := range map[string]MultiPolygon{
		"empty": {}, "square": {{square(1, 2, 3)}}, "donut": {{square(0, 0, 9), hole(1, 1, 2)}, {square(20, 0, 1)}},
	} {
		got, err := Decode(Encode(mp))
		if err != nil || !bytes.Equal(Encode(got), Encode(mp)) || len(got) != len(mp) {
			t.Errorf("%s: came back as %v, %v", name, got, err)
		}
	}
	// The polygon of the standard's own layout, byte for byte.
	polygon := appendHead(nil, wkbPolygon, 1)
	polygon = append(polygon, Encode(MultiPolygon{{square(0, 0, 1)}})[18:]...)
	if mp, err := Decode(polygon); err != nil || Area(mp) != 1 {
		t.Errorf("a WKB Polygon gives %v, %v", mp, err)
	}
	good := Encode(MultiPolygon{{square(0, 0, 1)}})
	bigEndian := append([]byte{0}, good[1:]...)
	notNumber := bytes.Clone(good)
	copy(notNumber[22:], []byte{0, 0, 0, 0, 0, 0, 0xf8, 0x7f})
	greedy := appendHead(nil, wkbMultiPolygon, math.MaxInt32)
	for name, b := range map[string][]byte{"nothing": nil, "half": good[:len(good)/2], "too long": append(bytes.Clone(good), 1),
		"big endian": bigEndian, "NaN": notNumber, "false count": greedy, "line string": appendHead(nil, 2, 0)} {
		if _, err := Decode(b); !errors.Is(err, ErrWKB) {
			t.Errorf("%s: error %v, want ErrWKB", name, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode(MultiPolygon{{square(0, 0, 9), hole(1, 1, 2)}}))
	f.Add(appendHead(nil, wkbPolygon, 7))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		mp, err := Decode(b)
		if err != nil {
			if !errors.Is(err, ErrWKB) {
				t.Fatalf("error %v", err)
			}
			return
		}
		again, err := Decode(Encode(mp))
		if err != nil || !bytes.Equal(Encode(again), Encode(mp)) {
			t.Fatalf("does not come back: %v", err)
		}
	})
}
