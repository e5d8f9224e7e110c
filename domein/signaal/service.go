// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Filter chooses signals; an empty field chooses all.
type Filter struct {
	Status  []Status
	Soort   string
	Gebied  string
	Niveau  gebied.Niveau
	Vanaf   cijfer.Periode // this month and later
	Politie bool           // only the kinds that measure police activity; without it those are left out
	Alles   bool           // both groups of kinds
}

// Store is what this room needs kept.
type Store interface {
	Soorten(ctx context.Context, g toegang.Grant) ([]cijfer.Soort, error)
	Bronnen(ctx context.Context, g toegang.Grant) ([]cijfer.Bron, error)
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error)
	ReeksenVan(ctx context.Context, g toegang.Grant, soorten []string) ([]cijfer.Cijfer, error)
	// Signalen lists all signals of the kinds, newest month first.
	Signalen(ctx context.Context, g toegang.Grant, soorten []string) ([]Signaal, error)
	// Signaal gives one, or NotFound.
	Signaal(ctx context.Context, g toegang.Grant, id string) (Signaal, error)
	// Oordelen gives the judgements on one series, by month.
	Oordelen(ctx context.Context, g toegang.Grant, soort, gebied string) ([]Oordeel, error)
	// OordelenVan gives the judgements with this outcome in months from vanaf on.
	OordelenVan(ctx context.Context, g toegang.Grant, u Uitspraak, vanaf cijfer.Periode) ([]Oordeel, error)
	// Gebeurtenissen gives what happened to a signal, newest first.
	Gebeurtenissen(ctx context.Context, g toegang.Grant, signaal string) ([]Gebeurtenis, error)
	// SaveOordelen replaces the judgements of their months, adds new signals, changes those that exist, and tells what happened.
	SaveOordelen(ctx context.Context, g toegang.Grant, oordelen []Oordeel, signalen []Signaal, g2 []Gebeurtenis, entry journaal.Entry) error
	// SaveSignalen keeps signals whose version is one more than what is stored; any other is a Conflict and nothing is kept.
	SaveSignalen(ctx context.Context, g toegang.Grant, signalen []Signaal, gebeurd []Gebeurtenis, entries []journaal.Entry) error
	SaveVraag(ctx context.Context, g toegang.Grant, v Vraag, gebeurd Gebeurtenis, entry journaal.Entry) error
	Vragen(ctx context.Context, g toegang.Grant, signaal string) ([]Vraag, error)
	// VraagVanSleutel gives the question that a link opens, with its controller, or NotFound.
	VraagVanSleutel(ctx context.Context, hash string) (Vraag, string, error)
}

// Service holds the use cases on signals.
type Service struct {
	domein.Kader
	Store      Store
	Methode    Methode
	Familie    Familie
	Instelling Instelling
	Sleutel    func() string // a fresh, unguessable key for a link
}

// zicht is what one visitor may see of the signals: the kinds, and whether they measure police activity.
type zicht struct {
	grant   toegang.Grant
	soorten map[string]cijfer.Soort
	bronnen map[string]cijfer.Bron
}

func (s *Service) zicht(ctx context.Context, wie toegang.Actor) (zicht, error) {
	grant, err := s.MagLijst(wie, toegang.SignaalLezen, toegang.Middel{Soort: "signaal", Verantwoordelijke: wie.Verantwoordelijke})
	if err != nil {
		return zicht{}, err
	}
	z := zicht{grant: grant, soorten: map[string]cijfer.Soort{}, bronnen: map[string]cijfer.Bron{}}
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return z, err
	}
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return z, err
	}
	for _, b := range bronnen {
		z.bronnen[b.Code] = b
	}
	for _, k := range soorten {
		if b := z.bronnen[k.Bron]; grant.Scope().Mag(b.Domein, b.Openbaar) {
			z.soorten[k.Code] = k
		}
	}
	return z, nil
}

func (z zicht) codes() []string {
	var list []string
	for code := range z.soorten {
		list = append(list, code)
	}
	slices.Sort(list)
	return list
}

// Lijst gives the signals that wie may see and f chooses, newest month first.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor, f Filter) ([]Signaal, error) {
	const op = "signaal.Lijst"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Signalen(ctx, z.grant, z.codes())
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return slices.DeleteFunc(list, func(sig Signaal) bool { return !f.kiest(sig, z.soorten[sig.Soort]) }), nil
}

func (f Filter) kiest(s Signaal, k cijfer.Soort) bool {
	_, niveau, _ := gebied.ParseCode(s.Gebied)
	return (f.Alles || f.Politie == k.Politie) &&
		(len(f.Status) == 0 || slices.Contains(f.Status, s.Status())) &&
		(f.Soort == "" || f.Soort == s.Soort) &&
		(f.Gebied == "" || f.Gebied == s.Gebied) &&
		(f.Niveau == "" || f.Niveau == niveau) &&
		s.Periode >= f.Vanaf
}

// Beeld is one signal with what belongs to it.
type Beeld struct {
	Signaal
	Soort          cijfer.Soort
	Bron           cijfer.Bron
	Reeks          []cijfer.Cijfer
	Oordelen       []Oordeel // the months that were judged, for the band in the chart
	Gebeurtenissen []Gebeurtenis
	Vragen         []Vraag
}

// Toon gives one signal with its series, its judgements and its story.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "signaal.Toon"
	sig, z, grant, err := s.haal(ctx, wie, id, toegang.SignaalLezen)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	b := Beeld{Signaal: sig, Soort: z.soorten[sig.Soort]}
	b.Bron = z.bronnen[b.Soort.Bron]
	figures, err := s.Store.ReeksenVan(ctx, grant, []string{sig.Soort})
	if err != nil {
		return b, domein.Wrap(op, err)
	}
	b.Reeks = slices.DeleteFunc(figures, func(c cijfer.Cijfer) bool { return c.Gebied != sig.Gebied })
	if b.Oordelen, err = s.Store.Oordelen(ctx, grant, sig.Soort, sig.Gebied); err != nil {
		return b, domein.Wrap(op, err)
	}
	if b.Gebeurtenissen, err = s.Store.Gebeurtenissen(ctx, grant, id); err != nil {
		return b, domein.Wrap(op, err)
	}
	b.Vragen, err = s.Store.Vragen(ctx, grant, id)
	return b, domein.Wrap(op, err)
}

// Volgen gives the cells that did not ring but came close, in months from vanaf on.
func (s *Service) Volgen(ctx context.Context, wie toegang.Actor, vanaf cijfer.Periode) ([]Oordeel, error) {
	const op = "signaal.Volgen"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.OordelenVan(ctx, z.grant, Volgen, vanaf)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return slices.DeleteFunc(list, func(o Oordeel) bool { _, ok := z.soorten[o.Soort]; return !ok }), nil
}

// haal loads a signal and asks the gate for wat. A kind that wie may not see makes it a thing that does not exist.
func (s *Service) haal(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (Signaal, zicht, toegang.Grant, error) {
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return Signaal{}, z, toegang.Grant{}, err
	}
	sig, err := s.Store.Signaal(ctx, z.grant, id)
	if err != nil {
		return Signaal{}, z, toegang.Grant{}, err
	}
	k, ok := z.soorten[sig.Soort]
	if !ok {
		return Signaal{}, z, toegang.Grant{}, domein.Missing("signaal")
	}
	b := z.bronnen[k.Bron]
	grant, err := s.Mag(wie, wat, toegang.Middel{Soort: "signaal", ID: id, Verantwoordelijke: wie.Verantwoordelijke, Domein: b.Domein, Openbaar: b.Openbaar,
		Status: string(sig.Status())})
	return sig, z, grant, err
}
