// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
	"dwarsverband/toegang"
)

// S5: a save sends the version that it was based on and the fields that it changes.
func TestLostUpdate(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	ctx, collega := t.Context(), h.Wie[proef.Eigen][toegang.Wijkagent]
	zet := func(who toegang.Actor, basis int, naar signaal.Status, velden ...string) (signaal.Signaal, error) {
		m := map[string]string{}
		for i := 0; i < len(velden); i += 2 {
			m[velden[i]] = velden[i+1]
		}
		return h.Signaal.Zet(ctx, who, sig.ID, signaal.Stap{Naar: naar, Basis: basis, Velden: m})
	}
	if s, err := zet(wie, 1, signaal.Geduid, "duiding", "Hoog", "duidingsbron", "Wijkteam"); err != nil || s.Versie != 2 {
		t.Fatalf("%+v %v", s, err)
	}
	if s, err := zet(wie, 2, signaal.Geduid, "duiding", "Midden"); err != nil || s.Versie != 3 || s.Veld("duidingsbron") != "Wijkteam" {
		t.Fatalf("%+v %v", s, err)
	}
	s, err := zet(collega, 2, signaal.Geduid, "duidingsbron", "Surveillance")
	if err != nil || s.Versie != 4 || s.Veld("duiding") != "Midden" || s.Veld("duidingsbron") != "Surveillance" {
		t.Fatalf("another field is merged: %+v %v", s, err)
	}
	_, err = zet(collega, 2, signaal.Geduid, "duiding", "Laag")
	var e *domein.Error
	if !errors.As(err, &e) || e.Kind != domein.Conflict || len(e.Botsingen) != 1 || e.Botsingen[0] != (domein.Botsing{Veld: "duiding", Uw: "Laag", Hun: "Midden"}) {
		t.Fatalf("the same field clashes, with both values: %v", err)
	}
	_, err = zet(wie, 1, signaal.Gesloten, "sluitreden", "Toeval")
	if !errors.As(err, &e) || e.Kind != domein.Conflict || e.Botsingen[0].Veld != "status" || e.Botsingen[0].Hun != "geduid" {
		t.Fatalf("a step that somebody overtook: %v", err)
	}
	if s, err := zet(collega, 4, signaal.Geduid, "duiding", "Laag"); err != nil || s.Versie != 5 {
		t.Fatalf("after a choice: %+v %v", s, err)
	}
	if s, err := zet(collega, 4, signaal.Geduid, "duiding", "Laag "); err != nil || s.Versie != 5 {
		t.Errorf("the same again, as a double click sends it: %+v %v", s, err)
	}
	b, err := h.Signaal.Toon(ctx, wie, sig.ID)
	if err != nil {
		t.Fatal(err)
	}
	var story []string
	for _, g := range b.Gebeurtenissen {
		story = append(story, g.Tekst)
	}
	if got := strings.Join(story, "|"); got != "Laag|Midden|Midden|Hoog|" {
		t.Errorf("every value stays in the story: %s", got)
	}
}

func TestReopening(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	ctx := t.Context()
	s, err := h.Signaal.Sluit(ctx, wie, sig.ID, 1, "Bekend.")
	if err != nil || s.Status() != signaal.Gesloten {
		t.Fatal(err)
	}
	if _, err := h.Signaal.Sluit(ctx, wie, sig.ID, 2, "Toch anders."); domein.KindOf(err) != domein.Invalid {
		t.Errorf("a closed signal is closed: %v", err)
	}
	if _, err := h.Signaal.VraagPartner(ctx, wie, sig.ID, "Woonstichting", "Ziet u dit ook?"); domein.KindOf(err) != domein.Invalid {
		t.Errorf("nobody is asked about a closed signal: %v", err)
	}
	if _, err := h.Signaal.Duid(ctx, h.Wie[proef.Eigen][toegang.Wijkagent], sig.ID, 2, "Toch meer.", "Straat"); domein.KindOf(err) != domein.Forbidden {
		t.Errorf("a wijkagent opens it again: %v", err)
	}
	if s, err = h.Signaal.Duid(ctx, wie, sig.ID, 2, "Toch meer.", "Straat"); err != nil || s.Status() != signaal.Geduid {
		t.Fatal(err)
	}
	if _, err := h.Signaal.Zet(ctx, wie, sig.ID, signaal.Stap{Naar: signaal.Gesloten, Basis: 3}); len(domein.FaultsOf(err)) != 1 {
		t.Errorf("a second closing needs a reason of its own: %v", err)
	}
	if _, err := h.Signaal.Zet(ctx, wie, sig.ID, signaal.Stap{Naar: "klaar", Basis: 3}); domein.KindOf(err) != domein.Invalid {
		t.Errorf("a station that does not exist: %v", err)
	}
}

// meer plants two more months that ring, one of them of another kind.
func meer(t *testing.T, h *proef.Huis) []signaal.Signaal {
	t.Helper()
	h.Lees(t, proef.Eigen, "BU99910102;2026MM09;inbraak;31;;REG\nBU99910201;2026MM09;drugs;30;;REG\n")
	list := lijst(t, h, proef.Eigen)
	if len(list) < 3 {
		t.Fatalf("%d signals", len(list))
	}
	return list
}

func TestBulk(t *testing.T) {
	h := proef.Maak(t)
	list := meer(t, h)
	ctx, wie := t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV]
	a, b, c := list[0], list[1], list[2]
	if _, err := h.Signaal.Sluit(ctx, wie, b.ID, b.Versie, "Al bekend."); err != nil {
		t.Fatal(err)
	}
	vreemd := lijst(t, h, proef.Ander)[0]
	entries := journaalOmvang(t, h)
	v, err := h.Signaal.Bulk(ctx, wie, []signaal.Keuze{{ID: a.ID, Basis: a.Versie}, {ID: b.ID, Basis: b.Versie}, {ID: c.ID, Basis: c.Versie}, {ID: c.ID, Basis: c.Versie},
		{ID: vreemd.ID, Basis: 1}, {ID: "bestaat-niet", Basis: 1}}, signaal.Gesloten, " Feestweekend. ")
	if err != nil || len(v.Gedaan) != 2 || len(v.Niet) != 3 {
		t.Fatalf("%+v %v", v, err)
	}
	if n := v.Niet[0]; n.ID != b.ID || !strings.Contains(n.Reden, "Iemand anders heeft dit signaal intussen gewijzigd") || n.Signaal.Gebied != b.Gebied {
		t.Errorf("closed by somebody else meanwhile: %+v", n)
	}
	if v.Niet[1].Reden != v.Niet[2].Reden || v.Niet[1].Signaal.ID != "" {
		t.Errorf("another tenant's signal answers as one that does not exist: %+v", v.Niet[1:])
	}
	if journaalOmvang(t, h) != entries+2 {
		t.Errorf("%d entries for two signals", journaalOmvang(t, h)-entries)
	}
	for _, sig := range []signaal.Signaal{a, c} {
		got, err := h.Signaal.Toon(ctx, wie, sig.ID)
		if err != nil || got.Veld("sluitreden") != "Feestweekend." || got.Gebeurtenissen[0].Tekst != "Feestweekend." || got.Status() != signaal.Gesloten {
			t.Errorf("the reason stands in every history: %+v %v", got.Signaal, err)
		}
	}
	v, err = h.Signaal.Bulk(ctx, wie, []signaal.Keuze{{ID: a.ID, Basis: a.Versie + 1}}, signaal.Opgepakt, "Wijkteam.")
	if err != nil || len(v.Gedaan) != 0 || len(v.Niet) != 1 || !strings.Contains(v.Niet[0].Reden, "kan niet naar opgepakt") {
		t.Errorf("a step that is not allowed: %+v %v", v, err)
	}
	v, err = h.Signaal.Bulk(ctx, h.Wie[proef.Eigen][toegang.Wijkagent], []signaal.Keuze{{ID: b.ID, Basis: b.Versie + 1}}, signaal.Besproken, "Overleg.")
	if err != nil || len(v.Niet) != 1 || !strings.Contains(v.Niet[0].Reden, "geen recht") {
		t.Errorf("without the right: %+v %v", v, err)
	}
	for name, call := range map[string]func() (signaal.BulkVerslag, error){
		"nothing chosen": func() (signaal.BulkVerslag, error) { return h.Signaal.Bulk(ctx, wie, nil, signaal.Gesloten, "x") },
		"no reason": func() (signaal.BulkVerslag, error) {
			return h.Signaal.Bulk(ctx, wie, []signaal.Keuze{{ID: a.ID}}, signaal.Gesloten, " ")
		},
		"a reading": func() (signaal.BulkVerslag, error) {
			return h.Signaal.Bulk(ctx, wie, []signaal.Keuze{{ID: a.ID}}, signaal.Geduid, "x")
		},
	} {
		if _, err := call(); domein.KindOf(err) != domein.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPartnerLink(t *testing.T) {
	h := proef.Maak(t)
	sig, wie := geplant(t, h)
	ctx := t.Context()
	if _, err := h.Signaal.VraagPartner(ctx, wie, sig.ID, " ", strings.Repeat("x", 5000)); len(domein.FaultsOf(err)) != 2 {
		t.Errorf("all faults at once: %v", err)
	}
	key, err := h.Signaal.VraagPartner(ctx, wie, sig.ID, "Woonstichting Noord", "Herkent u dit?")
	if err != nil || len(key) != 22 {
		t.Fatalf("a key of 128 bits is 22 characters: %q %v", key, err)
	}
	p, err := h.Signaal.ToonVraag(ctx, key)
	if err != nil || p.Verantwoordelijke != proef.Eigen || p.Signaal.ID != sig.ID || p.Gebied.Naam != "NoordHaven" || len(p.Reeks) != 72 || len(p.Oordelen) != 24 || p.Tekst != "Herkent u dit?" {
		t.Fatalf("behind the link: %+v %v", p, err)
	}
	if err := h.Signaal.Beantwoord(ctx, key, "", ""); len(domein.FaultsOf(err)) != 2 {
		t.Errorf("an empty answer: %v", err)
	}
	if err := h.Signaal.Beantwoord(ctx, key, "Ja, drie portieken.", "Huismeesters"); err != nil {
		t.Fatal(err)
	}
	b, err := h.Signaal.Toon(ctx, wie, sig.ID)
	if e := b.Gebeurtenissen[0]; err != nil || e.Wat != signaal.Antwoord || e.Wie != signaal.WiePartner || e.Bron != "Woonstichting Noord: Huismeesters" || len(b.Vragen) != 1 || b.Status() != signaal.Nieuw {
		t.Errorf("the answer stands in the story with its source: %+v %v", e, err)
	}
	late, err := h.Signaal.VraagPartner(ctx, wie, sig.ID, "Winkeliers", "En u?")
	if err != nil {
		t.Fatal(err)
	}
	h.Nu = h.Nu.Add(15 * 24 * time.Hour)
	var answers []string
	for _, k := range []string{key, late, "bestaatniet", ""} {
		_, shown := h.Signaal.ToonVraag(ctx, k)
		answered := h.Signaal.Beantwoord(ctx, k, "Ja", "Zelf")
		if domein.KindOf(shown) != domein.NotFound || domein.KindOf(answered) != domein.NotFound {
			t.Errorf("link %q: %v, %v", k, shown, answered)
		}
		var e *domein.Error
		_ = errors.As(shown, &e)
		answers = append(answers, e.Melding)
	}
	for _, a := range answers {
		if a != answers[0] {
			t.Errorf("used, over and unknown links answer differently: %q", answers)
		}
	}
}

func TestSavedSearches(t *testing.T) {
	h := proef.Maak(t)
	ctx, wie := t.Context(), h.Wie[proef.Eigen][toegang.AdviseurOOV]
	for i := range 20 {
		if err := h.Signaal.BewaarZoekopdracht(ctx, wie, fmt.Sprintf("Lijst %02d", i), "status=nieuw"); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Signaal.BewaarZoekopdracht(ctx, wie, "Nog een", "status=nieuw"); domein.KindOf(err) != domein.Invalid {
		t.Errorf("the 21st: %v", err)
	}
	if err := h.Signaal.BewaarZoekopdracht(ctx, wie, " Lijst 03 ", "soort=inbraak"); err != nil {
		t.Errorf("a known name is replaced: %v", err)
	}
	if err := h.Signaal.BewaarZoekopdracht(ctx, wie, "", strings.Repeat("x", 501)); len(domein.FaultsOf(err)) != 2 {
		t.Errorf("all faults at once: %v", err)
	}
	list, err := h.Signaal.Zoekopdrachten(ctx, wie)
	if err != nil || len(list) != 20 || list[3].Query != "soort=inbraak" {
		t.Fatalf("%+v %v", list, err)
	}
	collega := h.Wie[proef.Eigen][toegang.Wijkagent]
	if err := h.Signaal.WisZoekopdracht(ctx, collega, list[0].ID); domein.KindOf(err) != domein.NotFound {
		t.Errorf("a colleague removes it: %v", err)
	}
	if err := h.Signaal.WisZoekopdracht(ctx, wie, list[0].ID); err != nil {
		t.Error(err)
	}
	if list, _ := h.Signaal.Zoekopdrachten(ctx, wie); len(list) != 19 {
		t.Errorf("%d searches left", len(list))
	}
}

func TestAStoryMovesTogether(t *testing.T) {
	h := proef.Maak(t)
	h.Lees(t, proef.Eigen, wijkrijen())
	sig, wie := geplant(t, h)
	ctx := t.Context()
	b, err := h.Signaal.Toon(ctx, wie, sig.ID)
	if err != nil || len(b.Verhaal.Delen) != 1 {
		t.Fatalf("%+v %v", b.Verhaal, err)
	}
	head, entries := b.Verhaal.Hoofd, journaalOmvang(t, h)
	stap := signaal.Stap{Naar: signaal.Geduid, Basis: head.Versie, Velden: map[string]string{"duiding": "Eén flat.", "duidingsbron": "Wijkteam"}}
	mee := []signaal.Keuze{{ID: head.ID, Basis: head.Versie}, {ID: sig.ID, Basis: sig.Versie}, {ID: "bestaat-niet"}}
	got, v, err := h.Signaal.ZetSamen(ctx, wie, head.ID, stap, mee)
	if err != nil || got.Status() != signaal.Geduid || len(v.Gedaan) != 1 || v.Gedaan[0].ID != sig.ID || len(v.Niet) != 1 || journaalOmvang(t, h) != entries+2 {
		t.Fatalf("%+v, others %+v, %v", got, v, err)
	}
	stap.Velden = map[string]string{"duiding": "Twee flats."}
	if _, _, err := h.Signaal.ZetSamen(ctx, wie, head.ID, stap, mee); domein.KindOf(err) != domein.Conflict {
		t.Errorf("a head that clashes moves nothing: %v", err)
	}
	part, err := h.Signaal.Toon(ctx, wie, sig.ID)
	if err != nil || part.Veld("duiding") != "Eén flat." || part.Versie != 2 {
		t.Errorf("%+v %v", part.Signaal, err)
	}
}
