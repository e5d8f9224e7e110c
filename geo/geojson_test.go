// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

const megabyte = 1 << 20

// inRD wraps geometries as a FeatureCollection in RD.
func inRD(geometries ...string) string {
	return collection(`"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},`, geometries...)
}

func collection(head string, geometries ...string) string {
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection",` + head + `"features":[`)
	for i, g := range geometries {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"buurtcode":"BU0599%04d"},"geometry":%s}`, i+1, g)
	}
	return b.String() + "]}"
}

// polygon writes rings of "x y" pairs, in kilometres from (90, 430) km RD.
func polygon(rings ...string) string {
	var parts []string
	for _, ring := range rings {
		var points []string
		for pair := range strings.SplitSeq(ring, ",") {
			var x, y float64
			fmt.Sscan(pair, &x, &y)
			points = append(points, fmt.Sprintf("[%g,%g]", 90000+1000*x, 430000+1000*y))
		}
		parts = append(parts, "["+strings.Join(points, ",")+"]")
	}
	return `{"type":"Polygon","coordinates":[` + strings.Join(parts, ",") + `]}`
}

const goodRing = "0 0,4 0,4 4,0 4,0 0"

func TestReadGeoJSONNormalises(t *testing.T) {
	tests := map[string]string{
		"as it should be":  polygon(goodRing, "1 1,1 2,2 2,2 1,1 1"),
		"turned round":     polygon("0 0,0 4,4 4,4 0,0 0", "1 1,2 1,2 2,1 2,1 1"),
		"repeated points":  polygon("0 0,4 0,4 0,4 4,0 4,0 0,0 0", "1 1,1 2,2 2,2 1,1 1"),
		"almost closed":    polygon("0 0,4 0,4 4,0 4,0 0.000001", "1 1,1 2,2 2,2 1,1 1"),
		"with heights":     regexp.MustCompile(`(\d),(\d+)\]`).ReplaceAllString(polygon(goodRing, "1 1,1 2,2 2,2 1,1 1"), "$1,$2,12.5]"),
		"as MultiPolygon":  strings.Replace(strings.Replace(polygon(goodRing, "1 1,1 2,2 2,2 1,1 1"), "Polygon", "MultiPolygon", 1), `:[[`, `:[[[`, 1) + "",
		"type after shape": `{"coordinates":` + strings.TrimSuffix(strings.SplitN(polygon(goodRing, "1 1,1 2,2 2,2 1,1 1"), `"coordinates":`, 2)[1], "}") + `,"type":"Polygon"}`,
	}
	tests["as MultiPolygon"] = strings.Replace(tests["as MultiPolygon"], "]]]}", "]]]]}", 1)
	for name, geometry := range tests {
		c, err := ReadGeoJSON(strings.NewReader(inRD(geometry)), megabyte)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		mp := c.Features[0].Shape
		if c.CRS != RD || len(mp) != 1 || len(mp[0]) != 2 || len(mp[0][0]) != 5 || len(mp[0][1]) != 5 {
			t.Errorf("%s: system %v, shape %v", name, c.CRS, mp)
			continue
		}
		if signedArea(mp[0][0]) != 16e6 || signedArea(mp[0][1]) != -1e6 || mp[0][0][0] != mp[0][0][4] {
			t.Errorf("%s: surfaces %v and %v, ends %v and %v", name, signedArea(mp[0][0]), signedArea(mp[0][1]), mp[0][0][0], mp[0][0][4])
		}
		if c.Features[0].Properties["buurtcode"] != "BU05990001" {
			t.Errorf("%s: properties %v", name, c.Features[0].Properties)
		}
	}
}

func TestReadGeoJSONSystems(t *testing.T) {
	degrees := `{"type":"Polygon","coordinates":[[[4.47,51.92],[4.48,51.92],[4.48,51.93],[4.47,51.92]]]}`
	crs := func(name string) string { return `"crs":{"type":"name","properties":{"name":"` + name + `"}},` }
	tests := map[string]struct {
		head, geometry string
		want           CRS
		fault          string
	}{
		"default":               {"", degrees, WGS84, ""},
		"null":                  {`"crs":null,`, degrees, WGS84, ""},
		"CRS84":                 {crs("urn:ogc:def:crs:OGC:1.3:CRS84"), degrees, WGS84, ""},
		"ETRS89":                {crs("EPSG:4258"), degrees, WGS84, ""},
		"metres without a word": {"", polygon(goodRing), RD, ""},
		"RD":                    {crs("urn:ogc:def:crs:EPSG::28992"), polygon(goodRing), RD, ""},
		"RD as URL":             {crs("http://www.opengis.net/def/crs/EPSG/0/28992"), polygon(goodRing), RD, ""},
		"RD short":              {crs("EPSG:28992"), polygon(goodRing), RD, ""},
		"web mercator":          {crs("EPSG:3857"), degrees, WGS84, FaultCRS},
		"link":                  {`"crs":{"type":"link","properties":{}},`, degrees, WGS84, FaultCRS},
	}
	for name, tt := range tests {
		c, err := ReadGeoJSON(strings.NewReader(collection(tt.head, tt.geometry)), megabyte)
		if tt.fault != "" {
			if codes := faultCodes(err); !slices.Equal(codes, []string{tt.fault}) {
				t.Errorf("%s: faults %v, want %s", name, codes, tt.fault)
			}
			continue
		}
		if err != nil || c.CRS != tt.want {
			t.Errorf("%s: system %v, %v; want %v", name, c.CRS, err, tt.want)
		} else if p := c.Features[0].Shape[0][0][0]; !inNetherlands(p[0], p[1]) {
			t.Errorf("%s: first point %v is not in RD", name, p)
		}
	}
}

func faultCodes(err error) []string {
	var faults Faults
	errors.As(err, &faults)
	var codes []string
	for _, f := range faults {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestReadGeoJSONFaults(t *testing.T) {
	bowtie := polygon("0 0,2 2,2 0,0 2,0 0")
	number := func(v string) string { return strings.Replace(polygon(goodRing), "94000", v, 1) }
	tests := map[string]struct {
		geometry string
		want     []string
	}{
		"bow tie":                        {bowtie, []string{FaultCrosses}},
		"bow tie through a point":        {polygon("0 0,1 1,2 2,2 0,1 1,0 2,0 0"), []string{FaultCrosses}},
		"bow tie with a point on a side": {polygon("0 0,2 2,2 0,1 1,0 2,0 0"), []string{FaultCrosses}},
		"touches itself in a point":      {polygon("0 0,1 1,2 0,2 2,1 1,0 2,0 0"), nil},
		"touches its own side":           {polygon("0 0,4 0,4 4,2 0,0 4,0 0"), nil},
		"spike":                          {polygon("0 0,4 0,4 4,2 4,2 6,2 4,0 4,0 0"), []string{FaultBacks}},
		"flat":                           {polygon("0 0,4 0,2 0,0 0"), []string{FaultBacks}},
		"hole crosses the border":        {polygon(goodRing, "3 1,3 2,5 2,5 1,3 1"), []string{FaultCrosses}},
		"hole outside":                   {polygon(goodRing, "5 1,5 2,6 2,6 1,5 1"), []string{FaultHole}},
		"hole touches the border":        {polygon(goodRing, "0 2,1 3,1 1,0 2"), nil},
		"not closed":                     {polygon("0 0,4 0,4 4,0 4"), []string{FaultOpen}},
		"not closed and crossing":        {polygon("0 0,2 2,2 0,0 2"), []string{FaultOpen, FaultCrosses}},
		"three points":                   {polygon("0 0,4 0,0 0"), []string{FaultPoints}},
		"one point":                      {polygon("0 0"), []string{FaultPoints}},
		"no points":                      {`{"type":"Polygon","coordinates":[[]]}`, []string{FaultEmpty}},
		"no rings":                       {`{"type":"Polygon","coordinates":[]}`, []string{FaultEmpty}},
		"no coordinates":                 {`{"type":"MultiPolygon"}`, []string{FaultEmpty}},
		"no geometry":                    {`null`, []string{FaultEmpty}},
		"point":                          {`{"type":"Point","coordinates":[90000,430000]}`, []string{FaultType}},
		"unknown type":                   {`{"type":"Veelhoek","coordinates":[]}`, []string{FaultType}},
		"nested too little":              {`{"type":"MultiPolygon","coordinates":[[[1,2],[3,4]]]}`, []string{FaultShape}},
		"nested too much":                {`{"type":"Polygon","coordinates":[[[[1,2]]]]}`, []string{FaultShape}},
		"NaN":                            {number("NaN"), []string{FaultNumber}},
		"infinite":                       {number("-Infinity"), []string{FaultNumber}},
		"too large for a float":          {number("1e999"), []string{FaultNumber}},
		"null":                           {number("null"), []string{FaultNumber}},
		"text":                           {number(`"94000"`), []string{FaultNumber}},
		"outside":                        {number("594000"), []string{FaultOutside}},
		"in the wrong order":             {`{"type":"Polygon","coordinates":[[[430000,90000],[431000,90000],[431000,91000],[430000,90000]]]}`, []string{FaultSwapped}},
		"two faults":                     {polygon("0 0,2 2,2 0,0 2,0 0", "0 0,1 1,0 0"), []string{FaultPoints}},
	}
	for name, tt := range tests {
		c, err := ReadGeoJSON(strings.NewReader(inRD(polygon(goodRing), tt.geometry)), megabyte)
		codes := faultCodes(err)
		if !slices.Equal(codes, tt.want) {
			t.Errorf("%s: faults %v (%v), want %v", name, codes, err, tt.want)
		}
		if err != nil && len(c.Features) > 0 {
			t.Errorf("%s: a file with faults gives areas", name)
		}
		var faults Faults
		errors.As(err, &faults)
		for _, f := range faults {
			if f.Feature != 2 || !strings.HasPrefix(f.Message, "Vlak 2 (BU05990002): ") || !strings.HasSuffix(f.Message, "lees het bestand opnieuw in.") {
				t.Errorf("%s: feature %d, message %q", name, f.Feature, f.Message)
			}
		}
	}
}

func TestReadGeoJSONTellsAllFaults(t *testing.T) {
	file := inRD(polygon("0 0,2 2,2 0,0 2,0 0"), polygon(goodRing), `null`, polygon("0 0,4 0,4 4"))
	_, err := ReadGeoJSON(strings.NewReader(file), megabyte)
	if got, want := faultCodes(err), []string{FaultCrosses, FaultEmpty, FaultOpen}; !slices.Equal(got, want) {
		t.Errorf("faults %v, want %v", got, want)
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	if want := "Vlak 1 (BU05990001): de grens kruist zichzelf bij [91000, 431000]. Herstel de grens en lees het bestand opnieuw in."; err == nil || first != want {
		t.Errorf("first message %q\nwant %q", first, want)
	}
	half := file[:strings.LastIndex(file, `"Polygon"`)]
	_, err = ReadGeoJSON(strings.NewReader(half), megabyte)
	if got, want := faultCodes(err), []string{FaultTruncated, FaultCrosses, FaultEmpty}; !slices.Equal(got, want) {
		t.Errorf("half a file: faults %v, want %v", got, want)
	}
	var faults Faults
	if errors.As(err, &faults); faults[0].Feature != 4 {
		t.Errorf("half a file: broken off in area %d, want 4", faults[0].Feature)
	}
}

func TestReadGeoJSONFileFaults(t *testing.T) {
	good := collection("", `{"type":"Polygon","coordinates":[[[4.47,51.92],[4.48,51.92],[4.48,51.93],[4.47,51.92]]]}`)
	utf16 := []byte{0xff, 0xfe}
	for _, c := range []byte(good) {
		utf16 = append(utf16, c, 0)
	}
	tests := map[string]struct{ file, want, says string }{
		"empty":             {"", FaultCollection, "leeg"},
		"web page":          {"<html>", FaultSyntax, "Regel 1, teken 1:"},
		"comma too many":    {"{\n  \"type\":,}", FaultSyntax, "Regel 2, teken 10:"},
		"more behind":       {good + "{}", FaultSyntax, "geen GeoJSON"},
		"one feature":       {`{"type":"Feature","properties":{},"geometry":null}`, FaultCollection, "FeatureCollection"},
		"topology":          {`{"type":"Topology","objects":{}}`, FaultCollection, "FeatureCollection"},
		"no areas":          {`{"type":"FeatureCollection","features":[]}`, FaultCollection, "geen vlakken"},
		"half":              {good[:len(good)/2], FaultTruncated, "in vlak 1"},
		"last bracket lost": {good[:len(good)-1], FaultTruncated, "afgebroken"},
		"Windows-1252":      {strings.Replace(good, "BU", "Caf\xe9 ", 1), FaultEncoding, "geen UTF-8"},
		"UTF-16":            {string(utf16), FaultEncoding, "UTF-16"},
		"half a letter":     {`{"type":"é`[:10], FaultTruncated, "afgebroken"},
		"NaN beside areas":  {strings.Replace(good, `"features"`, `"x":NaN,"features"`, 1), FaultSyntax, "geen GeoJSON"},
		"very deep":         {`{"x":` + strings.Repeat("[", 100_000), FaultSyntax, "geen GeoJSON"},
	}
	for name, tt := range tests {
		_, err := ReadGeoJSON(strings.NewReader(tt.file), megabyte)
		if codes := faultCodes(err); !slices.Equal(codes, []string{tt.want}) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v %v, want %s with %q", name, codes, err, tt.want, tt.says)
		}
	}
	if _, err := ReadGeoJSON(strings.NewReader("\xef\xbb\xbf"+good), megabyte); err != nil {
		t.Errorf("with byte order mark: %v", err)
	}
	if _, err := ReadGeoJSON(strings.NewReader(good), 100); !slices.Equal(faultCodes(err), []string{FaultSize}) {
		t.Errorf("over the limit: %v", err)
	}
	broken := errors.New("disk on fire")
	if _, err := ReadGeoJSON(io.MultiReader(strings.NewReader(good), iotest.ErrReader(broken)), megabyte); !errors.Is(err, broken) {
		t.Errorf("error of the reader: %v", err)
	}
}

// A border made to keep the program busy is refused, not judged for minutes.
func TestReadGeoJSONTangledBorder(t *testing.T) {
	var ring [][2]float64
	for i := range 40_000 {
		up := float64(i % 2 * 50_000)
		ring = append(ring, [2]float64{90000 + float64(i)*0.01 + up, 430000 + up})
	}
	ring = append(ring, [2]float64{150000, 480000}, [2]float64{150000, 429000}, [2]float64{90000, 429000}, ring[0])
	file := inRD(string(AppendGeometry(nil, MultiPolygon{{ring}}, RD)))
	_, err := ReadGeoJSON(strings.NewReader(file), 16*megabyte)
	if codes := faultCodes(err); !slices.Equal(codes, []string{FaultTangled}) {
		t.Errorf("faults %v, want %s", codes, FaultTangled)
	}
}
