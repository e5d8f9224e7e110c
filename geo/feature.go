// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// featureReader reads one area after another and keeps its memory.
type featureReader struct {
	crs     CRS
	checker ringChecker
	points  [][2]float64
	faults  featureFaults
}

// featureParts are the members of a feature that matter, still as text.
type featureParts struct {
	kind, shape                 string
	id, properties, coordinates []byte
	geometry                    bool
}

func splitFeature(raw []byte) (featureParts, error) {
	var p featureParts
	s := jsonScan{b: raw, lenient: true}
	if s.space() != '{' {
		return p, nil
	}
	err := s.members(func(key string) (err error) {
		switch {
		case key == "type" && s.space() == '"':
			p.kind, err = s.text()
		case key == "id":
			p.id, err = s.raw()
		case key == "properties":
			p.properties, err = s.raw()
		case key == "geometry" && s.space() == '{':
			p.geometry = true
			err = s.members(func(key string) (err error) {
				switch {
				case key == "type" && s.space() == '"':
					p.shape, err = s.text()
				case key == "coordinates":
					p.coordinates, err = s.raw()
				default:
					err = s.skip(0)
				}
				return err
			})
		default:
			err = s.skip(0)
		}
		return err
	})
	return p, err
}

// read reads one area; number is its place in the file, from 1.
func (r *featureReader) read(raw []byte, number int) (Feature, []Fault) {
	r.faults = featureFaults{number: number}
	parts, err := splitFeature(raw)
	f := Feature{Properties: map[string]any{}}
	if len(parts.properties) > 0 {
		if json.Unmarshal(parts.properties, &f.Properties) != nil {
			r.faults.add(FaultProperties, "de eigenschappen zijn geen JSON-object, of er staat NaN in. Herstel de eigenschappen")
		}
		if f.Properties == nil {
			f.Properties = map[string]any{}
		}
	}
	f.ID = idText(parts.id)
	if label := featureLabel(f); label != "" {
		r.faults.label = fmt.Sprintf(" (%s)", label)
	}
	switch {
	case err != nil || parts.kind != "Feature":
		r.faults.add(FaultType, "dit is geen Feature. Herstel het vlak")
	case !parts.geometry:
		r.faults.add(FaultEmpty, "er is geen grens. Vul de grens aan of haal het vlak weg")
	case parts.shape != "Polygon" && parts.shape != "MultiPolygon":
		r.faults.add(FaultType, "de vorm is %q. Gebruik Polygon of MultiPolygon", parts.shape)
	default:
		f.Shape = r.shape(parts)
	}
	return f, r.faults.list
}

// idText gives an id as text: GeoJSON allows a string or a number.
func idText(raw []byte) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	if validNumber(raw) {
		return string(raw)
	}
	return ""
}

// labelKeys are the properties that name an area in files of CBS, PDOK and
// municipalities, the most telling first.
var labelKeys = []string{"buurtcode", "wijkcode", "gemeentecode", "statcode", "code", "gwb_code", "id"}

// featureLabel gives the code of an area for messages, or "".
func featureLabel(f Feature) string {
	best, rank := f.ID, len(labelKeys)
	for key, value := range f.Properties {
		at := slices.Index(labelKeys, strings.ToLower(key))
		text, ok := value.(string)
		if at >= 0 && at < rank && ok && text != "" {
			best, rank = text, at
		}
	}
	if runes := []rune(best); len(runes) > 40 {
		best = string(runes[:40]) + "…"
	}
	return best
}

// shape reads, checks and converts the coordinates.
func (r *featureReader) shape(parts featureParts) MultiPolygon {
	s := jsonScan{b: parts.coordinates, lenient: true}
	var source MultiPolygon
	var err error
	if s.space() != '[' {
		r.faults.add(FaultEmpty, "er is geen grens. Vul de grens aan of haal het vlak weg")
		return nil
	}
	rings := 0
	polygon := func() error {
		rings = 0
		var p [][][2]float64
		err := s.elements(func() error {
			rings++
			ring, err := r.ring(&s, rings)
			p = append(p, ring)
			return err
		})
		source = append(source, p)
		return err
	}
	if parts.shape == "Polygon" {
		err = polygon()
	} else {
		err = s.elements(polygon)
	}
	if err != nil {
		r.faults.add(FaultShape, "de coördinaten hebben niet de opbouw van een %s. Herstel de coördinaten", parts.shape)
		return nil
	}
	if len(source) == 0 || slices.ContainsFunc(source, func(p [][][2]float64) bool { return len(p) == 0 }) {
		r.faults.add(FaultEmpty, "er is geen grens. Vul de grens aan of haal het vlak weg")
		return nil
	}
	if len(r.faults.list) == 0 || !r.broken() {
		r.check(source)
	}
	return r.convert(source)
}

// broken tells whether a ring is so wrong that its sides cannot be compared.
func (r *featureReader) broken() bool {
	return slices.ContainsFunc(r.faults.list, func(f Fault) bool {
		return f.Code == FaultNumber || f.Code == FaultPoints || f.Code == FaultEmpty || f.Code == FaultShape
	})
}

// ring reads one ring, closes it and drops points that repeat the one before.
// In a broken ring the points are those that could be read.
func (r *featureReader) ring(s *jsonScan, number int) ([][2]float64, error) {
	pts, bad := r.points[:0], false
	err := s.elements(func() error {
		p, err := readPoint(s)
		if errors.Is(err, errNumber) {
			bad = true
			return nil
		}
		if err == nil && (len(pts) == 0 || pts[len(pts)-1] != p) {
			pts = append(pts, p)
		}
		return err
	})
	r.points = pts
	if err != nil {
		return nil, err
	}
	if bad {
		r.faults.add(FaultNumber, "ring %d heeft een coördinaat die geen getal is (NaN, leeg of tekst). Herstel de coördinaat", number)
		return nil, nil
	}
	if len(pts) == 0 {
		r.faults.add(FaultEmpty, "ring %d heeft geen punten. Vul de ring aan of haal hem weg", number)
		return nil, nil
	}
	if first, last := pts[0], pts[len(pts)-1]; len(pts) > 1 && first != last {
		if r.distance(first, last) > closeEnough {
			r.faults.add(FaultOpen, "ring %d is niet gesloten: het laatste punt is niet gelijk aan het eerste. Sluit de ring", number)
			pts = append(pts, first)
		} else {
			pts[len(pts)-1] = first
		}
		r.points = pts
	}
	if len(pts) < 4 {
		r.faults.add(FaultPoints, "ring %d heeft te weinig verschillende punten. Een ring heeft er minstens 3, en het eerste staat ook aan het eind. Herstel de ring", number)
	}
	return slices.Clone(pts), nil
}

// closeEnough is the distance in metres within which the ends of a ring count
// as one point: programs that round to centimetres leave such gaps.
const closeEnough = 0.01

func (r *featureReader) distance(a, b [2]float64) float64 {
	d := math.Hypot(a[0]-b[0], a[1]-b[1])
	if r.crs == WGS84 {
		d *= 111_320
	}
	return d
}

// readPoint reads a position; a height is dropped. It gives errNumber, past the
// position, when a coordinate is no number.
func readPoint(s *jsonScan) ([2]float64, error) {
	var p [2]float64
	n, bad := 0, false
	err := s.elements(func() error {
		v, err := s.number()
		if errors.Is(err, errNumber) {
			bad, err = true, nil
		}
		if n < 2 {
			p[n] = v
		}
		n++
		return err
	})
	switch {
	case err != nil:
		return p, err
	case n < 2:
		return p, errShape
	case bad:
		return p, errNumber
	}
	return p, nil
}

// firstPoint gives the first position of an area, in whatever system.
func firstPoint(raw []byte) ([2]float64, bool) {
	parts, err := splitFeature(raw)
	if err != nil {
		return [2]float64{}, false
	}
	for i, c := range parts.coordinates {
		if c != '[' && c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			// Back to the bracket that opens the position.
			for i > 0 && parts.coordinates[i] != '[' {
				i--
			}
			p, err := readPoint(&jsonScan{b: parts.coordinates, i: i, lenient: true})
			return p, err == nil
		}
	}
	return [2]float64{}, false
}
