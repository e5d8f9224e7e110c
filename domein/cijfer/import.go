// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Aanlevering is a file that somebody offers.
type Aanlevering struct {
	Formaat   string
	Naam      string // name of the file
	Inhoud    io.Reader
	Jaar      int // the year, for a file that does not state it; 0 where it does
	Proef     bool
	Voortgang func(stap string) // told each step; may be nil
}

// Verslag tells what reading in a file did, or would do when Proef is set.
type Verslag struct {
	Invoer
	Proef   bool
	Soorten []string // kinds of which a figure is new or revised
	// The first figures of each sort, for a person who looks before he reads a file in.
	Nieuwe, Herziene, Gelijke []Voorbeeld
}

// Voorbeeld is one row of a file beside what is stored.
type Voorbeeld struct {
	Cel
	Was, Wordt              *float64 // Was is nil for a new figure
	WasAttribuut, Attribuut Attribuut
}

// voorbeelden is how many rows of each sort a report shows.
const voorbeelden = 5

func toonVoorbeeld(list *[]Voorbeeld, r Regel, stand Stand) {
	if len(*list) < voorbeelden {
		*list = append(*list, Voorbeeld{Cel{r.Soort, r.Gebied, r.Periode}, stand.Waarde, r.Waarde, stand.Attribuut, r.Attribuut})
	}
}

// Import reads a file in, or only tells what it would do. Refused rows are reported and the others kept; a file as a whole is kept or not at all. The same
// file twice changes nothing the second time. A figure that differs from what is stored is a revision: the former value stays with both dates.
func (s *Service) Import(ctx context.Context, wie toegang.Actor, a Aanlevering) (Verslag, error) {
	const op = "cijfer.Import"
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	lezer, ok := s.Lezers[a.Formaat]
	if !ok {
		return Verslag{}, domein.Refuse(op, "Dit formaat is niet bekend.", []domein.Fault{{Veld: "formaat",
			Melding: fmt.Sprintf("%q bestaat niet. Kies uit: %v.", a.Formaat, slices.Sorted(maps.Keys(s.Lezers)))}})
	}
	areas, err := s.Store.Gebieden(ctx, grant, false)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	a.stap("Bestand lezen")
	hash := sha256.New()
	file, err := lezer(io.TeeReader(a.Inhoud, hash), Opties{Gebieden: byName(areas), Jaar: a.Jaar})
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	p, err := s.plan(ctx, grant, file, areas, a)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	p.verslag.SHA256, p.verslag.Wie, p.verslag.Moment = hex.EncodeToString(hash.Sum(nil)), wie.ID, s.Nu()
	if a.Proef {
		return p.verslag, nil
	}
	return p.verslag, domein.Wrap(op, s.keep(ctx, grant, wie, p, a))
}

func (s *Service) keep(ctx context.Context, grant toegang.Grant, wie toegang.Actor, p *plan, a Aanlevering) error {
	if len(p.mutaties)+len(p.bronnen)+len(p.soorten) == 0 {
		return nil // the same file again: nothing changes, the journal neither
	}
	a.stap(fmt.Sprintf("%d cijfers opslaan", len(p.mutaties)))
	entry, err := s.Entry(grant, "invoer", p.verslag.ID, p.verslag.SHA256)
	if err != nil {
		return err
	}
	if err := s.Store.SaveInvoer(ctx, grant, p.verslag.Invoer, p.bronnen, p.soorten, p.mutaties, entry); err != nil {
		return err
	}
	if s.Na == nil || len(p.verslag.Soorten) == 0 {
		return nil
	}
	a.stap("Signalen zoeken")
	return s.Na(ctx, wie, p.verslag.Soorten)
}

func (a Aanlevering) stap(s string) {
	if a.Voortgang != nil {
		a.Voortgang(s)
	}
}

func byName(areas []gebied.Gebied) map[string][]string {
	names := map[string][]string{}
	for _, g := range areas {
		key := NormNaam(g.Naam)
		names[key] = append(names[key], g.Code)
	}
	return names
}

// plan is what reading in a file comes down to.
type plan struct {
	verslag  Verslag
	bronnen  []Bron
	soorten  []Soort
	mutaties []Mutatie
}

func (s *Service) plan(ctx context.Context, grant toegang.Grant, file Bestand, areas []gebied.Gebied, a Aanlevering) (*plan, error) {
	p := &plan{verslag: Verslag{Invoer: Invoer{ID: s.NieuwID(), Formaat: a.Formaat, Bestand: a.Naam}, Proef: a.Proef}}
	bronnen, soorten, err := s.register(ctx, grant)
	if err != nil {
		return nil, err
	}
	rows := s.sift(p, file, areas, bronnen, soorten)
	a.stap(fmt.Sprintf("%d regels vergelijken", len(rows)))
	standen, err := s.Store.Standen(ctx, grant, kinds(rows))
	if err != nil {
		return nil, err
	}
	changed := map[string]bool{}
	for _, r := range rows {
		cel := Cel{r.Soort, r.Gebied, r.Periode}
		stand := standen[cel]
		switch {
		case stand.Versie > 0 && stand.Attribuut == r.Attribuut && equal(stand.Waarde, r.Waarde):
			p.verslag.Gelijk++
			toonVoorbeeld(&p.verslag.Gelijke, r, stand)
			continue
		case stand.Versie > 0:
			p.verslag.Herzien++
			toonVoorbeeld(&p.verslag.Herziene, r, stand)
		default:
			p.verslag.Nieuw++
			toonVoorbeeld(&p.verslag.Nieuwe, r, stand)
		}
		changed[r.Soort] = true
		p.mutaties = append(p.mutaties, Mutatie{Cel: cel, Basis: stand.Versie, Bron: r.Bron, Waarde: r.Waarde, Attribuut: r.Attribuut})
	}
	p.verslag.Soorten = slices.Sorted(maps.Keys(changed))
	slices.SortStableFunc(p.verslag.Weigeringen, func(a, b Weigering) int { return cmp.Compare(a.Lijn, b.Lijn) })
	p.verslag.Geweigerd = len(p.verslag.Weigeringen)
	return p, nil
}

func equal(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

func kinds(rows []Regel) []string {
	set := map[string]bool{}
	for _, r := range rows {
		set[r.Soort] = true
	}
	return slices.Sorted(maps.Keys(set))
}
