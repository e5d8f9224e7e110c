// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
)

// WriteGeoJSON writes the areas as a FeatureCollection: in WGS84 with six
// decimals (0.1 m) as RFC 7946 wants, or in RD with three decimals and a member
// "crs". The errors of w are returned wrapped, as is a property that JSON cannot
// hold.
func WriteGeoJSON(w io.Writer, features []Feature, crs CRS) error {
	out := bufio.NewWriter(w)
	head := `{"type":"FeatureCollection",`
	if crs == RD {
		head += `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},`
	}
	if _, err := out.WriteString(head + `"features":[`); err != nil {
		return fmt.Errorf("write GeoJSON: %w", err)
	}
	var buf []byte
	for i, f := range features {
		var err error
		if buf, err = appendFeature(buf[:0], f, crs); err != nil {
			return fmt.Errorf("write GeoJSON, area %d: %w", i+1, err)
		}
		if i > 0 {
			buf = append([]byte(",\n"), buf...)
		}
		if _, err := out.Write(buf); err != nil {
			return fmt.Errorf("write GeoJSON: %w", err)
		}
	}
	if _, err := out.WriteString("]}\n"); err != nil {
		return fmt.Errorf("write GeoJSON: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write GeoJSON: %w", err)
	}
	return nil
}

func appendFeature(b []byte, f Feature, crs CRS) ([]byte, error) {
	b = append(b, `{"type":"Feature",`...)
	if f.ID != "" {
		id, err := json.Marshal(f.ID)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, `"id":`...), id...), ',')
	}
	properties, err := json.Marshal(f.Properties)
	if err != nil {
		return nil, err
	}
	b = append(append(b, `"properties":`...), properties...)
	b = append(b, `,"geometry":`...)
	if len(f.Shape) == 0 {
		return append(b, `null}`...), nil
	}
	return append(AppendGeometry(b, f.Shape, crs), '}'), nil
}

// AppendGeometry appends the area as a GeoJSON geometry, for callers that write
// their own features.
func AppendGeometry(b []byte, mp MultiPolygon, crs CRS) []byte {
	b = append(b, `{"type":"MultiPolygon","coordinates":[`...)
	for i, rings := range mp {
		b = appendComma(b, i, '[')
		for j, ring := range rings {
			b = appendComma(b, j, '[')
			for k, p := range ring {
				b = appendComma(b, k, '[')
				decimals := 3
				if crs == WGS84 {
					p[0], p[1] = ToWGS84(p[0], p[1])
					decimals = 6
				}
				b = append(appendFixed(b, p[0], decimals), ',')
				b = append(appendFixed(b, p[1], decimals), ']')
			}
			b = append(b, ']')
		}
		b = append(b, ']')
	}
	return append(b, "]}"...)
}

func appendComma(b []byte, i int, open byte) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	return append(b, open)
}

// appendFixed writes at most the given number of decimals, without zeros behind.
func appendFixed(b []byte, v float64, decimals int) []byte {
	scale := math.Pow10(decimals)
	return strconv.AppendFloat(b, math.Round(v*scale)/scale, 'f', -1, 64)
}
