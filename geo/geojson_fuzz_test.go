// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
)

// What is read must be JSON to the standard library too, and so must what is
// written; the shapes must not upset what works on shapes.
func FuzzReadGeoJSON(f *testing.F) {
	f.Add([]byte(inRD(polygon(goodRing, "1 1,1 2,2 2,2 1,1 1"), polygon("0 0,2 2,2 0,0 2,0 0"))))
	f.Add([]byte(collection("", `{"type":"MultiPolygon","coordinates":[[[[4.47,51.92],[4.48,51.92],[4.48,51.93],[4.47,51.92]]]]}`)))
	f.Add([]byte(inRD(`null`, polygon("0 0,1 1"))))
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"a":"\u00e9\\"},"geometry":{"type":"Polygon","coordinates":[[[NaN,1e5]]]}}]}`))
	f.Add([]byte("\xff\xfe{"))
	f.Add([]byte(`{"type":"FeatureCollection","features":[{`))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := ReadGeoJSON(bytes.NewReader(b), 1<<16)
		if err != nil {
			var faults Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("error %T %v", err, err)
			}
			for _, fault := range faults {
				if fault.Code == "" || fault.Message == "" {
					t.Fatalf("fault %+v", fault)
				}
			}
			return
		}
		if !json.Valid(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))) {
			t.Fatal("accepts what is no JSON")
		}
		var out bytes.Buffer
		if err := WriteGeoJSON(&out, c.Features, RD); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(out.Bytes()) {
			t.Fatalf("writes what is no JSON: %s", out.Bytes())
		}
		for _, f := range c.Features {
			LabelPoint(f.Shape)
			Simplify([]MultiPolygon{f.Shape}, 10)
			NewIndex([]MultiPolygon{f.Shape})
		}
	})
}

// benchmarkRead reads a town of cols x rows areas as a file in WGS84.
func benchmarkRead(b *testing.B, cols, rows, depth int, size float64) {
	var features []Feature
	for _, mp := range crookedTown(cols, rows, depth, 12000, 312000, size, 2) {
		features = append(features, Feature{Properties: map[string]any{"buurtcode": "BU05991234", "naam": "Oude Westen"}, Shape: mp})
	}
	var file bytes.Buffer
	if err := WriteGeoJSON(&file, features, WGS84); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadGeoJSON(bytes.NewReader(file.Bytes()), 1<<30); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadGeoJSON92(b *testing.B)    { benchmarkRead(b, 23, 4, 5, 700) }
func BenchmarkReadGeoJSON14500(b *testing.B) { benchmarkRead(b, 116, 125, 5, 2200) }
