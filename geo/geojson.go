// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// CRS is a coordinate reference system that files may be in.
type CRS int

const (
	// WGS84 is longitude and latitude in degrees (RFC 7946, section 4). Files in
	// ETRS89 are read as WGS84: the difference is under a metre.
	WGS84 CRS = iota
	// RD is Amersfoort / RD New, EPSG:28992, metres.
	RD
)

// Feature is one area of a file.
type Feature struct {
	ID         string         // the member "id", or empty
	Properties map[string]any // never nil after reading
	Shape      MultiPolygon   // in RD metres
}

// Collection is a file of areas.
type Collection struct {
	CRS      CRS // system the file was in; the shapes are in RD all the same
	Features []Feature
}

// ReadGeoJSON reads a FeatureCollection of Polygon and MultiPolygon areas of at
// most limit bytes. The system is what a member "crs" says (GeoJSON 2008), RD
// when the coordinates can only be metres, and else WGS84. Shapes come back in
// RD metres, closed, without repeated points and with outer rings
// counter-clockwise.
//
// Anything wrong gives an error of type Faults that holds all faults, and an
// empty collection: a file is read whole or not at all. Rings may touch
// themselves in a point but not cross. Whether areas overlap is not judged.
// Errors of r are returned wrapped.
func ReadGeoJSON(r io.Reader, limit int64) (Collection, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return Collection{}, fmt.Errorf("read GeoJSON: %w", err)
	}
	if int64(len(b)) > limit {
		return Collection{}, Faults{fileFault(FaultSize,
			"Het bestand is groter dan %d MB. Maak de grenzen eenvoudiger of knip het bestand in stukken.", max(1, limit>>20))}
	}
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if fault := checkEncoding(b); fault != nil {
		return Collection{}, Faults{*fault}
	}
	doc, faults := splitDocument(b)
	crs, fault := doc.system()
	if fault != nil {
		return Collection{}, append(faults, *fault)
	}
	features, more := readFeatures(doc.features, crs)
	if faults = append(faults, more...); len(faults) > 0 {
		return Collection{}, faults
	}
	return Collection{CRS: crs, Features: features}, nil
}

func checkEncoding(b []byte) *Fault {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) || len(b) > 1 && (b[0] == 0 || b[1] == 0) {
		f := fileFault(FaultEncoding, "Het bestand staat in UTF-16. Sla het op als UTF-8"+readAgain)
		return &f
	}
	if utf8.Valid(b) {
		return nil
	}
	at := 0
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	line, char := position(b[:at], at)
	f := fileFault(FaultEncoding, "Regel %d, teken %d: dit teken is geen UTF-8. Sla het bestand op als UTF-8%s", line, char, readAgain)
	if at >= len(b)-3 && !utf8.FullRune(b[at:]) {
		f = truncated(0)
	}
	return &f
}

func truncated(feature int) Fault {
	where := ""
	if feature > 0 {
		where = fmt.Sprintf(" in vlak %d", feature)
	}
	f := fileFault(FaultTruncated, "Het bestand is afgebroken%s: het einde ontbreekt. Haal het bestand opnieuw op%s", where, readAgain)
	f.Feature = feature
	return f
}

// document is the file cut into its areas, not yet read.
type document struct {
	kind     string
	crs      []byte
	features [][]byte
}

// splitDocument walks over the whole text once. Areas before a fault in the
// text are given, so that their own faults can be told too.
func splitDocument(b []byte) (document, Faults) {
	var doc document
	s := jsonScan{b: b}
	listed := false
	err := s.members(func(key string) (err error) {
		switch key {
		case "type":
			if s.space() == '"' {
				doc.kind, err = s.text()
				return err
			}
		case "crs":
			doc.crs, err = s.raw()
			return err
		case "features":
			if s.space() == '[' {
				listed = true
				return doc.list(&s)
			}
		}
		return s.skip(0)
	})
	if s.space(); err == nil && s.i < len(b) {
		err = errSyntax
	}
	switch {
	case len(bytes.TrimSpace(b)) == 0:
		return doc, Faults{fileFault(FaultCollection, "Het bestand is leeg. Kies een bestand met gebieden.")}
	case errors.Is(err, errTruncated) && s.lenient:
		return doc, Faults{truncated(len(doc.features) + 1)}
	case errors.Is(err, errTruncated):
		return doc, Faults{truncated(0)}
	case err != nil:
		line, char := position(b, s.i)
		return doc, Faults{fileFault(FaultSyntax, "Regel %d, teken %d: dit is geen GeoJSON. Herstel het bestand%s", line, char, readAgain)}
	case doc.kind != "FeatureCollection" || !listed:
		return doc, Faults{fileFault(FaultCollection, "Het bestand is geen FeatureCollection met vlakken. Sla de gebieden op als GeoJSON FeatureCollection%s", readAgain)}
	case len(doc.features) == 0:
		return doc, Faults{fileFault(FaultCollection, "Het bestand bevat geen vlakken. Kies een bestand met gebieden.")}
	}
	return doc, nil
}

// list cuts the array of features. The scanner stays lenient when the text ends
// within it, which tells the caller that an area was being read.
func (d *document) list(s *jsonScan) error {
	d.features = nil
	s.lenient = true
	err := s.elements(func() error {
		raw, err := s.raw()
		if err == nil {
			d.features = append(d.features, raw)
		}
		return err
	})
	if err == nil {
		s.lenient = false
	}
	return err
}

var epsgCode = regexp.MustCompile(`(?i)EPSG[:/](?:[\d.]*[:/])?(\d+)$`)

// system decides which reference system the file is in. Without it nothing can
// be said about the areas.
func (d document) system() (CRS, *Fault) {
	if d.crs != nil && string(d.crs) != "null" {
		var member struct {
			Properties struct{ Name string }
		}
		// What is no such object has an empty name and is refused below.
		_ = json.Unmarshal(d.crs, &member)
		name := strings.TrimSpace(member.Properties.Name)
		code := epsgCode.FindStringSubmatch(name)
		switch {
		case strings.HasSuffix(strings.ToUpper(name), "CRS84"), code != nil && (code[1] == "4326" || code[1] == "4258"):
			return WGS84, nil
		case code != nil && (code[1] == "28992" || code[1] == "7415"):
			return RD, nil
		}
		f := fileFault(FaultCRS, "Het bestand heeft een onbekend coördinatenstelsel (%q). Sla het op in WGS84 (EPSG:4326) of RD (EPSG:28992)%s", name, readAgain)
		return WGS84, &f
	}
	for _, raw := range d.features {
		if p, ok := firstPoint(raw); ok {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 180 {
				return RD, nil
			}
			break
		}
	}
	return WGS84, nil
}

// readFeatures reads the areas on all cores.
func readFeatures(raw [][]byte, crs CRS) ([]Feature, Faults) {
	features := make([]Feature, len(raw))
	faults := make([][]Fault, len(raw))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(raw)) {
		wg.Go(func() {
			r := featureReader{crs: crs}
			for i := int(next.Add(1)) - 1; i < len(raw); i = int(next.Add(1)) - 1 {
				features[i], faults[i] = r.read(raw[i], i+1)
			}
		})
	}
	wg.Wait()
	var all Faults
	for _, f := range faults {
		all = append(all, f...)
	}
	return features, all
}
