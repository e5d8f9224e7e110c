// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package deling

import (
	"context"
	"maps"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// TaakGronden is the task of whoever took over the direction of a case: to look at each legal basis that the circle and the sharing of his predecessor rest on (S11).
const TaakGronden = "gronden"

// Herziening is the kind of piece that says what became of them.
const Herziening = "herziening"

// What can become of a legal basis.
const (
	Behouden    = "behouden"   // it stays as it was given
	Vernieuwen  = "vernieuwen" // it is given anew, by the new casusregisseur and with his reason
	Beeindigen  = "beeindigen" // it ends now, with what hangs on it
	zonderEinde = "heeft het zicht op veiligheid. Draag dat eerst over, of kies behouden of vernieuwen."
)

// OudeGrond is one legal basis of the former arrangement: a place in the circle or something that is still shared.
type OudeGrond struct {
	Sleutel         string // "lid.agent", "spoor.019a…"
	Gebruiker       string // of the place, or the receiver; empty where it went out on paper
	Aan             string // organisation
	Doel, Grondslag string
	Sinds           termijn.Moment
	Gedeeld         bool
}

// OudeGronden lists what the new casusregisseur looks at. His own place and that of the procesregisseur come with their task and are not among it.
func OudeGronden(d dossier.Dossier, nu termijn.Moment) []OudeGrond {
	var list []OudeGrond
	for _, l := range d.Kring(nu) {
		if l.Gebruiker != d.Casusregisseur && l.Gebruiker != d.Procesregisseur {
			list = append(list, OudeGrond{"lid." + l.Gebruiker, l.Gebruiker, l.Organisatie, l.Doel, l.Grondslag, l.Van, false})
		}
	}
	for _, v := range d.Sporen {
		if v.Loopt(nu) && (v.Ontvanger != "" || v.Vorm == Stelsel) {
			list = append(list, OudeGrond{"spoor." + v.ID, v.Ontvanger, v.Aan, v.Doel, v.Grondslag, v.Moment, true})
		}
	}
	return list
}

// metTaak opens a case for whoever is to look at its legal bases.
func (s *Service) metTaak(ctx context.Context, wie toegang.Actor, id string) (dossier.Dossier, dossier.Sleutel, dossier.Taak, error) {
	d, sleutel, err := s.VraagEnOpen(ctx, wie, id, toegang.CasusKring)
	if err != nil {
		return d, sleutel, dossier.Taak{}, err
	}
	i := slices.IndexFunc(d.Taken, func(t dossier.Taak) bool { return t.Open() && t.Soort == TaakGronden && t.Houder == wie.ID })
	if i < 0 {
		return d, sleutel, dossier.Taak{}, domein.Missing("deling.metTaak")
	}
	return d, sleutel, d.Taken[i], nil
}

// TeHerzien lists the legal bases that wie is to look at.
func (s *Service) TeHerzien(ctx context.Context, wie toegang.Actor, id string) (dossier.Dossier, []OudeGrond, error) {
	d, _, _, err := s.metTaak(ctx, wie, id)
	return d, OudeGronden(d, s.Nu()), domein.Wrap("deling.TeHerzien", err)
}

// Herzie does what wie chose for each legal basis, all in one transaction. noodzaak is his reason for what is given anew.
func (s *Service) Herzie(ctx context.Context, wie toegang.Actor, id string, keuzes map[string]string, noodzaak string) error {
	const op = "deling.Herzie"
	d, sleutel, taak, err := s.metTaak(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	nu := s.Nu()
	list := OudeGronden(d, nu)
	if err := domein.Refuse(op, "Dit is nog niet vastgelegd.", keuzefaults(d, list, keuzes, noodzaak, nu)); err != nil {
		return err
	}
	m := dossier.Mutatie{Dossier: id, Taken: []dossier.Taak{taak.Af(wie.ID, nu)}}
	uitkomst := map[string]string{"noodzaak": noodzaak}
	for _, g := range list {
		uitkomst[keuzes[g.Sleutel]] = strings.TrimSpace(uitkomst[keuzes[g.Sleutel]] + " " + g.Sleutel)
		switch keuzes[g.Sleutel] {
		case Beeindigen:
			s.beeindig(&m, d, g, nu)
		case Vernieuwen:
			s.vernieuw(&m, d, g, wie, nu)
		}
	}
	m.Stukken = append(m.Stukken, dossier.NieuwStuk(Herziening, s.NieuwID(), wie.ID, nu, uitkomst))
	return domein.Wrap(op, s.Bewaar(ctx, dossier.Daad{Grant: sleutel.Grant, Soort: d.Soort, Zout: d.Zout, Mutatie: m}))
}

func keuzefaults(d dossier.Dossier, list []OudeGrond, keuzes map[string]string, noodzaak string, nu termijn.Moment) []domein.Fault {
	var faults []domein.Fault
	houder, _ := d.ZichtOp(nu)
	for _, g := range list {
		switch keuze := keuzes[g.Sleutel]; {
		case !slices.Contains([]string{Behouden, Vernieuwen, Beeindigen}, keuze):
			faults = append(faults, domein.Fault{Veld: g.Sleutel, Melding: "Kies of deze grondslag blijft, opnieuw begint of eindigt."})
		case keuze == Beeindigen && !g.Gedeeld && g.Gebruiker == houder.Houder:
			faults = append(faults, domein.Fault{Veld: g.Sleutel, Melding: "Deze persoon " + zonderEinde})
		}
	}
	if TeKort(noodzaak) && slices.Contains(slices.Collect(maps.Values(keuzes)), Vernieuwen) {
		faults = append(faults, domein.Fault{Veld: "noodzaak", Melding: "Schrijf waarom dit nodig blijft (minstens 20 tekens)."})
	}
	return faults
}

func (s *Service) beeindig(m *dossier.Mutatie, d dossier.Dossier, g OudeGrond, nu termijn.Moment) {
	if !g.Gedeeld {
		uit(m, d, g.Gebruiker, nu)
		return
	}
	for _, v := range d.Sporen {
		if "spoor."+v.ID == g.Sleutel && !slices.ContainsFunc(m.Sporen, func(x dossier.Verstrekking) bool { return x.ID == v.ID }) {
			v.Tot = nu
			m.Sporen = append(m.Sporen, v)
		}
	}
}

// vernieuw ends a place or a sharing and begins it again in the same moment, by the new casusregisseur.
func (s *Service) vernieuw(m *dossier.Mutatie, d dossier.Dossier, g OudeGrond, wie toegang.Actor, nu termijn.Moment) {
	for _, l := range d.Kring(nu) {
		if "lid."+l.Gebruiker == g.Sleutel {
			l.Tot = nu
			nieuw := l
			nieuw.Van, nieuw.Tot, nieuw.Door = nu, termijn.Moment{}, wie.ID
			m.Leden = append(m.Leden, l, nieuw)
		}
	}
	for _, v := range d.Sporen {
		if st, err := d.Stuk(Verstrekt, v.ID); err == nil && "spoor."+v.ID == g.Sleutel {
			nieuw := v
			nieuw.ID, nieuw.Moment, nieuw.Door = s.NieuwID(), nu, wie.ID
			v.Tot = nu
			m.Sporen = append(m.Sporen, v, nieuw)
			if v.Vorm == Stelsel { // the network knows it by its former id
				m.Taken = append(m.Taken, s.Taak(d.ID, TaakMelden, dossier.Bode, nieuw.ID, nu))
			}
			velden := map[string]string{}
			for naam, w := range st.Velden {
				velden[naam] = w.Waarde
			}
			m.Stukken = append(m.Stukken, dossier.NieuwStuk(Verstrekt, nieuw.ID, wie.ID, nu, velden))
		}
	}
}
