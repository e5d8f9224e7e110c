// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Beeld is a case as one member of its circle may see it.
type Beeld struct {
	dossier.Dossier
	Waarom        string // why he sees it, with purpose and ground
	Doel          string
	Grondslag     string
	Functie       string
	Houder        dossier.Zicht          // who has sight on safety now
	Botsingen     []Botsing              // interventions that do not go together
	Uitzonderlijk bool                   // he sees it by an emergency access
	Kan           map[toegang.Actie]bool // what he may do here, for the buttons
}

// Toon shows a case.
func (s *Service) Toon(ctx context.Context, wie toegang.Actor, id string) (Beeld, error) {
	const op = "casus.Toon"
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusInzien)
	if err != nil {
		return Beeld{}, domein.Wrap(op, err)
	}
	return s.beeld(wie, d, sleutel), nil
}

func (s *Service) beeld(wie toegang.Actor, d dossier.Dossier, sleutel dossier.Sleutel) Beeld {
	nu := s.Nu()
	b := Beeld{Dossier: Zeef(d, sleutel.Lid, wie.ID, nu), Waarom: sleutel.Reden(), Doel: sleutel.Grant.Doel(), Grondslag: sleutel.Grant.Grondslag(),
		Functie: sleutel.Lid.Functie, Uitzonderlijk: sleutel.Lid.Functie == "", Kan: map[toegang.Actie]bool{}}
	b.Houder, _ = d.ZichtOp(nu)
	b.Botsingen = Botsen(b.Van(Interventie))
	for _, a := range []toegang.Actie{toegang.CasusBijdragen, toegang.CasusBewerken, toegang.CasusRegie, toegang.CasusKring, toegang.CasusOverdragen, toegang.CasusSluiten,
		toegang.CasusDelen, toegang.CasusExporteren, toegang.KnoopInbrengen} {
		b.Kan[a] = s.Poort.May(toegang.Vraag{Wie: wie, Wat: a, Waarop: sleutel.Middel(wie.Verantwoordelijke, nu), Doel: b.Doel, Grondslag: b.Grondslag, Nu: nu.Time()})
	}
	return b
}

// Zeef leaves out what a member of the circle may not see: pieces for other organisations, what is not valid any more, and a secret address of which he is not named. An
// emergency access sees what concerns safety and no secret address.
func Zeef(d dossier.Dossier, lid dossier.Lid, wie string, nu termijn.Moment) dossier.Dossier {
	mag := func(st dossier.Stuk) bool { return zichtbaar(st, lid, nu) }
	d.Stukken = schuilen(slices.DeleteFunc(slices.Clone(d.Stukken), func(st dossier.Stuk) bool { return !mag(st) }), wie)
	toegestaan := map[string]bool{}
	for _, st := range d.Stukken {
		toegestaan[st.Soort+"|"+st.ID] = true
	}
	d.Historie = schuilen(slices.DeleteFunc(slices.Clone(d.Historie), func(st dossier.Stuk) bool { return !toegestaan[st.Soort+"|"+st.ID] }), wie)
	return d
}

// zichtbaar tells whether a piece is for the organisation of a member and still valid. Its writer always sees it.
func zichtbaar(st dossier.Stuk, lid dossier.Lid, nu termijn.Moment) bool {
	if tot := st.Datum("geldig_tot"); !tot.IsZero() && !nu.Before(tot.End()) {
		return false
	}
	voor := st.Waarden("zichtbaar")
	if len(voor) == 0 || st.Wie == lid.Gebruiker && lid.Gebruiker != "" {
		return true
	}
	return slices.Contains(voor, lid.Organisatie) && lid.Functie != ""
}

// schuilen takes secret addresses out of pieces for whoever is not named in them.
func schuilen(list []dossier.Stuk, wie string) []dossier.Stuk {
	for i, st := range list {
		if st.Soort == Betrokkene && st.Waarde("adres_geheim") == "ja" && !slices.Contains(st.Waarden("genoemd"), wie) {
			velden := map[string]domein.Veld{}
			for naam, v := range st.Velden {
				if !slices.Contains([]string{"straat", "huisnummer", "postcode", "plaats", "telefoon"}, naam) {
					velden[naam] = v
				}
			}
			list[i].Velden = velden
		}
	}
	return list
}

// ZoekTekst finds cases by a name, a name with a birth year or date, a postcode with a number, or a BSN: within one's own circles only, one regime after the other.
func (s *Service) ZoekTekst(ctx context.Context, wie toegang.Actor, tekst string) ([]dossier.Kop, error) {
	const op = "casus.ZoekTekst"
	grant, err := s.lijstgrant(wie)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var koppen []dossier.Kop
	for _, regime := range []dossier.Regime{dossier.PGA, dossier.ZVH} {
		list, err := s.Store.Zoek(ctx, grant, regime, persoon.Zoekvraag(tekst), s.Nu())
		if err != nil {
			return nil, domein.Wrap(op, err)
		}
		for _, t := range list {
			koppen = append(koppen, t.Kop)
		}
	}
	koppen = koppen[:min(len(koppen), PerBladzijde)]
	return koppen, domein.Wrap(op, s.lijstblik(ctx, grant, koppen))
}
