// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// veld is one property of a feature; a list keeps the order.
type veld struct{ naam, waarde string }

// vorm is one feature.
type vorm struct {
	velden []veld
	vlak   vlak
}

// geoJSON writes features one a line. With crs the file says that its coordinates are RD metres, as GeoJSON of 2008 does; without they are WGS84.
func geoJSON(naam string, crs bool, vormen []vorm) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"type":"FeatureCollection","name":%q,`, naam)
	if crs {
		b.WriteString(`"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},`)
	}
	b.WriteString("\"features\":[\n")
	for i, v := range vormen {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString(`{"type":"Feature","properties":{`)
		for k, f := range v.velden {
			if k > 0 {
				b.WriteByte(',')
			}
			tekst, _ := json.Marshal(f.waarde) // a string always marshals
			fmt.Fprintf(&b, "%q:%s", f.naam, tekst)
		}
		b.WriteString(`},"geometry":`)
		writeVlak(&b, v.vlak)
		b.WriteByte('}')
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

func writeVlak(b *bytes.Buffer, v vlak) {
	kind := "MultiPolygon"
	if len(v) == 1 {
		kind = "Polygon"
	}
	fmt.Fprintf(b, `{"type":"%s","coordinates":`, kind)
	list := func(n int, each func(int)) {
		b.WriteByte('[')
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			each(i)
		}
		b.WriteByte(']')
	}
	polygon := func(p [][][2]float64) {
		list(len(p), func(r int) {
			list(len(p[r]), func(i int) {
				list(2, func(k int) { b.WriteString(strconv.FormatFloat(p[r][i][k], 'f', -1, 64)) })
			})
		})
	}
	if len(v) == 1 {
		polygon(v[0])
	} else {
		list(len(v), func(i int) { polygon(v[i]) })
	}
	b.WriteByte('}')
}

// readGeoJSON reads the features of a file with polygons: their text properties and their areas.
func readGeoJSON(raw []byte) (velden []map[string]string, vlakken []vlak, err error) {
	var doc struct {
		Features []struct {
			Properties map[string]any
			Geometry   struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		return nil, nil, err
	}
	for _, f := range doc.Features {
		tekst := map[string]string{}
		for k, v := range f.Properties {
			if s, ok := v.(string); ok {
				tekst[k] = s
			}
		}
		v := make(vlak, 1)
		if f.Geometry.Type == "Polygon" {
			err = json.Unmarshal(f.Geometry.Coordinates, &v[0])
		} else {
			err = json.Unmarshal(f.Geometry.Coordinates, &v)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("geometry of %v: %w", tekst, err)
		}
		velden, vlakken = append(velden, tekst), append(vlakken, v)
	}
	return velden, vlakken, nil
}
