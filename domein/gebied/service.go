// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package gebied

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept.
type Store interface {
	// Gebieden lists the areas of the newest edition of each level, from large to small and by name. Without vlak their borders are left out.
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]Gebied, error)
	// SaveGebieden adds an edition of areas, or replaces areas of that edition.
	SaveGebieden(ctx context.Context, g toegang.Grant, gebieden []Gebied, entry journaal.Entry) error
}

// Service holds the use cases on areas.
type Service struct {
	domein.Kader
	Store Store
}

// Lijst gives the areas of the newest edition, from large to small and by name. Borders only when vlak is set: they are large.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor, vlak bool) ([]Gebied, error) {
	const op = "gebied.Lijst"
	grant, err := s.Mag(wie, toegang.GebiedLezen, s.middel(wie, ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Gebieden(ctx, grant, vlak)
	return list, domein.Wrap(op, err)
}

// Gebied gives one area of the newest edition, with its border.
func (s *Service) Gebied(ctx context.Context, wie toegang.Actor, code string) (Gebied, error) {
	const op = "gebied.Gebied"
	list, err := s.Lijst(ctx, wie, true)
	if err != nil {
		return Gebied{}, domein.Wrap(op, err)
	}
	i := slices.IndexFunc(list, func(g Gebied) bool { return g.Code == code })
	if i < 0 {
		return Gebied{}, domein.Missing(op)
	}
	return list[i], nil
}

// Verslag tells what reading in a file of areas did, or would do.
type Verslag struct {
	Nieuw, Gewijzigd, Gelijk int
	Proef                    bool
	Verschillen              []Verschil // the areas that are new or changed, in the order of the file
}

// Verschil is an area that a file adds or changes.
type Verschil struct {
	Code, Naam string
	Niveau     Niveau
	Nieuw      bool
	Wat        string // what changes of an area that was there: "naam, grens"
}

// Import reads in areas that a file holds; with proef it only tells what it would do. All faults of all areas come back at once and nothing is kept then.
func (s *Service) Import(ctx context.Context, wie toegang.Actor, gebieden []Gebied, proef bool) (Verslag, error) {
	const op = "gebied.Import"
	grant, err := s.Mag(wie, toegang.GebiedImporteren, s.middel(wie, ""))
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	if err := domein.Refuse(op, "Er zijn gebieden die niet kloppen. Er is niets ingelezen.", check(gebieden)); err != nil {
		return Verslag{}, err
	}
	known, err := s.Store.Gebieden(ctx, grant, true)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	v, change := compare(known, gebieden)
	v.Proef = proef
	if proef || len(change) == 0 {
		return v, nil
	}
	entry, err := s.Entry(grant, "gebied", fmt.Sprintf("jaargang-%d", change[0].Jaargang), change)
	if err != nil {
		return Verslag{}, domein.Wrap(op, err)
	}
	return v, domein.Wrap(op, s.Store.SaveGebieden(ctx, grant, change, entry))
}

func check(gebieden []Gebied) []domein.Fault {
	var faults []domein.Fault
	if len(gebieden) == 0 {
		faults = append(faults, domein.Fault{Veld: "bestand", Melding: "Het bestand bevat geen gebieden."})
	}
	seen := map[string]bool{}
	for _, g := range gebieden {
		for _, f := range g.Validate() {
			faults = append(faults, domein.Fault{Veld: g.Code + " " + f.Veld, Melding: f.Melding})
		}
		if seen[g.Code] {
			faults = append(faults, domein.Fault{Veld: g.Code, Melding: "Dit gebied staat twee keer in het bestand."})
		}
		seen[g.Code] = true
	}
	return faults
}

func compare(known, given []Gebied) (Verslag, []Gebied) {
	var v Verslag
	var change []Gebied
	for _, g := range given {
		i := slices.IndexFunc(known, func(k Gebied) bool { return k.Code == g.Code && k.Jaargang == g.Jaargang })
		d := Verschil{Code: g.Code, Naam: g.Naam, Niveau: g.Niveau, Nieuw: i < 0}
		switch {
		case i < 0:
			v.Nieuw++
		case verschil(known[i], g) == "":
			v.Gelijk++
			continue
		default:
			v.Gewijzigd++
			d.Wat = verschil(known[i], g)
		}
		change, v.Verschillen = append(change, g), append(v.Verschillen, d)
	}
	return v, change
}

// verschil names what is different between two versions of an area.
func verschil(was, wordt Gebied) string {
	var wat []string
	if was.Naam != wordt.Naam {
		wat = append(wat, "naam")
	}
	if was.Ouder != wordt.Ouder {
		wat = append(wat, "ligt in")
	}
	if !sameVlak(was.Vlak, wordt.Vlak) {
		wat = append(wat, "grens")
	}
	return strings.Join(wat, ", ")
}

func sameVlak(a, b Vlak) bool {
	return slices.EqualFunc(a, b, func(a, b [][][2]float64) bool {
		return slices.EqualFunc(a, b, func(a, b [][2]float64) bool { return slices.Equal(a, b) })
	})
}

func (s *Service) middel(wie toegang.Actor, id string) toegang.Middel {
	return toegang.Middel{Soort: "gebied", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Openbaar: true}
}
