// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"
	"time"

	"dwarsverband/demo/proef"
	"dwarsverband/domein/bericht"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// brievenbus catches mails instead of sending them; with stuk none goes out.
type brievenbus struct {
	post []bericht.Brief
	stuk bool
}

func (b *brievenbus) verstuur(_ context.Context, list []bericht.Brief) []error {
	fouten := make([]error, len(list))
	for i, x := range list {
		if fouten[i] = nil; b.stuk {
			fouten[i] = errors.New("no connection")
			continue
		}
		b.post = append(b.post, x)
	}
	return fouten
}

// aan gives the mails to one user since the last call.
func (b *brievenbus) aan(h *huis, t *testing.T, wie string) []bericht.Brief {
	t.Helper()
	g, err := h.Gebruiker.Zoek(t.Context(), proef.Regio, wie)
	if err != nil {
		t.Fatal(err)
	}
	var list []bericht.Brief
	for _, x := range b.post {
		if x.Aan == g.Mailadres {
			list = append(list, x)
		}
	}
	b.post = nil
	return list
}

func ronde(t *testing.T, h *huis) {
	t.Helper()
	systeem := toegang.Actor{ID: dossier.Systeem, Verantwoordelijke: proef.Regio, Rollen: []toegang.Rol{toegang.Systeem}}
	if _, err := h.Casus.Verstrijk(t.Context(), systeem); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Bericht.Ronde(t.Context(), systeem); err != nil {
		t.Fatal(err)
	}
}

func metMail(h *huis) *brievenbus {
	bus := &brievenbus{}
	h.Bericht.Verstuur, h.Bericht.Adres = bus.verstuur, "https://dwarsverband.voorbeeld.example"
	return bus
}

// S13: on its day a dormant case stands first in the work of its casusregisseur, the bell rings and a mail goes out that holds no name, address, BSN or code name; after two working
// days without action the coordinator hears it.
func TestCaseComesBack(t *testing.T) {
	h := newHuis(t)
	bus := metMail(h)
	k := h.OpenCasus(t)
	if _, err := h.Casus.ZetStand(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), k.ID, casus.Stap{Naar: casus.Sluimerend, Reden: "De zitting is op 8 december.", WekOp: termijn.At(h.Nu).Date().AddDays(30), Basis: 1}); err != nil {
		t.Fatal(err)
	}
	ronde(t, h)
	bus.post = nil
	h.Nu = time.Date(2026, 12, 9, 7, 30, 0, 0, time.UTC) // a Wednesday, half past eight
	ronde(t, h)
	list := bus.aan(h, t, "casusregisseur")
	if len(list) != 1 || !strings.Contains(list[0].Tekst, "Een casus komt terug") || !strings.Contains(list[0].Tekst, "https://dwarsverband.voorbeeld.example/werk") {
		t.Fatalf("the mail is %+v", list)
	}
	for _, geheim := range []string{"Proefyilmaz", "Kersenproefstraat", "999990019", k.Codenaam, k.ID, "zitting"} {
		if strings.Contains(list[0].Tekst+list[0].Onderwerp, geheim) {
			t.Errorf("the mail holds %q", geheim)
		}
	}
	_, html := inloggen(t, h, proef.Regio, "casusregisseur").get(t, "/werk")
	if eerste := strings.Index(html, "Pak de casus weer op"); eerste < 0 || eerste > strings.Index(html, "Informeer de persoon") {
		t.Error("the case does not stand first")
	}
	moet(t, html, "Een casus komt terug")
	ronde(t, h)
	if list := bus.aan(h, t, "casusregisseur"); len(list) != 0 {
		t.Errorf("the mail goes out again: %+v", list)
	}
	h.Nu = time.Date(2026, 12, 11, 7, 31, 0, 0, time.UTC)
	ronde(t, h)
	if list := bus.aan(h, t, "ketenmanager"); len(list) != 1 {
		t.Errorf("the coordinator gets %d mails", len(list))
	}
}

// Each chooses by event: a mail at once, one on the next working morning with counts, or the bell alone. All that is wrong is said at once.
func TestChannels(t *testing.T) {
	h := newHuis(t)
	bus := metMail(h)
	z := maakZaak(t, h)
	ronde(t, h)
	bus.post = nil
	bram := inloggen(t, h, proef.Regio, "agent")
	keuze := url.Values{"knoop": {"bel"}, "regie": {"bel"}, "wek": {"bel"}, "toezicht": {"bel"}, "overleg": {"dagelijks"}, "melding": {"bel"}, "gedeeld": {"dagelijks"}}
	fout := url.Values{"knoop": {"duif"}, "regie": {"bel"}}
	status, html := bram.post(t, "/instellingen/berichten", fout)
	if status != 400 || strings.Count(html, "Kies hoe u dit wilt horen.") < 6 {
		t.Errorf("a choice with faults gives %d", status)
	}
	if status, _ := bram.post(t, "/instellingen/berichten", keuze); status != 200 {
		t.Fatalf("a choice gives %d", status)
	}
	noor := h.Actor(t, proef.Regio, "procesregisseur")
	for range 2 {
		if _, err := h.Casus.BrengIn(t.Context(), noor, z.ID, casus.Inbreng{Vraag: "Wat komt er dan?", Standpunt: "Dit.", Partijen: []string{"agent"}}); err != nil {
			t.Fatal(err)
		}
	}
	maakTafel(t, h)
	ronde(t, h)
	if list := bus.aan(h, t, "agent"); len(list) != 0 {
		t.Errorf("somebody who chose otherwise gets a mail at once: %+v", list)
	}
	h.Nu = time.Date(2026, 11, 10, 6, 59, 0, 0, time.UTC)
	ronde(t, h)
	if len(bus.post) != 0 {
		t.Errorf("a daily mail before eight: %+v", bus.post)
	}
	h.Nu = time.Date(2026, 11, 10, 7, 0, 0, 0, time.UTC)
	ronde(t, h)
	list := bus.aan(h, t, "agent")
	if len(list) != 1 || !strings.Contains(list[0].Tekst, "keer: ") || strings.Contains(list[0].Tekst, "noop") {
		t.Errorf("the daily mail is %+v", list)
	}
}

// A mail server that is down loses nothing: each mail is tried again with growing pauses, and the administrator sees that it waits.
func TestMailServerIsDown(t *testing.T) {
	h := newHuis(t)
	bus := metMail(h)
	bus.stuk = true
	h.OpenCasus(t)
	ronde(t, h)
	_, html := inloggen(t, h, proef.Regio, "beheerder").get(t, "/instellingen")
	moet(t, html, "mails zijn nog niet verstuurd")
	bus.stuk = false
	ronde(t, h)
	if len(bus.post) != 0 {
		t.Error("it is tried again at once")
	}
	h.Nu = h.Nu.Add(time.Minute)
	ronde(t, h)
	if list := bus.aan(h, t, "casusregisseur"); len(list) != 1 {
		t.Errorf("after the pause %d mails arrive", len(list))
	}
	_, html = inloggen(t, h, proef.Regio, "beheerder").get(t, "/instellingen")
	magNiet(t, html, "mails zijn nog niet verstuurd")
}

// Somebody who is away names a substitute, who holds his knots from the first to the last day; what cannot be is refused.
func TestAway(t *testing.T) {
	h := newHuis(t)
	noor, fatima := inloggen(t, h, proef.Regio, "procesregisseur"), inloggen(t, h, proef.Regio, "casusregisseur")
	if status, _ := noor.post(t, "/instellingen/afwezig", url.Values{"van": {"2026-11-09"}, "tot": {"2026-11-20"}, "vervanger": {"casusregisseur-2"}}); status != 200 {
		t.Fatal("a good absence is refused")
	}
	status, html := fatima.post(t, "/instellingen/afwezig", url.Values{"van": {"2026-11-08"}, "tot": {"2026-11-01"}, "vervanger": {"casusregisseur"}})
	if status != 400 {
		t.Errorf("an absence with faults gives %d", status)
	}
	moet(t, html, "Kies vandaag of een latere dag.", "Kies een dag op of na de eerste dag.", "Kies iemand anders als vervanger.")
	if status, html := fatima.post(t, "/instellingen/afwezig", url.Values{"van": {"2026-11-18"}, "tot": {"2026-11-25"}, "vervanger": {"procesregisseur"}}); status != 400 || !strings.Contains(html, "zelf afwezig op 2026-11-18") {
		t.Errorf("a substitute who is away himself: %d", status)
	}
	if status, _ := fatima.post(t, "/instellingen/afwezig", url.Values{"van": {"2026-11-09"}, "tot": {"2026-11-13"}, "vervanger": {"casusregisseur-2"}}); status != 200 {
		t.Fatal("a good absence is refused")
	}
	z := maakZaak(t, h)
	b, err := h.Casus.Toon(t.Context(), h.Actor(t, proef.Regio, "casusregisseur"), z.ID)
	if err != nil {
		t.Fatal(err)
	}
	if st := b.Van(casus.Knoop)[0]; st.Waarde("houder") != "casusregisseur-2" {
		t.Errorf("the knot lies with %s", st.Waarde("houder"))
	}
}
