// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Store is what this room needs kept.
type Store interface {
	Soorten(ctx context.Context, g toegang.Grant) ([]cijfer.Soort, error)
	Bronnen(ctx context.Context, g toegang.Grant) ([]cijfer.Bron, error)
	Gebieden(ctx context.Context, g toegang.Grant, vlak bool) ([]gebied.Gebied, error)
	ReeksenVan(ctx context.Context, g toegang.Grant, soorten []string) ([]cijfer.Cijfer, error)
	Reeks(ctx context.Context, g toegang.Grant, soort, gebied string) ([]cijfer.Cijfer, error)
	Versies(ctx context.Context, g toegang.Grant, c cijfer.Cel) ([]cijfer.Versie, error)
	// Signalen lists all signals of the kinds, newest month first.
	Signalen(ctx context.Context, g toegang.Grant, soorten []string) ([]Signaal, error)
	// Signaal gives one, or NotFound.
	Signaal(ctx context.Context, g toegang.Grant, id string) (Signaal, error)
	// Oordelen gives the judgements on one series, by month.
	Oordelen(ctx context.Context, g toegang.Grant, soort, gebied string) ([]Oordeel, error)
	// OordelenVan gives the judgements of the kinds with this outcome in months from vanaf on, newest month first and in a month the most unlikely first.
	OordelenVan(ctx context.Context, g toegang.Grant, soorten []string, u Uitspraak, vanaf cijfer.Periode) ([]Oordeel, error)
	// Telling counts the outcomes of the kinds in the newest month that was judged; the zero Telling when nothing was.
	Telling(ctx context.Context, g toegang.Grant, soorten []string) (Telling, error)
	// Gebeurtenissen gives what happened to a signal, newest first.
	Gebeurtenissen(ctx context.Context, g toegang.Grant, signaal string) ([]Gebeurtenis, error)
	// SaveOordelen replaces the judgements of their months and keeps signals as SaveSignalen does, with what happened to them.
	SaveOordelen(ctx context.Context, g toegang.Grant, oordelen []Oordeel, signalen []Signaal, gebeurd []Gebeurtenis, entry journaal.Entry) error
	// SaveSignalen adds signals of version 1 and keeps others whose version is one more than what is stored; any other is a Conflict and nothing is kept.
	SaveSignalen(ctx context.Context, g toegang.Grant, signalen []Signaal, gebeurd []Gebeurtenis, entries []journaal.Entry) error
	// AddVraag keeps a question that was asked.
	AddVraag(ctx context.Context, g toegang.Grant, v Vraag, gebeurd Gebeurtenis, entry journaal.Entry) error
	// SaveAntwoord keeps the answer to a question; one that has an answer is NotFound.
	SaveAntwoord(ctx context.Context, g toegang.Grant, v Vraag, gebeurd Gebeurtenis, entry journaal.Entry) error
	// Vragen lists the questions about a signal, newest first.
	Vragen(ctx context.Context, g toegang.Grant, signaal string) ([]Vraag, error)
	// VraagVanSleutel gives the question that a link opens, with its controller, or NotFound.
	VraagVanSleutel(ctx context.Context, hash string) (Vraag, string, error)
	// Zoekopdrachten lists the searches that a user saved, by name.
	Zoekopdrachten(ctx context.Context, g toegang.Grant, gebruiker string) ([]Zoekopdracht, error)
	// SaveZoekopdracht keeps a search; the same name of the same user replaces it.
	SaveZoekopdracht(ctx context.Context, g toegang.Grant, gebruiker string, z Zoekopdracht, entry journaal.Entry) error
	// DeleteZoekopdracht removes a search of that user, or is NotFound.
	DeleteZoekopdracht(ctx context.Context, g toegang.Grant, gebruiker, id string, entry journaal.Entry) error
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

// Filter chooses signals; an empty field chooses all.
type Filter struct {
	Status  []Status
	Soort   string
	Gebied  string // this area only
	Binnen  string // this area and all areas inside it
	Niveau  gebied.Niveau
	Vanaf   cijfer.Periode // this month and later
	Politie bool           // only the kinds that measure police activity; without it those are left out
	Alles   bool           // both groups of kinds
}

// zicht is what one visitor may see of the signals: the kinds with their sources.
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

// codes lists the kinds that f is about, by code.
func (z zicht) codes(f Filter) []string {
	list := []string{}
	for code, k := range z.soorten {
		if f.Alles || f.Politie == k.Politie {
			list = append(list, code)
		}
	}
	slices.Sort(list)
	return list
}

// middel is a signal as the gate sees it.
func (z zicht) middel(sig Signaal) toegang.Middel {
	b := z.bronnen[z.soorten[sig.Soort].Bron]
	return toegang.Middel{Soort: "signaal", ID: sig.ID, Verantwoordelijke: z.grant.Verantwoordelijke(), Domein: b.Domein, Openbaar: b.Openbaar,
		Status: string(sig.Status())}
}

// Lijst gives the signals that wie may see and f chooses, newest month first.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor, f Filter) ([]Signaal, error) {
	const op = "signaal.Lijst"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.Signalen(ctx, z.grant, z.codes(f))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return slices.DeleteFunc(list, func(sig Signaal) bool {
		return len(f.Status) > 0 && !slices.Contains(f.Status, sig.Status()) || !f.kiest(sig.Cel())
	}), nil
}

// Volgen gives the cells that did not ring but came close, newest month first and in a month the most unlikely first. The statuses of f do not count: a cell has none.
func (s *Service) Volgen(ctx context.Context, wie toegang.Actor, f Filter) ([]Oordeel, error) {
	const op = "signaal.Volgen"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.OordelenVan(ctx, z.grant, z.codes(f), Volgen, f.Vanaf)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return slices.DeleteFunc(list, func(o Oordeel) bool {
		return !f.kiest(cijfer.Cel{Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode})
	}), nil
}

// kiest tells whether f chooses a cell; the group of its kind has been seen to.
func (f Filter) kiest(c cijfer.Cel) bool {
	_, niveau, _ := gebied.ParseCode(c.Gebied)
	return (f.Soort == "" || f.Soort == c.Soort) &&
		(f.Gebied == "" || f.Gebied == c.Gebied) &&
		(f.Binnen == "" || binnen(c.Gebied, f.Binnen)) &&
		(f.Niveau == "" || f.Niveau == niveau) &&
		c.Periode >= f.Vanaf
}

// binnen tells whether area is whole or lies in it: the digits of a CBS code begin with those of the area around it.
func binnen(area, whole string) bool {
	return area == whole || len(area) > len(whole) && len(whole) > 2 && strings.HasPrefix(area[2:], whole[2:])
}

// Telling says how many series were judged in a month, and how that ended.
type Telling struct {
	Periode                cijfer.Periode
	Rings, Volgen, Rustig  int
	ZonderCijfer, TeWeinig int // no statement: no figure for the month, or not enough past to compare with
}

// Beoordeeld counts the series about which something could be said.
func (t Telling) Beoordeeld() int { return t.Rings + t.Volgen + t.Rustig }

// GeenUitspraak counts the series about which nothing could be said.
func (t Telling) GeenUitspraak() int { return t.ZonderCijfer + t.TeWeinig }

// Stand counts the outcomes of the newest month that was judged, of the group of kinds that f is about.
func (s *Service) Stand(ctx context.Context, wie toegang.Actor, f Filter) (Telling, error) {
	const op = "signaal.Stand"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return Telling{}, domein.Wrap(op, err)
	}
	t, err := s.Store.Telling(ctx, z.grant, z.codes(f))
	return t, domein.Wrap(op, err)
}

// Namen are the areas and kinds that signals are about, for those who show them.
type Namen struct {
	Gebieden []gebied.Gebied // from large to small and by name, without borders
	Soorten  []cijfer.Soort  // monthly counts that wie may see, by code
}

// Namen gives the names of areas and kinds.
func (s *Service) Namen(ctx context.Context, wie toegang.Actor) (Namen, error) {
	const op = "signaal.Namen"
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return Namen{}, domein.Wrap(op, err)
	}
	var n Namen
	for _, code := range z.codes(Filter{Alles: true}) {
		if k := z.soorten[code]; wordtBeoordeeld(k) {
			n.Soorten = append(n.Soorten, k)
		}
	}
	n.Gebieden, err = s.Store.Gebieden(ctx, z.grant, false)
	return n, domein.Wrap(op, err)
}

// haal loads a signal that wie may see and asks the gate for wat. A kind that wie may not see makes it a thing that does not exist.
func (s *Service) haal(ctx context.Context, wie toegang.Actor, id string, wat toegang.Actie) (Signaal, zicht, toegang.Grant, error) {
	z, err := s.zicht(ctx, wie)
	if err != nil {
		return Signaal{}, z, toegang.Grant{}, err
	}
	sig, err := s.Store.Signaal(ctx, z.grant, id)
	if err != nil {
		return Signaal{}, z, toegang.Grant{}, err
	}
	if _, ok := z.soorten[sig.Soort]; !ok {
		return Signaal{}, z, toegang.Grant{}, domein.Missing("signaal")
	}
	grant, err := s.Mag(wie, wat, z.middel(sig))
	return sig, z, grant, err
}
