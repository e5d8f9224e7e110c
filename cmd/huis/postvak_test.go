// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/demo/proef"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/termijn"
)

// corvBericht is a message of CORV as the stand-in reader of the test takes it: its JSON behind a sign that looks like XML.
func corvBericht(t *testing.T, kenmerk string, wijzig func(a *melding.Aanlevering)) string {
	t.Helper()
	a := melding.Aanlevering{Deur: melding.CORV, Soort: melding.MeldingGeneriek, Kenmerk: kenmerk, Afzender: melding.Partij{Naam: "Politie Proef"}, Verzonden: termijn.At(proef.Middag),
		Bestemming: melding.VoorZVH, Aanleiding: "Kanarieruzie", Terugkoppelen: true, Betrokkenen: []melding.Betrokkene{{}}}
	a.Betrokkenen[0].Achternaam = "Kanariebos"
	if wijzig != nil {
		wijzig(&a)
	}
	text, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return "<xml/>" + string(text)
}

func leesBericht(r io.Reader) ([]melding.Aanlevering, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var a melding.Aanlevering
	err = json.Unmarshal(text[len("<xml/>"):], &a)
	return []melding.Aanlevering{a}, err
}

func maakPostvak(t *testing.T) (*proef.Huis, huis.Postvak) {
	t.Helper()
	h := proef.Maak(t)
	h.Melding.Lezers[melding.CORV] = leesBericht
	h.Melding.Schrijf = func(w io.Writer, u melding.Uitkomst) error {
		_, err := fmt.Fprintf(w, "<uitkomst code=%q op=%q nummer=%q advies=%q/>", u.Code, u.Op.Kenmerk, u.Nummer, u.Advies)
		return err
	}
	if err := h.Melding.SaveAfzender(t.Context(), h.Actor(t, proef.Regio, "beheerder"), melding.Afzender{Naam: "Politie Proef", Organisatie: "politie"}); err != nil {
		t.Fatal(err)
	}
	p := huis.Postvak{Map: t.TempDir(), Melding: h.Melding, Wie: huis.Machine(proef.Regio)}
	ronde(t, p, 0)
	return h, p
}

func ronde(t *testing.T, p huis.Postvak, want int) {
	t.Helper()
	if n, err := p.Ronde(t.Context()); err != nil || n != want {
		t.Fatalf("a round handles %d of %d: %v", n, want, err)
	}
}

func leg(t *testing.T, p huis.Postvak, naam, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(p.Map, "in", naam), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func inhoud(t *testing.T, p huis.Postvak, vak, naam string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(p.Map, vak, naam))
	if err != nil {
		t.Error(err)
	}
	return string(text)
}

// A message is received, moved and given a number; the same one again gives the same number; what is refused lies apart with the reason and nothing of a person.
func TestPostvak(t *testing.T) {
	_, p := maakPostvak(t)
	leg(t, p, "a.xml", corvBericht(t, "K1", nil))
	leg(t, p, "b.xml", corvBericht(t, "K2", func(a *melding.Aanlevering) { a.Bestemming = melding.VoorVT; a.Betrokkenen[0].BSN = "999990018" }))
	leg(t, p, ".half", "<xml/>")
	ronde(t, p, 2)
	if got := inhoud(t, p, "verwerkt", "a.xml.txt"); got != "Ontvangen als M-2026-0001\n" {
		t.Errorf("the receipt says %q", got)
	}
	note := inhoud(t, p, "geweigerd", "b.xml.txt")
	if !strings.Contains(note, "Dit bericht is voor Veilig Thuis.") || !strings.Contains(note, "burgerservicenummer kan niet bestaan") || strings.Contains(note, "Kanarie") || strings.Contains(note, "999990018") {
		t.Errorf("the refusal says %q", note)
	}
	if inhoud(t, p, "geweigerd", "b.xml") != corvBericht(t, "K2", func(a *melding.Aanlevering) { a.Bestemming = melding.VoorVT; a.Betrokkenen[0].BSN = "999990018" }) {
		t.Error("a refused message is not as it was")
	}
	leg(t, p, "a.xml", corvBericht(t, "K1", nil))
	ronde(t, p, 1)
	if got := inhoud(t, p, "verwerkt", "a-2.xml.txt"); !strings.HasPrefix(got, "Ontvangen als M-2026-0001 (dit bericht was al ontvangen") {
		t.Errorf("the same message again gives %q", got)
	}
	if left, _ := os.ReadDir(filepath.Join(p.Map, "in")); len(left) != 1 {
		t.Errorf("%d files are left, of which one is still being written", len(left))
	}
}

// A crash after the message was kept and before its file was moved: the next round gives the same number and makes no second report.
func TestPostvakAfterACrash(t *testing.T) {
	h, p := maakPostvak(t)
	text := corvBericht(t, "K1", nil)
	leg(t, p, "a.xml", text)
	if _, err := h.Melding.OntvangBestand(t.Context(), p.Wie, "", strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	ronde(t, p, 1)
	if got := inhoud(t, p, "verwerkt", "a.xml.txt"); !strings.HasPrefix(got, "Ontvangen als M-2026-0001 ") {
		t.Errorf("after a crash: %q", got)
	}
	list, err := h.Melding.Lijst(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"))
	if err != nil || len(list) != 1 {
		t.Errorf("%d reports, %v", len(list), err)
	}
}

// A database that fails leaves the file where it is, and a later round takes it.
func TestPostvakLosesNothing(t *testing.T) {
	h, p := maakPostvak(t)
	leg(t, p, "a.xml", corvBericht(t, "K1", nil))
	good := h.Melding.Lezers[melding.CORV]
	h.Melding.Lezers[melding.CORV] = func(io.Reader) ([]melding.Aanlevering, error) { return nil, errors.New("the disk is full") }
	if _, err := p.Ronde(t.Context()); err == nil {
		t.Fatal("an error of ours is no refusal of the sender")
	}
	h.Melding.Lezers[melding.CORV] = good
	ronde(t, p, 1)
}

// Each decision goes back once, under the right code; a crash between writing and recording writes the same file again.
func TestOutcomeGoesBack(t *testing.T) {
	h, p := maakPostvak(t)
	noor := h.Actor(t, proef.Regio, "procesregisseur")
	leg(t, p, "a.xml", corvBericht(t, "K1", nil))
	leg(t, p, "b.xml", corvBericht(t, "K2", func(a *melding.Aanlevering) { a.Terugkoppelen = false }))
	ronde(t, p, 2)
	list, err := h.Melding.Lijst(t.Context(), noor)
	if err != nil || len(list) != 2 {
		t.Fatal(len(list), err)
	}
	ja := map[string]string{"problemen": "ja", "ketens": "ja", "omgeving": "ja", "lokaal": "nee"}
	weeg := func(id, uitkomst string) {
		t.Helper()
		if err := h.Melding.Weeg(t.Context(), noor, id, melding.Weging{Criteria: ja, Motivering: ja, Rechtmatig: "ja", Uitkomst: uitkomst, Advies: "bel de school"}); err != nil {
			t.Fatal(err)
		}
	}
	weeg(list[0].ID, "nader")
	weeg(list[1].ID, "niet in")
	schrijf := h.Melding.Schrijf
	h.Melding.Schrijf = nil
	ronde(t, p, 0)
	h.Melding.Schrijf = schrijf
	brieven, err := h.Melding.Uitgaand(t.Context(), p.Wie)
	if err != nil || len(brieven) != 1 {
		t.Fatalf("%d outcomes wait, %v", len(brieven), err)
	}
	ronde(t, p, 1)
	want := `<uitkomst code="ZVH-02" op="K1" nummer="M-2026-0001" advies="bel de school"/>`
	if got := inhoud(t, p, "uit", "M-2026-0001-ZVH-02.xml"); got != want || string(brieven[0].Inhoud) != want {
		t.Errorf("the outcome is %q", got)
	}
	ronde(t, p, 0)
	weeg(list[0].ID, "in")
	ronde(t, p, 1)
	if got := inhoud(t, p, "uit", "M-2026-0001-ZVH-01.xml"); !strings.Contains(got, "ZVH-01") {
		t.Errorf("the outcome is %q", got)
	}
	files, err := os.ReadDir(filepath.Join(p.Map, "uit"))
	if err != nil || len(files) != 2 {
		t.Errorf("%d files went out, %v", len(files), err)
	}
}

// A message of CORV as it is comes in, and its outcome goes out as a message that CORV takes.
func TestPostvakSpeaksCORV(t *testing.T) {
	h := proef.Maak(t)
	for _, a := range []melding.Afzender{{Naam: "Politie eenheid Voorbeeld", Organisatie: "politie"}, {OIN: "00000009999999990000", Naam: "ZVH Proef", Organisatie: "gemeente", Eigen: true}} {
		if err := h.Melding.SaveAfzender(t.Context(), h.Actor(t, proef.Regio, "beheerder"), a); err != nil {
			t.Fatal(err)
		}
	}
	p := huis.Postvak{Map: t.TempDir(), Melding: h.Melding, Wie: huis.Machine(proef.Regio)}
	ronde(t, p, 0)
	text, err := os.ReadFile("../../extern/corv/testdata/melding.xml")
	if err != nil {
		t.Fatal(err)
	}
	leg(t, p, "a.xml", string(text))
	leg(t, p, "b.xml", strings.Replace(string(text), "00000009999999990000", "00000001111111110000", 1))
	ronde(t, p, 2)
	if got := inhoud(t, p, "verwerkt", "a.xml.txt"); got != "Ontvangen als M-2026-0001\n" {
		t.Errorf("the receipt says %q", got)
	}
	if got := inhoud(t, p, "geweigerd", "b.xml.txt"); !strings.Contains(got, "Dit bericht is voor de organisatie met OIN 00000001111111110000") {
		t.Errorf("a message for somebody else: %q", got)
	}
	list, err := h.Melding.Lijst(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"))
	if err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	if err := h.Melding.Weeg(t.Context(), h.Actor(t, proef.Regio, "procesregisseur"), list[0].ID, proef.NietIn()); err != nil {
		t.Fatal(err)
	}
	ronde(t, p, 1)
	uit := inhoud(t, p, "uit", "M-2026-0001-ZVH-03.xml")
	for _, want := range []string{"<JZ:uwIdentificatie>PL9900-2026-77</JZ:uwIdentificatie>", "<JZ:statuscode>ZVH-03</JZ:statuscode>", "Bespreek dit met het sociaal team.", "<StUF:organisatie>00000009999999990000</StUF:organisatie>"} {
		if !strings.Contains(uit, want) {
			t.Errorf("no %s in %s", want, uit)
		}
	}
}
