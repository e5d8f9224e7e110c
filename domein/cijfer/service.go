// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package cijfer

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Cel names one figure.
type Cel struct {
	Soort, Gebied string
	Periode       Periode
}

// Stand is what is in force for a Cel.
type Stand struct {
	Versie    int
	Waarde    *float64
	Attribuut Attribuut
}

// Mutatie is one value to keep: the first of its Cel (Basis 0) or one that replaces version Basis.
type Mutatie struct {
	Cel
	Basis     int
	Bron      string
	Waarde    *float64
	Attribuut Attribuut
}

// Invoer is one file that was read in.
type Invoer struct {
	ID, Formaat, Bestand, SHA256, Wie string
	Moment                            termijn.Moment
	Nieuw, Herzien, Gelijk, Geweigerd int
	Weigeringen                       []Weigering // only where one Invoer is asked for
}

// Store is what this room needs kept. Every read names the controller through the grant.
type Store interface {
	Soorten(ctx context.Context, g toegang.Grant) ([]Soort, error)
	Bronnen(ctx context.Context, g toegang.Grant) ([]Bron, error)
	// Gebieden lists the areas whose figures can be read in.
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error)
	// Standen gives what is in force for every Cel of the kinds.
	Standen(ctx context.Context, g toegang.Grant, soorten []string) (map[Cel]Stand, error)
	// SaveInvoer keeps a whole file in one transaction: sources and kinds that are new, every mutation, the report. A Cel whose version moved on
	// meanwhile makes it a Conflict and nothing is kept.
	SaveInvoer(ctx context.Context, g toegang.Grant, in Invoer, bronnen []Bron, soorten []Soort, mutaties []Mutatie, entry journaal.Entry) error
	Invoeren(ctx context.Context, g toegang.Grant) ([]Invoer, error)
	// Invoer gives one report with its refused rows, or NotFound.
	Invoer(ctx context.Context, g toegang.Grant, id string) (Invoer, error)
	// Reeks gives the figures in force of one kind and area, by period.
	Reeks(ctx context.Context, g toegang.Grant, soort, gebied string) ([]Cijfer, error)
	// Beeld gives the figures in force of one kind and period, for all areas.
	Beeld(ctx context.Context, g toegang.Grant, soort string, p Periode) ([]Cijfer, error)
	// Perioden lists the periods for which a kind has figures, newest first.
	Perioden(ctx context.Context, g toegang.Grant, soort string) ([]Periode, error)
	// ReeksenVanaf gives the figures in force of one kind for all areas, from vanaf up to and including tot, by area and period.
	ReeksenVanaf(ctx context.Context, g toegang.Grant, soort string, vanaf, tot Periode) ([]Cijfer, error)
	// VanGebied gives the figures in force of one area, by kind and period.
	VanGebied(ctx context.Context, g toegang.Grant, gebied string) ([]Cijfer, error)
	// Reeksstanden tells of every series which periods it spans.
	Reeksstanden(ctx context.Context, g toegang.Grant) ([]Reeksstand, error)
	// InvoerenVan lists the files that brought figures of a source, in force or not, newest first.
	InvoerenVan(ctx context.Context, g toegang.Grant, bron string) ([]Invoer, error)
	// Herzieningen gives the values of one kind and area that are no longer in force, by period and oldest first.
	Herzieningen(ctx context.Context, g toegang.Grant, soort, gebied string) ([]Herziening, error)
	// Versies gives every value that a figure has had, oldest first.
	Versies(ctx context.Context, g toegang.Grant, c Cel) ([]Versie, error)
	// SaveBron changes what is known of a source.
	SaveBron(ctx context.Context, g toegang.Grant, b Bron, entry journaal.Entry) error
}

// Service holds the use cases on figures.
type Service struct {
	domein.Kader
	Store  Store
	Lezers map[string]Lezer // by name of the format; cmd fills it
	// Na runs after a file was kept, such as the detection of signals; it is told which kinds changed.
	Na func(ctx context.Context, wie toegang.Actor, soorten []string) error
}

// Soorten lists the kinds of figures that wie may see, by code.
func (s *Service) Soorten(ctx context.Context, wie toegang.Actor) ([]Soort, error) {
	const op = "cijfer.Soorten"
	grant, err := s.MagLijst(wie, toegang.CijferLezen, s.middel(wie, Bron{}))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	bronnen, soorten, err := s.register(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return slices.DeleteFunc(soorten, func(k Soort) bool {
		b := bronVan(bronnen, k.Bron)
		return !grant.Scope().Mag(b.Domein, b.Openbaar)
	}), nil
}

// Bronnen lists the sources, by name.
func (s *Service) Bronnen(ctx context.Context, wie toegang.Actor) ([]Bron, error) {
	const op = "cijfer.Bronnen"
	grant, err := s.Mag(wie, toegang.BronLezen, s.middel(wie, Bron{Openbaar: true}))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Bronnen(ctx, grant)
	return list, domein.Wrap(op, err)
}

// Reeks gives the figures in force of one kind and area, by period. A period without a figure is not in it: absent is not zero.
func (s *Service) Reeks(ctx context.Context, wie toegang.Actor, soort, gebied string) ([]Cijfer, error) {
	return read(ctx, s, wie, soort, "cijfer.Reeks", func(g toegang.Grant) ([]Cijfer, error) { return s.Store.Reeks(ctx, g, soort, gebied) })
}

// Beeld gives the figures in force of one kind and period, for all areas that have one.
func (s *Service) Beeld(ctx context.Context, wie toegang.Actor, soort string, p Periode) ([]Cijfer, error) {
	return read(ctx, s, wie, soort, "cijfer.Beeld", func(g toegang.Grant) ([]Cijfer, error) { return s.Store.Beeld(ctx, g, soort, p) })
}

// Perioden lists the periods for which a kind has figures, newest first.
func (s *Service) Perioden(ctx context.Context, wie toegang.Actor, soort string) ([]Periode, error) {
	return read(ctx, s, wie, soort, "cijfer.Perioden", func(g toegang.Grant) ([]Periode, error) { return s.Store.Perioden(ctx, g, soort) })
}

// Versies gives every value that a figure has had, oldest first, with the dates between which it was in force.
func (s *Service) Versies(ctx context.Context, wie toegang.Actor, c Cel) ([]Versie, error) {
	return read(ctx, s, wie, c.Soort, "cijfer.Versies", func(g toegang.Grant) ([]Versie, error) { return s.Store.Versies(ctx, g, c) })
}

// Invoeren lists the files that were read in, newest first.
func (s *Service) Invoeren(ctx context.Context, wie toegang.Actor) ([]Invoer, error) {
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return nil, domein.Wrap("cijfer.Invoeren", err)
	}
	list, err := s.Store.Invoeren(ctx, grant)
	return list, domein.Wrap("cijfer.Invoeren", err)
}

// Invoer gives the report on one file, with every refused row.
func (s *Service) Invoer(ctx context.Context, wie toegang.Actor, id string) (Invoer, error) {
	grant, err := s.Mag(wie, toegang.CijferImporteren, s.middel(wie, Bron{}))
	if err != nil {
		return Invoer{}, domein.Wrap("cijfer.Invoer", err)
	}
	in, err := s.Store.Invoer(ctx, grant, id)
	return in, domein.Wrap("cijfer.Invoer", err)
}

// register gives the sources and the kinds of the municipality.
func (s *Service) register(ctx context.Context, grant toegang.Grant) ([]Bron, []Soort, error) {
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return nil, nil, err
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	return bronnen, soorten, err
}

// read asks the gate for figures of one kind: those of an open source are for everybody who is let in, those of a delivery are not. Figures of places are no
// personal data, so a look at them leaves no entry.
func read[T any](ctx context.Context, s *Service, wie toegang.Actor, soort, op string, load func(toegang.Grant) (T, error)) (T, error) {
	var none T
	grant, err := s.zicht(ctx, wie, soort)
	if err != nil {
		return none, domein.Wrap(op, err)
	}
	t, err := load(grant)
	return t, domein.Wrap(op, err)
}

func (s *Service) zicht(ctx context.Context, wie toegang.Actor, soort string) (toegang.Grant, error) {
	grant, _, _, err := s.zichtSoort(ctx, wie, soort)
	return grant, err
}

// zichtSoort gives the key to the figures of one kind, with the kind and its source.
func (s *Service) zichtSoort(ctx context.Context, wie toegang.Actor, soort string) (toegang.Grant, Soort, Bron, error) {
	grant, err := s.MagLijst(wie, toegang.CijferLezen, s.middel(wie, Bron{}))
	if err != nil {
		return toegang.Grant{}, Soort{}, Bron{}, err
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return toegang.Grant{}, Soort{}, Bron{}, err
	}
	i := slices.IndexFunc(soorten, func(k Soort) bool { return k.Code == soort })
	if i < 0 {
		return toegang.Grant{}, Soort{}, Bron{}, domein.Missing("cijfer.zicht")
	}
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return toegang.Grant{}, Soort{}, Bron{}, err
	}
	bron := bronVan(bronnen, soorten[i].Bron)
	grant, err = s.Mag(wie, toegang.CijferLezen, s.middel(wie, bron))
	return grant, soorten[i], bron, err
}

func bronVan(bronnen []Bron, code string) Bron {
	for _, b := range bronnen {
		if b.Code == code {
			return b
		}
	}
	return Bron{}
}

func (s *Service) middel(wie toegang.Actor, b Bron) toegang.Middel {
	return toegang.Middel{Soort: "cijfer", ID: b.Code, Verantwoordelijke: wie.Verantwoordelijke, Domein: b.Domein, Openbaar: b.Openbaar}
}
