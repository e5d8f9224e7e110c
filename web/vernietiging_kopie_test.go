// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// legBrief lays down a piece of information with a marker in it.
func legBrief(t *testing.T, h *huis, id, tekst string) string {
	t.Helper()
	st, err := h.Casus.Leg(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), id, casus.Vastlegging{Soort: casus.Informatie, Wijziging: domein.Wijziging{Velden: map[string]string{
		"tekst": tekst, "bron": "gemeente", "datum": "2026-11-05", "categorie": "veiligheid", "hardheid": "hard"}}})
	if err != nil {
		t.Fatal(err)
	}
	return st.ID
}

// S6 in full: one piece is held back while the rest of the case goes, an old backup brings nothing back, another case of the same people stays, and the journal adds up.
func TestDestructionReachesOldBackups(t *testing.T) {
	h := newHuis(t)
	ctx := t.Context()
	weg, blijft := h.OpenCasus(t), h.OpenCasus(t)
	brief := legBrief(t, h, weg.ID, "Kanarie-vastgehouden-7131")
	legBrief(t, h, weg.ID, "Kanarie-vernietigd-4482")
	foto, scan := voegBij(t, h, weg.ID, "Foto", "Kanarie-vastgehouden-bestand"), voegBij(t, h, weg.ID, "Scan", strings.Repeat("Kanarie-vernietigd-bestand ", 20_000))
	sluit(t, h, weg.ID)
	h.Nu = h.Nu.AddDate(5, 0, 2)

	oud := filepath.Join(t.TempDir(), "oud.db")
	if err := h.Store.Backup(ctx, oud); err != nil {
		t.Fatal(err)
	}
	sleutels, err := h.Store.Sleutels(ctx, proef.Regio)
	if err != nil {
		t.Fatal(err)
	}
	archivaris, pim := inloggen(t, h, proef.Regio, "archivaris"), inloggen(t, h, proef.Regio, "privacy")
	at := "/vernietiging/" + weg.ID
	if status, html := pim.post(t, at+"/vasthouden", url.Values{"stuk": {"informatie/" + brief}, "reden": {"rechtszaak"}}); status != 200 || !strings.Contains(html, "vastgehouden") {
		t.Fatalf("holding one piece back gives %d", status)
	}
	if status, _ := pim.post(t, at+"/vasthouden", url.Values{"stuk": {"bijlage/" + foto}, "reden": {"rechtszaak"}}); status != 200 {
		t.Fatalf("holding a file back gives %d", status)
	}
	if status, _ := pim.post(t, at+"/vasthouden", url.Values{"stuk": {"stuk/"}, "reden": {"rechtszaak"}}); status != 400 {
		t.Errorf("without a piece: %d", status)
	}
	if status, _ := archivaris.post(t, "/vernietiging", url.Values{"dossier": {weg.ID}}); status != 200 {
		t.Fatalf("approved it gives %d", status)
	}
	if status, html := archivaris.get(t, at); status != 200 || !strings.Contains(html, "Nummer in het journaal") || !strings.Contains(html, "Nog vastgehouden") || strings.Contains(html, "Kanarie") {
		t.Errorf("the certificate: %d", status)
	}
	if status, odt := archivaris.get(t, at+"/verklaring"); status != 200 || !strings.HasPrefix(odt, "PK") {
		t.Errorf("the certificate as a file: %d", status)
	}
	held := open(t, h.Store, h, weg.ID)
	if len(held) != 1 || held[0] != "Kanarie-vastgehouden-7131" {
		t.Errorf("of the destroyed case remains %v", held)
	}
	if text := inhoudUit(t, h.Store, h, weg.ID, foto); text != "Kanarie-vastgehouden-bestand" {
		t.Errorf("of the file that was held back remains %q", text)
	}
	if text := inhoudUit(t, h.Store, h, weg.ID, scan); text != "" {
		t.Errorf("of the file that was destroyed remains %d bytes", len(text))
	}
	zonderKanarie(t, h, "Kanarie", "999990019", "Proefyilmaz")

	lijst, err := h.Store.VernietigdeSleutels(ctx, proef.Regio)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		naam  string
		lijst []store.VernietigdeSleutel
		want  int
	}{{"without the list it opens, so that this test proves something", nil, 2}, {"with the list", lijst, 0}} {
		terug := herstel(t, oud, sleutels, tt.lijst)
		if got := open(t, terug, h, weg.ID); len(got) != tt.want {
			t.Errorf("%s: of the destroyed case comes back %v", tt.naam, got)
		}
		if text := inhoudUit(t, terug, h, weg.ID, scan); (text != "") != (tt.want > 0) {
			t.Errorf("%s: of the destroyed file come back %d bytes", tt.naam, len(text))
		}
		if got := personen(t, terug, h, blijft.ID); got != 2 {
			t.Errorf("%s: of the other case come back %d people", tt.naam, got)
		}
	}
	if _, err := h.Casus.Toon(ctx, h.Actor(t, proef.Regio, "casusregisseur"), blijft.ID); err != nil {
		t.Errorf("another case of the same people is gone: %v", err)
	}
	for soort, stuk := range map[string]string{"informatie": brief, "bijlage": foto} {
		if status, _ := pim.post(t, at+"/vrijgeven", url.Values{"soort": {soort}, "stuk": {stuk}}); status != 200 {
			t.Errorf("setting free gives %d", status)
		}
	}
	if status, _ := archivaris.post(t, "/vernietiging", url.Values{"dossier": {weg.ID}}); status != 200 {
		t.Errorf("the rest gives %d", status)
	}
	if held := open(t, h.Store, h, weg.ID); len(held) != 0 || inhoudUit(t, h.Store, h, weg.ID, foto) != "" {
		t.Errorf("after release remains %v", held)
	}
	journaalKlopt(t, h)
}

// herstel puts a backup with its keys into a new folder and opens it.
func herstel(t *testing.T, kopie string, sleutels []store.IngepakteSleutel, lijst []store.VernietigdeSleutel) *store.Store {
	t.Helper()
	text, err := os.ReadFile(kopie)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "terug.db")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), path, proef.Meester())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	entry, err := journaal.New(journaal.Params{Verantwoordelijke: proef.Regio, Wie: "beheer", Rol: "systeem", Actie: "bewaring.terugzetten", Soort: "database", Object: "x", Doel: "herstel",
		Grondslag: "art. 32 AVG", Uitkomst: "gedaan", Moment: proef.Middag})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.Herstel(t.Context(), proef.Regio, sleutels, lijst, entry); err != nil {
		t.Fatal(err)
	}
	return st
}

// open reads the information of a case past the gate's circle, as somebody with the files and the master key could; what does not open gives nothing.
func open(t *testing.T, st *store.Store, h *huis, id string) []string {
	t.Helper()
	d, err := st.Dossier(t.Context(), leesgrant(t, h, id))
	if err != nil {
		return nil
	}
	var list []string
	for _, x := range d.Van(casus.Informatie) {
		list = append(list, x.Waarde("tekst"))
	}
	return list
}

// inhoudUit reads a file the same way; nothing where it does not open.
func inhoudUit(t *testing.T, st *store.Store, h *huis, id, bijlage string) string {
	t.Helper()
	var b strings.Builder
	if err := st.LeesInhoud(t.Context(), leesgrant(t, h, id), bijlage, &b); err != nil {
		return ""
	}
	return b.String()
}

func personen(t *testing.T, st *store.Store, h *huis, id string) int {
	t.Helper()
	d, err := st.Dossier(t.Context(), leesgrant(t, h, id))
	if err != nil {
		t.Fatal(err)
	}
	return len(d.Van(casus.Betrokkene))
}

func leesgrant(t *testing.T, h *huis, id string) toegang.Grant {
	t.Helper()
	g, err := h.Kader.Mag(h.Actor(t, proef.Regio, "privacy"), toegang.InzageBehandelen, toegang.Middel{Soort: "casus", ID: id, Verantwoordelijke: proef.Regio, Regime: "zvh"})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// A case of a Zorg- en Veiligheidshuis that is past five years is on the list although it is open; an extension is a counted decision with a reason from a list.
func TestExtensionThroughThePages(t *testing.T) {
	h := newHuis(t)
	k := h.OpenCasus(t)
	h.Nu = h.Nu.AddDate(5, 0, 2)
	pim, archivaris := inloggen(t, h, proef.Regio, "privacy"), inloggen(t, h, proef.Regio, "archivaris")
	if _, html := archivaris.get(t, "/vernietiging"); !strings.Contains(html, "termijn voorbij, nog open") {
		t.Error("an open case past its term is not on the list")
	}
	if status, _ := archivaris.post(t, "/vernietiging", url.Values{"dossier": {k.ID}}); status != 400 {
		t.Errorf("an open case is destroyed: %d", status)
	}
	at := "/vernietiging/" + k.ID
	if status, _ := pim.post(t, at+"/verlengen", url.Values{"reden": {"zomaar"}}); status != 400 {
		t.Errorf("without a reason: %d", status)
	}
	if status, _ := archivaris.post(t, at+"/verlengen", url.Values{"reden": {"de nazorg loopt nog"}}); status != 403 {
		t.Errorf("the archivist extends: %d", status)
	}
	if status, html := pim.post(t, at+"/verlengen", url.Values{"reden": {"de nazorg loopt nog"}}); status != 200 || !strings.Contains(html, "Verlenging 1") || !strings.Contains(html, "2032") {
		t.Errorf("an extension gives %d", status)
	}
	if tot := termijn.At(h.Nu).Date(); tot.Year() != 2031 {
		t.Fatalf("the test plays in %s", tot)
	}
	if _, html := archivaris.get(t, "/vernietiging"); strings.Contains(html, "termijn voorbij") {
		t.Error("after the extension it is still past its term")
	}
}
