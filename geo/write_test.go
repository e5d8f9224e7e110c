// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"testing"
)

func TestWriteGeoJSONComesBack(t *testing.T) {
	features := []Feature{
		{ID: "a", Properties: map[string]any{"naam": `<Café "De Hoek">`}, Shape: MultiPolygon{{square(90000, 430000, 500), hole(90100, 430100, 50)}}},
		{Properties: map[string]any{"n": 3.5}, Shape: crookedTown(1, 1, 4, 92000, 430000, 800, 1)[0]},
	}
	for _, crs := range []CRS{WGS84, RD} {
		var b bytes.Buffer
		if err := WriteGeoJSON(&b, features, crs); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(b.Bytes()) {
			t.Fatalf("not JSON: %s", b.Bytes())
		}
		c, err := ReadGeoJSON(&b, megabyte)
		if err != nil || c.CRS != crs || len(c.Features) != 2 {
			t.Fatalf("system %v: %v, %d areas, %v", crs, c.CRS, len(c.Features), err)
		}
		if c.Features[0].ID != "a" || c.Features[0].Properties["naam"] != `<Café "De Hoek">` || c.Features[1].Properties["n"] != 3.5 {
			t.Errorf("came back as %+v", c.Features)
		}
		for i, f := range c.Features {
			for k, p := range f.Shape[0][0] {
				if want := features[i].Shape[0][0][k]; math.Hypot(p[0]-want[0], p[1]-want[1]) > 0.12 {
					t.Errorf("system %v: point %v came back as %v", crs, want, p)
				}
			}
		}
	}
	if err := WriteGeoJSON(io.Discard, []Feature{{Properties: map[string]any{"f": math.NaN()}}}, RD); err == nil {
		t.Error("NaN among the properties is written")
	}
	if err := WriteGeoJSON(brokenWriter{}, features, RD); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error of the writer: %v", err)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
