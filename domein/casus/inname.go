// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package casus

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Inname is the opening of a case from a report that the triage took in.
type Inname struct {
	Melding        string
	Doel           string
	Casusregisseur string
	MagBesluiten   string
	Tweede         string // why a second case, where this household has one
}

// neemInReden is the purpose and ground under which a report that was taken in is opened once more, to make a case of it.
var neemInReden = dossier.Reden{Doel: "weging van een melding", Grondslag: "art. 6 lid 1 onder e AVG"}

// NeemIn makes one case of a report and of those that are joined to it, in one transaction: the data pass from the regime of reports to that of the case by a sharing that
// the ledger shows, and each report says that it was taken in.
func (s *Service) NeemIn(ctx context.Context, wie toegang.Actor, regime dossier.Regime, in Inname) (dossier.Kop, error) {
	const op = "casus.NeemIn"
	o := Opening{Regime: regime, Reden: dossier.Reden{Doel: in.Doel, Grondslag: regime.Wet()}, Casusregisseur: in.Casusregisseur, MagBesluiten: in.MagBesluiten, Tweede: in.Tweede}
	ids := []string{in.Melding}
	for i := 0; i < len(ids); i++ {
		d, daad, err := s.uitMelding(ctx, wie, ids[i], i == 0, &o)
		if err != nil {
			return dossier.Kop{}, domein.Wrap(op, err)
		}
		o.Herkomst = append(o.Herkomst, daad)
		for _, k := range d.Van(melding.Koppeling) {
			if met := k.Waarde("met"); !slices.Contains(ids, met) {
				ids = append(ids, met)
			}
		}
	}
	return s.Open(ctx, wie, o)
}

// uitMelding takes over what a report holds and gives the mutation that marks it as taken in. The first report must have been weighed; those joined to it go along.
func (s *Service) uitMelding(ctx context.Context, wie toegang.Actor, id string, eerste bool, o *Opening) (dossier.Dossier, dossier.Daad, error) {
	const op = "casus.uitMelding"
	sleutel, err := s.Vraag(ctx, wie, id, toegang.MeldingWegen, neemInReden)
	if err != nil {
		return dossier.Dossier{}, dossier.Daad{}, err
	}
	d, err := s.Kluis.Open(ctx, sleutel)
	if err != nil {
		return d, dossier.Daad{}, err
	}
	if d.Soort != dossier.Melding || eerste && d.Status != melding.Wacht || !eerste && d.Status != melding.Ontvangen && d.Status != melding.Wacht {
		return d, dossier.Daad{}, &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Deze melding is niet gewogen, of er is al een casus van gemaakt."}
	}
	nu := s.Nu()
	for _, st := range d.Van(melding.Tekst) {
		if o.Aanleiding != "" {
			o.Aanleiding += "\n\n"
		}
		o.Aanleiding += st.Waarde("aanleiding")
	}
	var mensen []string
	for _, st := range d.Van(melding.Gemelde) {
		mensen = append(mensen, st.ID)
		if !bekend(o.Personen, persoon.UitVelden(st.Waarde)) {
			o.Personen = append(o.Personen, velden(st))
		}
	}
	if o.EersteDag.IsZero() || d.EersteVerwerking.Before(o.EersteDag) {
		o.EersteDag = d.EersteVerwerking
	}
	k := d.Kop
	k.Status, k.Gesloten, k.Versie = melding.Ingenomen, nu, d.Versie+1
	m := dossier.Mutatie{Dossier: id, Kop: &k, Was: d.Versie,
		Sporen: []dossier.Verstrekking{{ID: s.NieuwID(), Dossier: id, Moment: nu, Door: wie.ID, Van: wie.Organisatie, Aan: wie.Organisatie, Categorie: "veiligheid", Vorm: "regimewissel",
			Doel: o.Reden.Doel, Grondslag: o.Reden.Grondslag, Betrokkenen: mensen}}}
	if d.Eigenaar != "" { // a report of another system has no user as its reporter
		m.Berichten = []dossier.Bericht{s.Bericht(d.Eigenaar, "melding.uitkomst", id, id)}
	}
	for _, t := range d.Taken {
		if t.Open() && t.Is("triage") {
			m.Taken = append(m.Taken, t.Af(wie.ID, nu))
		}
	}
	return d, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m}, nil
}

// bekend tells whether a person of another report is already among those of the case.
func bekend(personen []map[string]string, p persoon.Persoon) bool {
	return slices.ContainsFunc(personen, func(velden map[string]string) bool {
		return persoon.Vergelijk(persoon.UitVelden(func(naam string) string { return velden[naam] }), p).Sterk
	})
}

// velden gives an identity as fields of a new piece. Who may see a secret address is named anew in the case; until then only the casusregisseur.
func velden(st dossier.Stuk) map[string]string {
	m := map[string]string{}
	for _, naam := range persoon.Velden {
		if w := st.Waarde(naam); w != "" {
			m[naam] = w
		}
	}
	return m
}

// eersteDag is used where a case begins without a report.
func eersteDag(o Opening, nu termijn.Moment) termijn.Date {
	if o.EersteDag.IsZero() {
		return nu.Date()
	}
	return o.EersteDag
}
