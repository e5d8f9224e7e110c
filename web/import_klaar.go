// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Klaarzet keeps a file between the dry run and the decision to read it in. A file belongs to one user of one tenant; for anybody else it does not exist.
type Klaarzet interface {
	Bewaar(verantwoordelijke, wie string, kenmerken map[string]string, r io.Reader) (id string, err error)
	Zoek(verantwoordelijke, wie, id string) (kenmerken map[string]string, err error)
	Open(verantwoordelijke, wie, id string) (r io.ReadCloser, grootte int64, err error)
	Weg(verantwoordelijke, wie, id string) error
}

const formaatGebieden = "gebieden"

// formaat is a choice in the form.
type formaat struct{ Code, Naam, Uitleg string }

// formaten are what can be read in; the empty one is found out.
var formaten = []formaat{
	{"", "Herken het zelf", ""},
	{"canoniek", "Eigen CSV", "code, periode, maat, waarde"},
	{"politie-csv", "Politie, CSV", "van data.politie.nl"},
	{"politie-odata", "Politie, OData", "JSON van dataderden.cbs.nl"},
	{"kwb", "CBS Kerncijfers", "wijken en buurten, CSV of JSON"},
	{formaatGebieden, "Gebieden", "GeoJSON"},
}

func formaatNaam(code string) string {
	for _, f := range formaten {
		if f.Code == code {
			return f.Naam
		}
	}
	return code
}

// inlezing is a file that waits, and what its sender said of it.
type inlezing struct {
	id, naam, formaat string
	jaar              int
	wie               toegang.Actor
}

func (i inlezing) kenmerken() map[string]string {
	return map[string]string{"naam": i.naam, "formaat": i.formaat, "jaar": strconv.Itoa(i.jaar)}
}

// klaargezet finds a file that the visitor set ready.
func (b *bezoek) klaargezet(id string) (inlezing, error) {
	kenmerken, err := b.web.Klaar.Zoek(b.tenant.ID, b.wie.ID, id)
	if err != nil {
		return inlezing{}, err
	}
	jaar, err := strconv.Atoi(kenmerken["jaar"])
	return inlezing{id: id, naam: kenmerken["naam"], formaat: kenmerken["formaat"], jaar: jaar, wie: b.wie}, err
}

// uitslag is what reading a file did, or would do: with figures or with areas.
type uitslag struct {
	Formaat  string
	Bestand  string
	Proef    bool
	Cijfers  *cijfer.Verslag
	Gebieden *gebied.Verslag
}

// lees reads a waiting file, for show or for good. It tells voortgang how far it is, between 0 and 1.
func (w *Web) lees(ctx context.Context, i inlezing, proef bool, voortgang func(deel float64, tekst string)) (*uitslag, error) {
	file, size, err := w.Klaar.Open(i.wie.Verantwoordelijke, i.wie.ID, i.id)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	counted := &teller{r: file, size: size, tel: voortgang}
	unpacked, err := cijfer.Uitpakken(counted)
	if err != nil {
		return nil, err
	}
	text := bufio.NewReaderSize(unpacked, headSize)
	if i.formaat == "" {
		head, err := text.Peek(headSize)
		if domein.KindOf(err) == domein.Invalid {
			return nil, err
		}
		if i.formaat = w.Herken(head); i.formaat == "" {
			return nil, onbekendFormaat(head)
		}
	}
	u := &uitslag{Formaat: i.formaat, Bestand: i.naam, Proef: proef}
	if i.formaat == formaatGebieden {
		u.Gebieden, err = w.leesGebieden(ctx, i, proef, text, voortgang)
		return u, err
	}
	step := 0
	v, err := w.Cijfer.Import(ctx, i.wie, cijfer.Aanlevering{Formaat: i.formaat, Naam: i.naam, Inhoud: text, Jaar: i.jaar, Proef: proef, Voortgang: func(stap string) {
		voortgang(stapDelen[min(step, len(stapDelen)-1)], stap)
		step++
	}})
	u.Cijfers = &v
	return u, err
}

// stapDelen are the parts of the work that are done when each step of an import begins: reading, comparing, keeping, looking for signals.
var stapDelen = []float64{0, 0.7, 0.8, 0.9}

// headSize is how much of a file tells its format.
const headSize = 64 << 10

func (w *Web) leesGebieden(ctx context.Context, i inlezing, proef bool, r io.Reader, voortgang func(float64, string)) (*gebied.Verslag, error) {
	if i.jaar == 0 {
		return nil, domein.Refuse("web.leesGebieden", "Het bestand met gebieden is nog niet ingelezen.", []domein.Fault{{Veld: "jaar", Melding: "Vul het jaar van de gebiedsindeling in, bijvoorbeeld 2026."}})
	}
	voortgang(0, "Bestand lezen")
	areas, err := w.LeesGebieden(r, i.jaar)
	if err != nil {
		return nil, err
	}
	voortgang(stapDelen[1], fmt.Sprintf("%d gebieden vergelijken", len(areas)))
	v, err := w.Gebied.Import(ctx, i.wie, areas, proef)
	return &v, err
}

func onbekendFormaat(head []byte) error {
	f := domein.Fault{Veld: "formaat", Melding: "Kies het formaat zelf. Staat het er niet bij? Maak dan een CSV met de kolommen code, periode, maat, waarde, waardeattribuut en bron."}
	switch {
	case len(head) == 0:
		f = domein.Fault{Veld: "bestand", Melding: "Het bestand is leeg. Kies een ander bestand."}
	case len(head) > 1 && string(head[:2]) == "PK":
		f = domein.Fault{Veld: "bestand", Melding: "Dit is een Excel- of zipbestand. Sla het op als 'CSV UTF-8', of pak het uit, en kies dat bestand."}
	}
	return domein.Refuse("web.lees", "We weten niet wat voor bestand dit is. Er is niets ingelezen.", []domein.Fault{f})
}

// teller passes on what it reads and tells how far it is.
type teller struct {
	r             io.Reader
	n, told, size int64
	tel           func(deel float64, tekst string)
}

func (t *teller) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.n += int64(n)
	const mega = 1 << 20
	if t.n-t.told > mega && t.size > 0 {
		t.told = t.n
		t.tel(stapDelen[1]*float64(t.n)/float64(t.size), fmt.Sprintf("Bestand lezen: %d van %d MB", t.n/mega, t.size/mega+1))
	}
	return n, err
}
