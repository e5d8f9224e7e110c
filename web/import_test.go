// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/cijfer"
	"dwarsverband/toegang"
)

const canonKop = "code;periode;maat;waarde;waardeattribuut;bron\n"

// oktober is a file with one figure of each sort: new, revised, equal, refused.
const oktober = canonKop + "BU99910101;2026MM10;inbraak;4;;REG\nBU99910101;2026MM09;inbraak;26;;REG\nBU99910101;2026JJ00;inwoners;1000;;REG\nBU99920101;2026MM10;inbraak;4;;REG\n"

func TestImport(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	status, html := b.postBestand(t, "/import/proef", nil, "oktober.csv", oktober)
	dry := b.waar.Path
	if status != http.StatusOK || !strings.HasPrefix(dry, "/import/") {
		t.Fatalf("status %d at %s", status, b.waar)
	}
	moet(t, html, "Dit is een proef. Er is nog niets opgeslagen.", "Definitief inlezen", "Eigen CSV", "Herzien", "Nieuw", "Gelijk", "Oktober 2026", "NoordHaven",
		"Geweigerde regels", "Gebied BU99920101 is hier niet bekend. Lees eerst de gebieden in, of haal de regel weg.", `action="`+dry+`/inlezen"`)
	if list, err := h.Cijfer.Invoeren(t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV]); err != nil || len(list) != 1 {
		t.Fatalf("a dry run kept something: %d reports, %v", len(list), err)
	}
	zelfde404(t, inloggen(t, h, proef.Ander, "adviseur-oov"), dry, "/import/"+strings.Repeat("0", 32))
	zelfde404(t, inloggen(t, h, proef.Eigen, "adviseur-sociaal"), dry, "/import/"+strings.Repeat("0", 32))

	h.Services.Inlezer.vergeet(h.Services.Inlezer.vind(proef.Eigen, "adviseur-oov", strings.TrimPrefix(dry, "/import/")))
	if status, html := b.get(t, dry); status != http.StatusOK || !strings.Contains(html, "Definitief inlezen") {
		t.Errorf("after a restart of the program the dry run is lost: %d", status)
	}

	status, html = b.post(t, dry+"/inlezen", nil)
	report := b.waar.Path
	if status != http.StatusOK || report == dry {
		t.Fatalf("status %d at %s: %s", status, b.waar, inhoudVan(html))
	}
	moet(t, html, "Verslag van het inlezen", "oktober.csv", "door Anouk de Graaf", "Gebied BU99920101 is hier niet bekend")
	if _, html := b.get(t, dry); b.waar.Path != report {
		t.Errorf("the page of the dry run does not lead to the report: %s", inhoudVan(html))
	}
	zelfde404(t, inloggen(t, h, proef.Ander, "adviseur-oov"), report, "/import/01a20949-0000-7000-8000-000000000000")
	if _, html := b.get(t, "/import"); !strings.Contains(html, `href="`+report+`"`) {
		t.Error("the file is not among those that were read in")
	}
	if status, csv := b.get(t, report+"/geweigerd.csv"); status != http.StatusOK || !strings.Contains(csv, "5;gebied;") {
		t.Errorf("the refused rows are %d %q", status, csv)
	}

	status, html = b.postBestand(t, "/import/proef", nil, "oktober.csv", oktober)
	moet(t, html, "Er is niets nieuws")
	magNiet(t, html, "Definitief inlezen")
	if csvStatus, csv := b.get(t, b.waar.Path+"/geweigerd.csv"); status != http.StatusOK || csvStatus != http.StatusOK || !strings.Contains(csv, "5;gebied;") {
		t.Errorf("the refused rows of a dry run are %d %q", csvStatus, csv)
	}
	same := strings.TrimSuffix(b.waar.Path, "/geweigerd.csv")
	if _, html := b.post(t, same+"/inlezen", nil); !strings.Contains(html, "Er is niets veranderd: alles stond er al zo in.") {
		t.Errorf("reading the same file in says: %s", inhoudVan(html))
	}
	if list, _ := h.Cijfer.Invoeren(t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV]); len(list) != 2 {
		t.Errorf("the same file twice left %d reports", len(list))
	}
}

func TestImportThrowAway(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	b.postBestand(t, "/import/proef", nil, "oktober.csv", oktober)
	dry := b.waar.Path
	if _, html := b.post(t, dry+"/weg", nil); !strings.Contains(html, "Het bestand is weggegooid. Er is niets ingelezen.") {
		t.Error("throwing away says nothing")
	}
	for _, path := range []string{dry + "/inlezen", dry + "/weg"} {
		if status, _ := b.post(t, path, nil); status != http.StatusNotFound {
			t.Errorf("%s of a file that is gone gives %d", path, status)
		}
	}
	if status, _ := b.get(t, dry); status != http.StatusNotFound {
		t.Errorf("a file that is gone gives %d", status)
	}
}

func TestImportGebieden(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	area := func(name string) string {
		return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU99910203","naam":"` + name + `","ouder":"WK999102"},` +
			`"geometry":{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.3],[4.91,52.31],[4.9,52.3]]]}}]}`
	}
	status, html := b.postBestand(t, "/import/proef", url.Values{"jaar": {"2026"}}, "buurten.geojson", area("Nieuwland"))
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "<dd>Gebieden</dd>", "Nieuwland", "Definitief inlezen")
	_, html = b.post(t, b.waar.Path+"/inlezen", nil)
	moet(t, html, "Het bestand is ingelezen.")
	if status, html := b.get(t, "/gebieden/BU99910203"); status != http.StatusOK || !strings.Contains(html, "Nieuwland") {
		t.Errorf("the new area gives %d", status)
	}
	_, html = b.postBestand(t, "/import/proef", url.Values{"jaar": {"2026"}}, "buurten.geojson", area("Oudland"))
	moet(t, html, "Oudland", "naam</td>")
	social := inloggen(t, h, proef.Eigen, "adviseur-sociaal")
	if status, _ := social.postBestand(t, "/import/proef", url.Values{"jaar": {"2026"}}, "buurten.geojson", area("Mijnland")); status != http.StatusForbidden {
		t.Errorf("an adviser who does not keep the areas gets %d", status)
	}
}

// Everything that is wrong with a file is said on the page, with status 400, and changes nothing.
func TestImportRefuses(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = io.WriteString(w, strings.Repeat(oktober, 100))
	_ = w.Close()
	crossing := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU99910101","naam":"x"},` +
		`"geometry":{"type":"Polygon","coordinates":[[[4.9,52.3],[4.91,52.31],[4.91,52.3],[4.9,52.31],[4.9,52.3]]]}}]}`
	tests := []struct {
		naam         string
		form         url.Values
		file, inhoud string
		want         string
	}{
		{"no file", nil, "", "", "Kies een bestand op uw computer."},
		{"empty", nil, "leeg.csv", "", "Het bestand is leeg. Kies een ander bestand."},
		{"no known format", nil, "brief.txt", "Beste gemeente,", "Kies het formaat zelf."},
		{"a spreadsheet", nil, "cijfers.xlsx", "PK\x03\x04rest", "Dit is een Excel- of zipbestand."},
		{"a format that is not in the list", url.Values{"formaat": {"excel"}}, "a.csv", oktober, "Kies een formaat uit de lijst."},
		{"a year that is none", url.Values{"jaar": {"twintig"}}, "a.csv", oktober, "Vul een jaar in van vier cijfers"},
		{"wrong columns", url.Values{"formaat": {"canoniek"}}, "a.csv", "gebied;jaar;waarde\n1;2;3\n", "Deze kolom ontbreekt. Voeg de kolom"},
		{"wrong encoding", url.Values{"formaat": {"canoniek"}}, "a.csv", canonKop + "BU99910101;2026MM10;caf\xe9;1;;REG\n", "UTF-8"},
		{"cut in half", url.Values{"formaat": {"politie-odata"}}, "a.json",
			`{"odata.metadata":"https://dataderden.cbs.nl/ODataApi/OData/47022NED/$metadata#Cbs.OData.WebAPI.TypedDataSet","value":[{"ID":0,"SoortMisdrijf":"0.0`, "Download het opnieuw"},
		{"packed and cut in half", nil, "a.csv.gz", packed.String()[:packed.Len()/2], "beschadigd of niet compleet"},
		{"a border that crosses itself", url.Values{"jaar": {"2026"}}, "a.geojson", crossing, "vlak 1"},
		{"areas without a year", nil, "a.geojson", crossing, "Vul het jaar van de gebiedsindeling in"},
		{"key figures without a year", url.Values{"formaat": {"kwb"}}, "a.json", `{"value":[{"WijkenEnBuurten":"GM9991    ","AantalInwoners_5":1}]}`, "jaar"},
	}
	for _, tt := range tests {
		t.Run(tt.naam, func(t *testing.T) {
			status, html := b.postBestand(t, "/import/proef", tt.form, tt.file, tt.inhoud)
			if status != http.StatusBadRequest {
				t.Errorf("status %d", status)
			}
			moet(t, html, tt.want, `role="alert"`, `aria-invalid="true"`, "Cijfers en gebieden inlezen</h1>")
		})
	}
	if status, html := b.post(t, "/import/proef", url.Values{"formaat": {"canoniek"}}); status != http.StatusBadRequest || !strings.Contains(html, "Kies een bestand") {
		t.Errorf("a form without a file gives %d", status)
	}
	if list, err := h.Cijfer.Invoeren(t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV]); err != nil || len(list) != 1 {
		t.Errorf("refused files left %d reports, %v", len(list), err)
	}
}

func TestImportRoles(t *testing.T) {
	h := newHuis(t)
	leeg := leegstad(t, h)
	probeer(t, h, []paginaProef{
		{pad: "/import", als: "adviseur-oov", bevat: []string{"Bestand kiezen", "256 MB", "proef.csv", "Anouk de Graaf"}},
		{pad: "/import", als: "beheerder", bevat: []string{"Bestand kiezen"}},
		{pad: "/import", tenant: leeg, als: "adviseur-oov", bevat: []string{"Er is nog niets ingelezen", "Begin met de gebieden"}},
		{pad: "/import", als: "raadslid", status: http.StatusForbidden, bevat: []string{"Dit mag u niet"}},
		{pad: "/import/1", als: "raadslid", status: http.StatusForbidden},
		{pad: "/import/1/geweigerd.csv", als: "raadslid", status: http.StatusForbidden},
		{methode: http.MethodPost, pad: "/import/proef", als: "raadslid", status: http.StatusForbidden},
		{methode: http.MethodPost, pad: "/import/1/inlezen", als: "raadslid", status: http.StatusForbidden},
		{pad: "/import/1/voortgang", als: "adviseur-oov", status: http.StatusNotFound},
		{methode: http.MethodPost, pad: "/import/1/weg", als: "raadslid", status: http.StatusNotFound},
	})
}

// A file over the limit is refused before it is kept, and the answer arrives.
func TestImportTooLarge(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	const over = maxUpload + 2<<20
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.URL+"/import/proef", io.LimitReader(zeros{}, over))
	if err != nil {
		t.Fatal(err)
	}
	r.ContentLength = over
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	answer, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, _ := io.ReadAll(answer.Body)
	if answer.StatusCode != http.StatusBadRequest || !strings.Contains(string(text), "Het bestand is groter dan 256 MB. Splits het") {
		t.Errorf("status %d: %s", answer.StatusCode, inhoudVan(string(text)))
	}
	limited := &begrensd{r: strings.NewReader("12345"), left: 4}
	if _, err := io.Copy(io.Discard, limited); !errors.Is(err, errTeGroot) || !errors.Is(limited.err, errTeGroot) {
		t.Errorf("a file that does not say how large it is passes the limit: %v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// Work under way shows on the page without script, and as events with it; loading the page again shows how far it is.
func TestImportProgress(t *testing.T) {
	h := newHuis(t)
	b := inloggen(t, h, proef.Eigen, "adviseur-oov")
	begun, finish := make(chan struct{}), make(chan struct{})
	work := &baan{tenant: proef.Eigen, wie: "adviseur-oov", id: "proefwerk", proef: true, doe: func(_ context.Context, tell func(float64, string)) (*uitslag, error) {
		tell(0.4, "Bestand lezen: 4 van 10 MB")
		close(begun)
		<-finish
		return &uitslag{Formaat: "canoniek", Bestand: "a.csv", Proef: true, Cijfers: &cijfer.Verslag{}}, nil
	}}
	if err := h.Services.Inlezer.start(work); err != nil {
		t.Fatal(err)
	}
	<-begun
	status, html := b.get(t, "/import/proefwerk")
	if status != http.StatusOK {
		t.Errorf("status %d", status)
	}
	moet(t, html, "Het bestand wordt gelezen", `data-voortgang="/import/proefwerk/voortgang"`, `value="0.4"`, "Bestand lezen: 4 van 10 MB", ">Ververs<")
	if status, _ := b.post(t, "/import/proefwerk/weg", nil); status != http.StatusConflict {
		t.Errorf("throwing away what is being read gives %d", status)
	}
	if status, _ := inloggen(t, h, proef.Ander, "adviseur-oov").get(t, "/import/proefwerk/voortgang"); status != http.StatusNotFound {
		t.Errorf("another tenant follows the work: %d", status)
	}
	r, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, h.URL+"/import/proefwerk/voortgang", nil)
	answer, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	lines := bufio.NewScanner(answer.Body)
	if lines.Scan(); lines.Text() != `data: {"deel":0.4,"tekst":"Bestand lezen: 4 van 10 MB","klaar":false}` {
		t.Errorf("the first event is %q", lines.Text())
	}
	close(finish)
	var last string
	for lines.Scan() {
		if lines.Text() != "" {
			last = lines.Text()
		}
	}
	if last != `data: {"deel":1,"tekst":"Klaar","klaar":true}` {
		t.Errorf("the last event is %q", last)
	}
	if _, html := b.get(t, "/import/proefwerk"); strings.Contains(html, "data-voortgang") {
		t.Error("the page of work that is done still follows it")
	}
}

func TestInlezerStops(t *testing.T) {
	i := NewInlezer()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	begun := make(chan struct{})
	running := &baan{id: "a", doe: func(ctx context.Context, _ func(float64, string)) (*uitslag, error) {
		close(begun)
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	waiting := &baan{id: "b", doe: func(context.Context, func(float64, string)) (*uitslag, error) {
		return nil, errors.New("ran all the same")
	}}
	for _, work := range []*baan{running, waiting} {
		if err := i.start(work); err != nil {
			t.Fatal(err)
		}
	}
	go func() { defer close(ended); i.Run(ctx) }()
	<-begun
	stop()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("Run does not end")
	}
	for _, work := range []*baan{running, waiting} {
		if st := work.nu(); !st.Klaar || !errors.Is(st.Fout, errGestopt) {
			t.Errorf("%s: %+v", work.id, st)
		}
	}
}

func TestInlezerSurvivesPanic(t *testing.T) {
	i := NewInlezer()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); i.Run(ctx) }()
	defer func() { stop(); <-ended }()
	bad := &baan{id: "a", doe: func(context.Context, func(float64, string)) (*uitslag, error) { panic("kapot") }}
	good := &baan{id: "b", doe: func(context.Context, func(float64, string)) (*uitslag, error) { return &uitslag{}, nil }}
	for _, work := range []*baan{bad, good} {
		if err := i.start(work); err != nil {
			t.Fatal(err)
		}
		<-work.gereed
	}
	if bad.nu().Fout == nil || good.nu().Fout != nil {
		t.Errorf("%v, %v", bad.nu().Fout, good.nu().Fout)
	}
}

func TestInlezerHasBounds(t *testing.T) {
	i := NewInlezer()
	for n := range maxWacht {
		if err := i.start(&baan{id: string(rune('a' + n))}); err != nil {
			t.Fatal(err)
		}
	}
	if err := i.start(&baan{id: "te veel"}); err == nil {
		t.Error("the queue has no end")
	}
}
