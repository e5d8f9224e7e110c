// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import (
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dwarsverband/geo"
)

var update = flag.Bool("update", false, "write the golden files")

func TestGoldenFiles(t *testing.T) {
	for name, got := range pictures() {
		path := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from its golden file; look at it and run go test -update", name)
		}
	}
}

// parse reads a picture as XML and fails on anything that a strict page refuses
// or that assistive technology stumbles over.
func parse(t *testing.T, name, svg string) (elements []xml.StartElement, texts []string) {
	t.Helper()
	ids := map[string]bool{}
	dec := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s is not well formed: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements = append(elements, token.Copy())
			if token.Name.Local == "script" || token.Name.Local == "style" || token.Name.Local == "foreignObject" {
				t.Errorf("%s holds a %s element", name, token.Name.Local)
			}
			for _, a := range token.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("%s holds an attribute %s", name, a.Name.Local)
				}
				if a.Name.Local == "id" {
					if ids[a.Value] {
						t.Errorf("%s holds id %q twice", name, a.Value)
					}
					ids[a.Value] = true
				}
			}
		case xml.CharData:
			texts = append(texts, string(token))
		}
	}
	for _, m := range regexp.MustCompile(`url\(#([^)]*)\)|aria-(?:labelledby|describedby)="([^"]*)"`).FindAllStringSubmatch(svg, -1) {
		if !ids[m[1]+m[2]] {
			t.Errorf("%s refers to %q, which it does not hold", name, m[1]+m[2])
		}
	}
	return elements, texts
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestPicturesAreAccessible(t *testing.T) {
	for name, svg := range pictures() {
		elements, _ := parse(t, name, svg)
		root := elements[0]
		if name == "staal" {
			if attr(root, "aria-hidden") != "true" {
				t.Error("a swatch is not hidden")
			}
			continue
		}
		want := "img"
		if name == "kaart-links" {
			want = "group"
		}
		if attr(root, "role") != want || elements[1].Name.Local != "title" || elements[2].Name.Local != "desc" ||
			attr(root, "aria-labelledby") != attr(elements[1], "id") || attr(root, "aria-describedby") != attr(elements[2], "id") {
			t.Errorf("%s: role %q, first elements %v and %v", name, attr(root, "role"), elements[1], elements[2])
		}
		for _, e := range elements {
			if e.Name.Local == "a" && want == "img" {
				t.Errorf("%s: a link within an image", name)
			}
			if e.Name.Local == "a" && attr(e, "aria-label") == "" {
				t.Errorf("%s: link without a name", name)
			}
		}
	}
}

func TestHostileTexts(t *testing.T) {
	evil := "\"'><script>alert(1)</script>&amp;\x00\x1b\xff]]>"
	vlakken := town(2, 1, 3)
	for i := range vlakken {
		vlakken[i].ID, vlakken[i].Naam, vlakken[i].Waarde, vlakken[i].Klasse = evil, evil, evil, 2
	}
	vlakken[0].Href, vlakken[1].Href = "javascript:alert(1)", `/x?a="b"&c=<d>`
	points := []Reekspunt{{Maand: NewMaand(2025, 1), Waarde: new(math.Inf(1)), Signaal: true}, {Maand: NewMaand(2025, 3), Waarde: new(math.NaN())}, {Maand: NewMaand(1, 1) + 1e9, Waarde: new(1e300)}}
	for name, svg := range map[string]string{
		"Kaart": Kaart(vlakken, KaartOpties{ID: evil, Titel: evil, Beschrijving: evil, Focusable: true, Gekozen: evil}),
		"Reeks": Reeks(points, ReeksOpties{ID: evil, Titel: evil, Beschrijving: evil, Eenheid: evil, Pad: &Pad{VanWaarde: math.NaN()}}),
		"Vonk":  Vonk(points, VonkOpties{ID: evil, Titel: evil}),
		"Staal": Staal(evil, Afgeschermd),
	} {
		elements, _ := parse(t, name, svg)
		if strings.Contains(svg, "<script") || strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("%s lets the text through: %s", name, svg)
		}
		for _, e := range elements {
			if href := attr(e, "href"); href != "" && href != vlakken[1].Href {
				t.Errorf("%s links to %q", name, href)
			}
		}
	}
}

// luminance and contrast are those of WCAG 2.2.
func luminance(color string) float64 {
	total := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, _ := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		total += weight * c
	}
	return total
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	for _, text := range []string{colorText, colorSignal, colorTarget} {
		for _, ground := range []string{colorPaper, colorBand} {
			if c := contrast(text, ground); c < 4.5 {
				t.Errorf("text %s on %s: %.2f", text, ground, c)
			}
		}
	}
	for _, shape := range []string{colorLine, colorSignal, colorTarget, colorExpect, colorBandRim, colorAxis, colorHatch, colorBorder} {
		if c := contrast(shape, colorPaper); c < 3 {
			t.Errorf("shape %s on white: %.2f", shape, c)
		}
	}
	for i, fill := range classFills {
		if c := contrast(fill, colorBorder); c < 3 {
			t.Errorf("border on class %d: %.2f", i, c)
		}
		if i > 0 && luminance(fill) > luminance(classFills[i-1])/1.25 {
			t.Errorf("class %d is hardly darker than the one before", i)
		}
	}
}

func TestKaartHidesWhatItsClassHides(t *testing.T) {
	vlakken := town(3, 1, 3)
	vlakken[0].Klasse, vlakken[0].Waarde = Afgeschermd, "geheim 3"
	vlakken[1].Klasse, vlakken[1].Waarde = GeenGegevens, "geheim 0"
	vlakken[2].Klasse, vlakken[2].Waarde = 4, "18"
	svg := Kaart(vlakken, KaartOpties{ID: "k", Titel: "t"})
	for want, n := range map[string]int{"geheim": 0, "<title>Wijk 0: afgeschermd</title>": 1, "<title>Wijk 1: geen gegevens</title>": 1,
		"<title>Wijk 2: 18</title>": 1, `fill="url(#k-geen)"`: 1, `fill="url(#k-afgeschermd)"`: 1, `data-code="BU05990002"`: 1,
		"1 gebied zonder gegevens. 1 gebied afgeschermd.": 1} {
		if got := strings.Count(svg, want); got != n {
			t.Errorf("%q stands in the map %d times, want %d", want, got, n)
		}
	}
}

// The first point of a path is the first of the ring, in tenths of a pixel, with
// north up.
func TestKaartPutsNorthUp(t *testing.T) {
	land := func(y float64) geo.MultiPolygon {
		return geo.MultiPolygon{{{{1000, y}, {1100, y}, {1100, y + 100}, {1000, y + 100}, {1000, y}}}}
	}
	svg := Kaart([]Vlak{{Naam: "noord", Vorm: land(2100)}, {Naam: "zuid", Vorm: land(2000)}}, KaartOpties{ID: "k", Titel: "t", Breedte: 112, MaxHoogte: 212, Tolerantie: -1})
	for _, want := range []string{`viewBox="0 0 112 212"`, `d="M60 1060l1000 0 0-1000-1000 0z"><title>noord`, `d="M60 2060l1000 0 0-1000-1000 0z"><title>zuid`} {
		if !strings.Contains(svg, want) {
			t.Errorf("%s lacks %s", svg, want)
		}
	}
}

func TestKaartSize(t *testing.T) {
	svg := Kaart(town(23, 4, 25), KaartOpties{ID: "k", Titel: "t", Breedte: 900, Focusable: true})
	t.Logf("92 areas of 100 points: %d kB", len(svg)/1000)
	if len(svg) > 120_000 {
		t.Errorf("a map of 92 areas takes %d bytes, want at most 120,000", len(svg))
	}
}

func TestKern(t *testing.T) {
	vlakken := town(8, 8, 3)
	harbour := town(1, 1, 3)[0]
	for i := range harbour.Vorm[0][0] {
		harbour.Vorm[0][0][i][0] -= 60000
	}
	all := append(vlakken, harbour)
	frame := Kern(all)
	if frame.MinX < 89000 || frame.Width() < 5000 || frame.Height() < 5000 {
		t.Errorf("frame %+v, want the town without the harbour", frame)
	}
	svg := Kaart(all, KaartOpties{ID: "k", Titel: "t", Kader: frame})
	if want := "1 gebied valt buiten de uitsnede."; !strings.Contains(svg, want) {
		t.Errorf("the map does not say %q", want)
	}
	if Kern(nil) != (geo.Box{}) {
		t.Error("no areas have a frame")
	}
}

func BenchmarkKaart92(b *testing.B) {
	vlakken := town(23, 4, 25)
	b.ReportAllocs()
	for b.Loop() {
		Kaart(vlakken, KaartOpties{ID: "k", Titel: "t"})
	}
}

func BenchmarkReeks(b *testing.B) {
	points := series()
	for b.Loop() {
		Reeks(points, ReeksOpties{ID: "r", Titel: "t"})
	}
}

func ExampleKlassen() {
	bounds := Klassen([]float64{0, 0, 0, 1, 2, 3, 3, 5, 8, 40}, 5)
	for _, item := range Legenda(bounds, LegendaOpties{Heel: true, Geen: true}) {
		fmt.Println(item.Class, item.Label)
	}
	// Output:
	// kaart-klasse-0 0 t/m 1
	// kaart-klasse-1 2
	// kaart-klasse-2 3 t/m 7
	// kaart-klasse-3 8 t/m 40
	// kaart-klasse-geen geen gegevens
}
