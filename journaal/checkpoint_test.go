// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
)

const legeWortel = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

// TestCheckpointIsFixed pins the text, because witnesses and later releases
// must read what is signed today.
func TestCheckpointIsFixed(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	_, koppen := logboek(t, 3)
	bericht, err := Sign(koppen[3], start, s)
	if err != nil {
		t.Fatal(err)
	}
	wortel, err := koppen[3].Wortel()
	if err != nil {
		t.Fatal(err)
	}
	want := "dwarsverband/gm9001\n3\n" + wortel.String() + "\ntijd 2026-03-02T09:30:00Z\n\n— dwarsverband/gm9001 "
	if !strings.HasPrefix(string(bericht), want) {
		t.Errorf("controlepunt\n%swil\n%s", bericht, want)
	}
	c, err := ParseCheckpoint(bericht, v)
	if err != nil {
		t.Fatal(err)
	}
	if c.Verantwoordelijke() != tenant || c.Omvang() != 3 || c.Wortel() != wortel || !c.Moment().Equal(start.Truncate(time.Second)) || c.Zero() {
		t.Errorf("gelezen: %+v", c)
	}
}

func TestSignRefuses(t *testing.T) {
	s, _, _ := sleutels(t, tenant, 1)
	stuk := Head{Verantwoordelijke: tenant, Omvang: 3}
	tests := map[string]struct {
		kop    Head
		moment time.Time
	}{
		"andere tenant": {Head{Verantwoordelijke: "gm9002"}, start},
		"kapotte kop":   {stuk, start},
		"geen moment":   {Head{Verantwoordelijke: tenant}, time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)},
	}
	for naam, tt := range tests {
		if bericht, err := Sign(tt.kop, tt.moment, s); err == nil {
			t.Errorf("%s: getekend\n%s", naam, bericht)
		}
	}
}

// weigeraar is a signer that fails, as a key in hardware may.
type weigeraar struct{ note.Signer }

func (weigeraar) Sign([]byte) ([]byte, error) { return nil, fmt.Errorf("sleutel niet bereikbaar") }

func TestSignReportsAFailingKey(t *testing.T) {
	s, _, _ := sleutels(t, tenant, 1)
	if _, err := Sign(Head{Verantwoordelijke: tenant}, start, weigeraar{s}); err == nil || !strings.Contains(err.Error(), "niet bereikbaar") {
		t.Errorf("fout van de sleutel: %v", err)
	}
}

func TestParseCheckpointRefuses(t *testing.T) {
	s, v, _ := sleutels(t, tenant, 1)
	andere, _, _ := sleutels(t, tenant, 9)
	getuige, getuigen, publiekGetuige := sleutels(t, "getuige", 3)
	const goed = "dwarsverband/gm9001\n0\n" + legeWortel + "\ntijd 2026-03-02T09:30:00Z\n"
	teken := func(tekst string, s ...note.Signer) []byte {
		bericht, err := note.Sign(&note.Note{Text: tekst}, s...)
		if err != nil {
			t.Fatal(err)
		}
		return bericht
	}
	if _, err := ParseCheckpoint(teken(goed+"uitbreiding x\n", s, getuige), v); err != nil {
		t.Fatalf("met uitbreiding en getuige: %v", err)
	}
	if _, err := ParseCheckpoint(teken(goed, getuige), getuigen); err == nil || !strings.Contains(err.Error(), "door een ander") {
		t.Errorf("alleen een getuige: %v (sleutel %s)", err, publiekGetuige)
	}
	if _, err := ParseCheckpoint(teken(goed, andere), v); err == nil || !strings.Contains(err.Error(), "bekende sleutel") {
		t.Errorf("onbekende sleutel: %v", err)
	}
	vals := []byte(strings.Replace(string(teken(goed, s)), "\n0\n", "\n1\n", 1))
	if _, err := ParseCheckpoint(vals, v); err == nil || !strings.Contains(err.Error(), "klopt niet") {
		t.Errorf("gewijzigd: %v", err)
	}
	if _, err := ParseCheckpoint([]byte("geen notitie"), v); err == nil {
		t.Error("geen notitie: aanvaard")
	}
	for oud, nieuw := range map[string]string{
		"dwarsverband/gm9001":           "anders/gm9001",
		"dwarsverband/gm9001\n":         "dwarsverband/gm 9001\n",
		"\n0\n":                         "\n00\n",
		"\n0\n" + legeWortel:            "\n-1\n" + legeWortel,
		legeWortel + "\n":               "kort\n",
		"hSuFU=":                        "hSuFV=", // other trailing bits, same bytes
		"tijd ":                         "time ",
		"09:30:00Z":                     "09:30:00+00:00",
		"tijd 2026-03-02T09:30:00Z":     "tijd gisteren",
		"\ntijd 2026-03-02T09:30:00Z\n": "\n",
		"\n0\n" + legeWortel + "\n":     "\n0\n\n" + legeWortel + "\n",
	} {
		tekst := strings.Replace(goed, oud, nieuw, 1)
		if tekst == goed {
			t.Fatalf("%q komt niet voor", oud)
		}
		if c, err := ParseCheckpoint(teken(tekst, s), v); err == nil {
			t.Errorf("%q in plaats van %q: gelezen als %+v", nieuw, oud, c)
		}
	}
}

func TestKeys(t *testing.T) {
	geheim, publiek, err := GenerateKey(bron(1), tenant)
	if err != nil {
		t.Fatal(err)
	}
	geheim2, publiek2, err := GenerateKey(bron(2), tenant)
	if err != nil {
		t.Fatal(err)
	}
	// Many keys, because the base64 of some holds the separator "+".
	for zaad := range uint64(50) {
		g, p, err := GenerateKey(bron(zaad), tenant)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := PublicKey(g); err != nil || got != p {
			t.Errorf("publieke sleutel %q, %v; wil %q", got, err, p)
		}
	}
	if _, err := PublicKey(publiek); err == nil {
		t.Error("publieke sleutel als geheime: aanvaard")
	}
	s, err := ParseSigners(geheim + "\r\n\n# nieuw\n" + geheim2)
	if err != nil {
		t.Fatal(err)
	}
	v, err := ParseVerifiers(publiek + "\n" + publiek2 + "\n" + publiek)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Join(strings.Split(publiek2, "+")[:2], "+"); KeyID(s[tenant]) != want {
		t.Errorf("de laatste sleutel tekent niet: %s, wil %s", KeyID(s[tenant]), want)
	}
	oud, err := note.NewSigner(geheim)
	if err != nil {
		t.Fatal(err)
	}
	for _, sleutel := range []note.Signer{oud, s[tenant]} {
		bericht, err := Sign(Head{Verantwoordelijke: tenant}, start, sleutel)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseCheckpoint(bericht, v); err != nil {
			t.Errorf("sleutel %s: %v", KeyID(sleutel), err)
		}
	}
}

func TestKeysRefused(t *testing.T) {
	if _, _, err := GenerateKey(bron(1), "gm 9001"); err == nil {
		t.Error("naam met spatie: aanvaard")
	}
	if _, _, err := GenerateKey(strings.NewReader("kort"), tenant); err == nil {
		t.Error("te weinig toeval: aanvaard")
	}
	vreemd, _, err := note.GenerateKey(bron(1), "elders")
	if err != nil {
		t.Fatal(err)
	}
	_, err = ParseSigners("PRIVATE+KEY+zeergeheim\n" + vreemd + "\nx")
	if err == nil || !strings.Contains(err.Error(), "regel 1:") || !strings.Contains(err.Error(), "regel 2:") || !strings.Contains(err.Error(), "regel 3:") {
		t.Errorf("niet elke fout is genoemd: %v", err)
	}
	if strings.Contains(err.Error(), "zeergeheim") || strings.Contains(err.Error(), vreemd) {
		t.Errorf("de fout bevat een geheim: %v", err)
	}
	if _, err := ParseVerifiers("\nonzin"); err == nil || !strings.Contains(err.Error(), "regel 2:") {
		t.Errorf("publieke sleutel: %v", err)
	}
}
