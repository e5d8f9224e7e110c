// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Reeksstand tells which periods the series of one kind in one area spans.
type Reeksstand struct {
	Soort, Gebied string
	Eerste, Tot   Periode
}

// Soortstand tells how far a kind has come.
type Soortstand struct {
	Soort
	Tot     Periode // newest period of which anything is known; empty where nothing is
	Reeksen int     // areas of which anything is known
}

// Bronstand is a source with how far its kinds have come.
type Bronstand struct {
	Bron
	Soorten []Soortstand
}

// Reeksen is the number of series of the source.
func (b Bronstand) Reeksen() int {
	n := 0
	for _, k := range b.Soorten {
		n += k.Reeksen
	}
	return n
}

// Nieuwste gives the kind whose newest period ends last; ok is false where the source has no figures.
func (b Bronstand) Nieuwste() (k Soortstand, ok bool) {
	for _, s := range b.Soorten {
		if s.Tot != "" && (!ok || Ouderdom(s.Tot, termijn.Date{}) < Ouderdom(k.Tot, termijn.Date{})) {
			k, ok = s, true
		}
	}
	return k, ok
}

// Ouderdom is the number of whole months between the end of p and vandaag.
func Ouderdom(p Periode, vandaag termijn.Date) int {
	jaar, maand := p.Eind()
	return 12*(vandaag.Year()-jaar) + vandaag.Month() - maand - 1
}

// Achter tells whether the source has not given a period after p that it should have given by vandaag: p is older than one period and the delay that the owner states.
func (b Bron) Achter(p Periode, vandaag termijn.Date) bool {
	return Ouderdom(p, vandaag) > b.Vertraging+12/p.Lengte().PerJaar()
}

// Herziening is a value that a figure had before it was revised.
type Herziening struct {
	Periode Periode
	Versie
}

// Stand tells of every source how far its figures have come, by name. That a kind exists and how new it is shows no figure, so who may see the sources may see this.
func (s *Service) Stand(ctx context.Context, wie toegang.Actor) ([]Bronstand, error) {
	const op = "cijfer.Stand"
	grant, err := s.Mag(wie, toegang.BronLezen, s.middel(wie, Bron{Openbaar: true}))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	bronnen, soorten, err := s.register(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	reeksen, err := s.Store.Reeksstanden(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list := make([]Bronstand, len(bronnen))
	for i, b := range bronnen {
		list[i].Bron = b
		for _, k := range soorten {
			if k.Bron == b.Code {
				list[i].Soorten = append(list[i].Soorten, stand(k, reeksen))
			}
		}
	}
	return list, nil
}

func stand(k Soort, reeksen []Reeksstand) Soortstand {
	st := Soortstand{Soort: k}
	for _, r := range reeksen {
		if r.Soort == k.Code {
			st.Reeksen++
			st.Tot = max(st.Tot, r.Tot)
		}
	}
	return st
}

// InvoerenVan lists the files that brought figures of a source, newest first.
func (s *Service) InvoerenVan(ctx context.Context, wie toegang.Actor, bron string) ([]Invoer, error) {
	const op = "cijfer.InvoerenVan"
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.InvoerenVan(ctx, grant, bron)
	return list, domein.Wrap(op, err)
}

// VanGebied gives every series of one area, by kind: only those that wie may see.
func (s *Service) VanGebied(ctx context.Context, wie toegang.Actor, gebied string) (map[string][]Cijfer, error) {
	const op = "cijfer.VanGebied"
	grant, err := s.MagLijst(wie, toegang.CijferLezen, s.middel(wie, Bron{}))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	soorten, err := s.Soorten(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	figures, err := s.Store.VanGebied(ctx, grant, gebied)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	by := map[string][]Cijfer{}
	for _, c := range figures {
		if slices.ContainsFunc(soorten, func(k Soort) bool { return k.Code == c.Soort }) {
			by[c.Soort] = append(by[c.Soort], c)
		}
	}
	return by, nil
}

// Herzieningen gives the former values of one kind and area.
func (s *Service) Herzieningen(ctx context.Context, wie toegang.Actor, soort, gebied string) ([]Herziening, error) {
	return read(ctx, s, wie, soort, "cijfer.Herzieningen", func(g toegang.Grant) ([]Herziening, error) {
		return s.Store.Herzieningen(ctx, g, soort, gebied)
	})
}

// Reeksen gives the figures in force of one kind for all areas, in the periods from vanaf up to and including tot, by area and period. An empty bound is open.
func (s *Service) Reeksen(ctx context.Context, wie toegang.Actor, soort string, vanaf, tot Periode) ([]Cijfer, error) {
	if tot == "" {
		tot = "9999ZZ99"
	}
	return read(ctx, s, wie, soort, "cijfer.Reeksen", func(g toegang.Grant) ([]Cijfer, error) { return s.Store.ReeksenVanaf(ctx, g, soort, vanaf, tot) })
}
