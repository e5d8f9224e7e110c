// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"dwarsverband/demo/proef"
)

// kanaries invents people: each has a name and an address that nobody else has, and in running text a BSN that passes the check.
type kanaries struct {
	nr, laatste int
	bsns        map[string]bool // that were given out
	velden      map[string]bool // that got one
}

// tekst is what somebody would write in a large field: about a whole household.
func (k *kanaries) tekst(naam string) string {
	k.velden[naam] = true
	var b strings.Builder
	for range 5 {
		k.nr++
		fmt.Fprintf(&b, "Kanarie%dvogel, burgerservicenummer %s, woont in de Kanariestraat %d. ", k.nr, k.bsn(), k.nr)
	}
	return b.String()
}

// voor gives what somebody would type in a field of this name.
func (k *kanaries) voor(naam string) string {
	switch _, kaal, _ := strings.Cut(naam, "-"); {
	case strings.HasSuffix(naam, "geboren"), strings.HasSuffix(kaal, "geboren"):
		return "1980-01-02"
	case strings.HasSuffix(naam, "postcode"), strings.HasSuffix(naam, "huisnummer"):
		return map[bool]string{true: "1234 AB", false: "12"}[strings.HasSuffix(naam, "postcode")]
	case strings.HasSuffix(naam, "bsn"):
		k.velden[naam] = true
		return k.bsn()
	}
	k.velden[naam] = true
	k.nr++
	return fmt.Sprintf("Kanarie%dvogel zingt in de Kanariestraat %d", k.nr, k.nr)
}

// bsn gives the next number that passes the 11-check.
func (k *kanaries) bsn() string {
	for {
		k.laatste++
		s := fmt.Sprintf("9%08d", 87_000_000+k.laatste)
		sum := 0
		for i, c := range s {
			weight := 9 - i
			if weight == 1 {
				weight = -1
			}
			sum += weight * int(c-'0')
		}
		if sum%11 == 0 {
			k.bsns[s] = true
			return s
		}
	}
}

var bsnVorm = regexp.MustCompile(`(?:^|\D)(987\d{6})(?:\D|$)`)

// bsnIn gives a BSN that was given out and stands in text, or nothing. A number of that form which nobody was given comes about by chance in ids and hashes.
func (k *kanaries) bsnIn(text []byte) string {
	for _, m := range bsnVorm.FindAllSubmatch(text, -1) {
		if k.bsns[string(m[1])] {
			return string(m[1])
		}
	}
	return ""
}

// htmlForm is a form of a page as its visitor meets it.
type htmlForm struct {
	actie   string
	post    bool
	bestand bool
	velden  url.Values
}

// formulieren reads the forms of a page and fills them in: what can be typed with a canary, what can be chosen with the last choice.
func formulieren(t *testing.T, html string, k *kanaries) []htmlForm {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(html))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var list []htmlForm
	var keuze string
	at := func(e xml.StartElement, naam string) (string, bool) {
		for _, a := range e.Attr {
			if a.Name.Local == naam {
				return a.Value, true
			}
		}
		return "", false
	}
	for {
		token, err := d.Token()
		if err != nil {
			return list
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		naam, _ := at(e, "name")
		waarde, _ := at(e, "value")
		soort, _ := at(e, "type")
		if e.Name.Local == "form" {
			actie, _ := at(e, "action")
			methode, _ := at(e, "method")
			list = append(list, htmlForm{actie: actie, post: methode == "post", velden: url.Values{}})
			continue
		}
		if len(list) == 0 {
			continue
		}
		f := &list[len(list)-1]
		switch {
		case e.Name.Local == "select":
			keuze = naam
		case e.Name.Local == "option":
			f.velden.Set(keuze, waarde)
		case e.Name.Local == "textarea":
			f.velden.Set(naam, k.tekst(naam))
		case e.Name.Local == "input" && (soort == "text" || soort == "" || soort == "search"):
			f.velden.Set(naam, k.voor(naam))
		case e.Name.Local == "input" && soort == "date":
			f.velden.Set(naam, "2026-11-30")
		case e.Name.Local == "input" && soort == "file":
			f.bestand = true
		case naam != "" && (e.Name.Local == "input" || e.Name.Local == "button"):
			f.velden.Set(naam, waarde)
		}
	}
}

var (
	paginatitel = regexp.MustCompile(`(?s)<title>(.*?)</title>`)
	interneLink = regexp.MustCompile(`href="(/(?:casussen|meldingen|knopen|inzage|uitstel|toezicht|werk|gedeeld|bekend|triage|vernietiging|overleggen|instellingen)[^"#?]*)`)
)

// rondgang walks every page of case work that a user can reach and sends every form that it meets, until none is new.
type rondgang struct {
	t        *testing.T
	b        *bezoeker
	k        *kanaries
	gezien   map[string]bool
	gestuurd map[string]bool
	straks   []htmlForm // that withdraw something: sent when everybody has been round, so that there is something to walk past
	gelukt   int
}

func (r *rondgang) loop(pad string) {
	for wachtrij := []string{pad}; len(wachtrij) > 0; wachtrij = wachtrij[1:] {
		at := wachtrij[0]
		if r.gezien[at] || strings.HasSuffix(at, "/odt") || strings.HasSuffix(at, "/json") || strings.HasSuffix(at, "/verklaring") {
			continue
		}
		r.gezien[at] = true
		_, html := r.b.get(r.t, at)
		r.oordeel(html)
		for _, f := range formulieren(r.t, html, r.k) {
			sleutel := r.b.waar.Path + " " + f.actie
			if !f.post || f.bestand || r.gestuurd[sleutel] || strings.Contains(f.actie, "uitloggen") {
				continue
			}
			r.gestuurd[sleutel] = true
			if strings.HasSuffix(f.actie, "/intrekken") {
				r.straks = append(r.straks, f)
				continue
			}
			status, html := r.b.post(r.t, f.actie, f.velden)
			if status < 400 {
				r.gelukt++
			}
			r.oordeel(html)
			wachtrij = append(wachtrij, links(html)...)
		}
		wachtrij = append(wachtrij, links(html)...)
	}
}

// trekIn sends what waited.
func (r *rondgang) trekIn() {
	for _, f := range r.straks {
		status, html := r.b.post(r.t, f.actie, f.velden)
		if status < 400 {
			r.gelukt++
		}
		r.oordeel(html)
	}
}

func links(html string) []string {
	var list []string
	for _, m := range interneLink.FindAllStringSubmatch(html, -1) {
		list = append(list, m[1])
	}
	return list
}

// oordeel fails on a canary in the address or the title of the page.
func (r *rondgang) oordeel(html string) {
	if strings.Contains(r.b.waar.String(), "anarie") {
		r.t.Errorf("the address %s holds a canary", r.b.waar)
	}
	if m := paginatitel.FindStringSubmatch(html); m != nil && strings.Contains(m[1], "anarie") {
		r.t.Errorf("the title %q holds a canary", m[1])
	}
}

// A thousand invented people go through every form of case work that anybody can reach. No file of the database, no log, no address and no title holds a word about them.
func TestNoCanaryInTheClear(t *testing.T) {
	h := proef.Maak(t)
	var log bytes.Buffer
	var mu sync.Mutex
	s := services(t, h)
	s.Log = slog.New(slog.NewTextHandler(slotschrijver{&mu, &log}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	handler, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	huis := &huis{Huis: h, URL: server.URL, Services: s}
	maakZaak(t, huis)
	k := &kanaries{bsns: map[string]bool{}, velden: map[string]bool{}}
	gelukt := 0
	var rondes []*rondgang
	for _, wie := range []string{"procesregisseur", "casusregisseur", "agent", "veilig-thuis", "privacy", "fg", "procesregisseur", "casusregisseur"} {
		r := &rondgang{t: t, b: inloggen(t, huis, proef.Regio, wie), k: k, gezien: map[string]bool{}, gestuurd: map[string]bool{}}
		for _, pad := range []string{"/meldingen/nieuw", "/meldingen", "/triage", "/casussen", "/knopen", "/werk", "/inzage/nieuw", "/inzage", "/toezicht"} {
			r.loop(pad)
		}
		rondes = append(rondes, r)
	}
	for _, r := range rondes {
		r.trekIn()
		gelukt += r.gelukt
	}
	t.Logf("%d people with %d BSNs went through %d kinds of field and %d forms", k.nr, len(k.bsns), len(k.velden), gelukt)
	if k.nr < 1000 || len(k.bsns) < 1000 || len(k.velden) < 25 || gelukt < 50 {
		t.Error("that is too few to show anything")
	}
	files, err := filepath.Glob(filepath.Join(h.Map, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, canary := range []string{"Kanarie", "kanarie"} {
			if i := bytes.Index(text, []byte(canary)); i >= 0 {
				t.Errorf("%s holds a canary: %q", filepath.Base(file), text[max(0, i-60):min(len(text), i+60)])
			}
		}
		if bsn := k.bsnIn(text); bsn != "" {
			t.Errorf("%s holds the BSN %s", filepath.Base(file), bsn)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if text := log.String(); strings.Contains(text, "anarie") || k.bsnIn(log.Bytes()) != "" {
		t.Errorf("the log holds a canary: %.400s, BSN %q", text[max(0, strings.Index(text, "anarie")):], k.bsnIn(log.Bytes()))
	}
}

// slotschrijver lets many requests write one log.
type slotschrijver struct {
	mu *sync.Mutex
	b  *bytes.Buffer
}

func (w slotschrijver) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}
