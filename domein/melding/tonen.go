// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// maxRijen is how many reports one list shows.
const maxRijen = 200

// Lijst gives the reports that wait for a decision, to the procesregisseur; to others those that they made themselves, with how far they are.
func (s *Service) Lijst(ctx context.Context, wie toegang.Actor) ([]dossier.Kop, error) {
	const op = "melding.Lijst"
	grant, err := s.Mag(wie, toegang.MeldingWegen, middel(wie.Verantwoordelijke, "", ""))
	if err == nil {
		list, err := s.Store.MetStatus(ctx, grant, dossier.Melding, []string{Ontvangen, Wacht}, maxRijen)
		if err != nil {
			return nil, domein.Wrap(op, err)
		}
		return list, domein.Wrap(op, s.lijstblik(ctx, grant, list))
	}
	grant, err = s.Mag(wie, toegang.MeldingLezen, middel(wie.Verantwoordelijke, "", wie.ID))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list, err := s.Store.VanEigenaar(ctx, grant, dossier.Melding, wie.ID, maxRijen)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	return list, domein.Wrap(op, s.lijstblik(ctx, grant, list))
}

// Rij is a report on the weekly list: codes and days, and no word of its content.
type Rij struct {
	dossier.Kop
	Deur    Deur
	Samen   bool           // it is weighed together with another
	Vervalt termijn.Moment // of its task of triage; zero where a report that it was joined to has the task
	TeLaat  bool
	Van     Berichtsoort
}

// Triage gives the weekly list: first what is weighed together, then by the end of the term. What waits for a case comes last.
func (s *Service) Triage(ctx context.Context, wie toegang.Actor) ([]Rij, error) {
	const op = "melding.Triage"
	grant, err := s.Mag(wie, toegang.MeldingWegen, middel(wie.Verantwoordelijke, "", ""))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	koppen, err := s.Store.MetStatus(ctx, grant, dossier.Melding, []string{Ontvangen, Wacht}, maxRijen)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	taken, err := s.Store.TriageTaken(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	ids := make([]string, len(koppen))
	for i, k := range koppen {
		ids[i] = k.ID
	}
	ingangen, err := s.Store.Ingangen(ctx, grant, nil, ids)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	list := make([]Rij, len(koppen))
	for i, k := range koppen {
		list[i] = Rij{Kop: k}
		for _, in := range ingangen {
			if in.Dossier == k.ID {
				list[i].Deur, list[i].Van = in.Deur, in.Soort
			}
		}
		for _, t := range taken {
			if t.Dossier == k.ID {
				list[i].Samen, list[i].Vervalt, list[i].TeLaat = t.Soort == "triage.samen", t.Vervalt, t.TeLaat(s.Nu())
			}
		}
	}
	slices.SortStableFunc(list, Rij.rang)
	return list, domein.Wrap(op, s.lijstblik(ctx, grant, koppen))
}

// rang orders the weekly list.
func (r Rij) rang(o Rij) int {
	groep := func(x Rij) int {
		switch {
		case x.Samen:
			return 0
		case x.Status == Wacht:
			return 2
		}
		return 1
	}
	switch a, b := groep(r), groep(o); {
	case a != b:
		return a - b
	case r.Vervalt.Before(o.Vervalt):
		return -1
	case o.Vervalt.Before(r.Vervalt):
		return 1
	}
	return 0
}

// Beeld is a report as its reader may see it. Voorstellen and Verwanten are for the procesregisseur only: a reporter learns nothing of another.
type Beeld struct {
	dossier.Dossier
	Doel, Grondslag string
	Weegt           bool
	Voorstellen     []Voorstel
	Verwanten       []Verwant
	Gekoppeld       []dossier.Stuk
	Verborgen       bool   // it holds a secret address of which the reader is not named
	Stand           *Stand // of a transfer from Veilig Thuis
}

// Toon shows a report to its reporter or to the procesregisseur.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "melding.Toon"
	sleutel, err := s.vraag(ctx, wie, id, toegang.MeldingLezen)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	b := Beeld{Dossier: d, Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag(), Weegt: slices.Contains(wie.Rollen, toegang.Procesregisseur)}
	b.Stukken, b.Verborgen = verberg(d.Stukken, wie.ID)
	b.Historie = nil // former versions hold what is hidden here
	if !b.Weegt {
		return b, nil
	}
	b.Gekoppeld = d.Van(Koppeling)
	if b.Voorstellen, err = s.voorstellen(ctx, wie, sleutel.Grant, d); err != nil {
		return b, domein.Wrap(op, err)
	}
	tenant, err := s.Store.Verantwoordelijke(ctx, wie.Verantwoordelijke)
	if err != nil {
		return b, domein.Wrap(op, err)
	}
	if b.Verwanten, err = s.verwanten(ctx, wie, sleutel.Grant, regimeVan(tenant), d); err != nil {
		return b, domein.Wrap(op, err)
	}
	b.Stand, err = s.stand(ctx, sleutel.Grant, id)
	return b, domein.Wrap(op, err)
}

// regimeVan is the body of law under which the cases of a controller live.
func regimeVan(v gebied.Verantwoordelijke) dossier.Regime {
	if v.Soort == gebied.VanZVH {
		return dossier.ZVH
	}
	return dossier.PGA
}

// schuil are the fields that lead to a secret address.
var schuil = []string{"straat", "huisnummer", "postcode", "plaats", "telefoon", "mailadres"}

// verberg leaves out of the people what leads to a secret address of which wie is not named, and tells whether it did.
func verberg(stukken []dossier.Stuk, wie string) (list []dossier.Stuk, verborgen bool) {
	for _, st := range stukken {
		if st.Soort == Gemelde && st.Waarde("adres_geheim") == "ja" && !slices.Contains(st.Waarden("genoemd"), wie) {
			velden := map[string]domein.Veld{}
			for naam, v := range st.Velden {
				if !slices.Contains(schuil, naam) {
					velden[naam] = v
				}
			}
			st.Velden, verborgen = velden, true
		}
		list = append(list, st)
	}
	return list, verborgen
}

// NeemOpNaam names the procesregisseur who treats a report, with his reason: from here he may see the secret addresses in it, and the history says so.
func (s *Service) NeemOpNaam(ctx context.Context, wie toegang.Actor, id, waarom string) error {
	const op = "melding.NeemOpNaam"
	sleutel, err := s.vraag(ctx, wie, id, toegang.MeldingWegen)
	if err != nil {
		return domein.Wrap(op, err)
	}
	if waarom = strings.TrimSpace(waarom); len([]rune(waarom)) < 10 {
		return domein.Refuse(op, "De melding staat nog niet op uw naam.", []domein.Fault{{Veld: "waarom", Melding: "Schrijf in een zin waarom u het adres nodig hebt (minstens 10 tekens)."}})
	}
	d, err := s.Open(ctx, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	k := d.Kop
	k.Procesregisseur, k.Versie = wie.ID, d.Versie+1
	m := dossier.Mutatie{Dossier: id, Kop: &k, Was: d.Versie}
	for _, st := range d.Van(Gemelde) {
		if names := st.Waarden("genoemd"); st.Waarde("adres_geheim") == "ja" && !slices.Contains(names, wie.ID) {
			m.Stukken = append(m.Stukken, st.Zet(wie.ID, s.Nu(), map[string]string{"genoemd": strings.Join(append(names, wie.ID), " "), "genoemd_waarom": waarom}))
		}
	}
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m}))
}
