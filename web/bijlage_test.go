// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bytes"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/casus"
)

// voegBij adds a text as a file, as the casusregisseur, and gives its id.
func voegBij(t *testing.T, h *huis, id, wat, inhoud string) string {
	t.Helper()
	fatima := h.Actor(t, proef.Regio, "casusregisseur")
	velden := map[string]string{"wat": wat, "bron": "gemeente", "datum": "2026-11-05", "categorie": "veiligheid"}
	if _, err := h.Casus.VoegBij(t.Context(), fatima, id, velden, "brief.txt", []byte(inhoud)); err != nil {
		t.Fatal(err)
	}
	b, err := h.Casus.Toon(t.Context(), fatima, id)
	if err != nil {
		t.Fatal(err)
	}
	list := b.Van(casus.Bijlage)
	return list[len(list)-1].ID
}

// A file of several chunks comes back byte for byte, with headers that keep it out of the pages; its name and content stand nowhere in the clear.
func TestAttachmentComesBack(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima, bram := inloggen(t, h, proef.Regio, "casusregisseur"), inloggen(t, h, proef.Regio, "agent")
	form := url.Values{"wat": {"Verslag Kanarie"}, "bron": {"gemeente"}, "datum": {"2026-11-05"}, "categorie": {"veiligheid"}}
	large := strings.Repeat("Kanariezin van een lang verslag.\n", 30_000)
	status, html := fatima.postBestand(t, "/casussen/"+z.ID+"/bijlagen/nieuw", form, "verslag één.txt", large)
	if status != 200 {
		t.Fatalf("adding gives %d: %s", status, inhoudVan(html))
	}
	moet(t, html, "De bijlage is toegevoegd.", "verslag één.txt", "Verslag Kanarie", "967 kB")
	at := html[:strings.Index(html, "Verslag Kanarie</a>")]
	at = at[strings.LastIndex(at, `href="`)+6:]
	at = at[:strings.IndexByte(at, '"')]
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, bram.url+at, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := bram.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	var got bytes.Buffer
	if _, err := got.ReadFrom(answer.Body); err != nil || got.String() != large {
		t.Errorf("%d bytes come back of %d: %v", got.Len(), len(large), err)
	}
	for name, want := range map[string]string{"Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; sandbox",
		"Content-Disposition": "attachment; filename*=utf-8''verslag%20%C3%A9%C3%A9n.txt"} {
		if got := answer.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	zonderKanarie(t, h, "Kanarie", "verslag één")
}

// Everything that is wrong with the fields and the file is said at once, what was typed stays, and nothing was kept.
func TestAttachmentFaults(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima := inloggen(t, h, proef.Regio, "casusregisseur")
	at := "/casussen/" + z.ID + "/bijlagen/nieuw"
	status, html := fatima.postBestand(t, at, url.Values{"wat": {"Brief van de wijkagent"}, "bron": {"gemeente"}, "datum": {"2027-01-01"}}, "x.exe", "MZ\x90\x00")
	if status != 400 {
		t.Errorf("a program gives %d", status)
	}
	moet(t, html, "Dit soort bestand kan niet.", "Datum: deze dag moet nog komen.", "Soort gegeven: vul dit in.", "Brief van de wijkagent")
	if status, html := fatima.post(t, at, url.Values{"wat": {"Zonder bestand"}}); status != 400 || !strings.Contains(html, "Kies een bestand") {
		t.Errorf("without a file: %d", status)
	}
	goed := url.Values{"wat": {"Groot"}, "bron": {"gemeente"}, "datum": {"2026-11-05"}, "categorie": {"veiligheid"}}
	if status, html := fatima.postBestand(t, at, goed, "groot.txt", strings.Repeat("a", casus.MaxBijlage+2)); status != 400 || !strings.Contains(html, "groter dan 25 MB") {
		t.Errorf("a file that is too large: %d", status)
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
	if err != nil || len(b.Van(casus.Bijlage)) != 1 {
		t.Errorf("%d files are kept, want the one of before: %v", len(b.Van(casus.Bijlage)), err)
	}
}

// A file that is for one organisation, that was withdrawn or whose case was left behind does not open any more.
func TestAttachmentDoors(t *testing.T) {
	h := newHuis(t)
	z := maakZaak(t, h)
	fatima, bram := inloggen(t, h, proef.Regio, "casusregisseur"), inloggen(t, h, proef.Regio, "agent")
	at := "/casussen/" + z.ID + "/bijlagen/" + z.bijlage
	if status, text := bram.get(t, at); status != 200 || !strings.HasPrefix(text, "Kanariebrief") {
		t.Fatalf("a member gets %d", status)
	}
	velden := map[string]string{"wat": "Alleen voor de gemeente", "bron": "gemeente", "datum": "2026-11-05", "categorie": "veiligheid", "zichtbaar": "gemeente"}
	if _, err := h.Casus.VoegBij(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID, maps.Clone(velden), "a.txt", []byte("stil")); err != nil {
		t.Fatal(err)
	}
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
	if err != nil {
		t.Fatal(err)
	}
	if status, _ := bram.get(t, "/casussen/"+z.ID+"/bijlagen/"+b.Van(casus.Bijlage)[1].ID); status != 404 {
		t.Errorf("a file for another organisation gives %d", status)
	}
	ander := maakZaak(t, h)
	if status, _ := bram.get(t, "/casussen/"+ander.ID+"/bijlagen/"+z.bijlage); status != 404 {
		t.Errorf("a file by the address of another case gives %d", status)
	}
	if status, _ := fatima.post(t, "/casussen/"+z.ID+"/stukken/bijlage/"+z.bijlage+"/intrekken", url.Values{"reden": {"de brief was voor een ander gezin"}}); status != 200 {
		t.Fatalf("withdrawing gives %d", status)
	}
	for _, b := range []*bezoeker{fatima, bram} {
		if status, _ := b.get(t, at); status != 404 {
			t.Errorf("a withdrawn file gives %d", status)
		}
	}
}
