// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"crypto/rand"
	"errors"
	"net/url"
	"strings"
	"testing"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
)

// S6: a case whose term is over is destroyed only after the archivist approved it and nobody holds it back. Nothing of it is left in the files, its key is gone, another case of
// the same people stays, and the journal still adds up.
func TestDestruction(t *testing.T) {
	h := newHuis(t)
	weg, blijft := h.OpenCasus(t), h.OpenCasus(t)
	sluit(t, h, weg.ID)
	archivaris, pim := inloggen(t, h, proef.Regio, "archivaris"), inloggen(t, h, proef.Regio, "privacy")
	keur := func() int {
		status, _ := archivaris.post(t, "/vernietiging", url.Values{"dossier": {weg.ID}})
		return status
	}
	if status := keur(); status != 400 {
		t.Errorf("before its term it is destroyed: %d", status)
	}
	h.Nu = h.Nu.AddDate(5, 0, 2)
	if status, _ := pim.post(t, "/vernietiging/"+weg.ID+"/vasthouden", url.Values{"reden": {"klacht of bezwaar"}}); status != 200 {
		t.Fatalf("holding back gives %d", status)
	}
	if status := keur(); status != 400 {
		t.Errorf("held back it is destroyed: %d", status)
	}
	pim.post(t, "/vernietiging/"+weg.ID+"/vrijgeven", nil)
	if status, _ := pim.post(t, "/vernietiging", url.Values{"dossier": {weg.ID}}); status != 403 {
		t.Errorf("the privacy officer approves: %d", status)
	}
	if status := keur(); status != 200 {
		t.Fatalf("approved it gives %d", status)
	}
	if _, html := archivaris.get(t, "/vernietiging"); !strings.Contains(html, "Verklaringen van vernietiging") || !strings.Contains(html, weg.Codenaam) {
		t.Error("there is no certificate")
	}
	fatima := h.Actor(t, proef.Regio, "casusregisseur")
	if _, err := h.Casus.Toon(t.Context(), fatima, weg.ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("the case is still there: %v", err)
	}
	if b, err := h.Casus.Toon(t.Context(), fatima, blijft.ID); err != nil || len(b.Van(casus.Betrokkene)) != 2 {
		t.Errorf("the other case of the same people is gone: %v", err)
	}
	if list, err := h.Casus.ZoekTekst(t.Context(), fatima, "999990019"); err != nil || len(list) != 1 {
		t.Errorf("a search finds %d cases: %v", len(list), err)
	}
	zonderKanarie(t, h, "Proefyilmaz", "999990019", "Kersenproefstraat", "Afgesproken met iedereen")
	journaalKlopt(t, h)
}

// journaalKlopt fails where the journal of the region does not add up to a checkpoint that is signed now.
func journaalKlopt(t *testing.T, h *huis) {
	t.Helper()
	geheim, publiek, err := journaal.GenerateKey(rand.Reader, proef.Regio)
	if err != nil {
		t.Fatal(err)
	}
	signers, err1 := journaal.ParseSigners(geheim)
	known, err2 := journaal.ParseVerifiers(publiek)
	head, err3 := h.Store.JournaalKop(t.Context(), proef.Regio)
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	note, err := journaal.Sign(head, h.Nu, signers[proef.Regio])
	if err != nil {
		t.Fatal(err)
	}
	point, err := journaal.ParseCheckpoint(note, known)
	if err != nil {
		t.Fatal(err)
	}
	report, err := journaal.Verify(h.Store.JournaalRijen(t.Context(), proef.Regio), point)
	if err != nil || len(report.Fouten) > 0 || report.Gedekt < 10 {
		t.Errorf("the journal does not add up: %d rows, %v %v", report.Gedekt, report.Fouten, err)
	}
}

// sluit walks a case through its life to the end.
func sluit(t *testing.T, h *huis, id string) {
	t.Helper()
	proces, fatima := h.Actor(t, proef.Regio, "procesregisseur"), h.Actor(t, proef.Regio, "casusregisseur")
	b, err := h.Casus.Toon(t.Context(), fatima, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Van(casus.Betrokkene) {
		if _, err := h.Casus.Leg(t.Context(), fatima, id, casus.Vastlegging{Soort: casus.Informeren, Wijziging: domein.Wijziging{Velden: map[string]string{"betrokkene": p.ID, "op": "2026-11-09", "hoe": "gesprek"}}}); err != nil {
			t.Fatal(err)
		}
	}
	for i, naar := range []casus.Stand{casus.Afschalen, casus.Nazorg, casus.Gesloten} {
		if _, err := h.Casus.ZetStand(t.Context(), proces, id, casus.Stap{Naar: naar, Reden: "Afgesproken met iedereen.", Basis: i + 1}); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := b.ZichtOp(termijn.At(h.Nu)); !ok {
		t.Error("before closing nobody had sight on safety")
	}
}
