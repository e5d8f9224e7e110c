// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// Criteria are the national criteria for admission: the first three together, or the fourth alone.
var Criteria = []struct{ Code, Naam string }{
	{"problemen", "Er zijn problemen op meer dan een leefgebied, die tot strafbaar gedrag, overlast of afglijden leiden of zullen leiden."},
	{"ketens", "Samenwerking tussen ketens is nodig: dwang en drang samen. Gewone samenwerking binnen een keten is niet genoeg."},
	{"omgeving", "De problemen raken het gezin of de omgeving, en andersom."},
	{"lokaal", "Er is een ernstig lokaal veiligheidsprobleem dat een aanpak over ketens heen vraagt."},
}

// Weging is how the procesregisseur weighs a report.
type Weging struct {
	Criteria       map[string]string // code to "ja" or "nee"
	Motivering     map[string]string // code to why
	Rechtmatig     string            // "ja": purpose, ground and necessity of taking it in were checked
	Uitkomst       string            // "in", "niet in", or "nader": it stays in the triage for further inquiry
	Advies         string            // for the reporter, or what is still to be found out
	Doorverwijzing string            // code of Doorverwijzingen; empty: nowhere else
}

// Doorverwijzingen are the desks where a household can be better off.
var Doorverwijzingen = []struct{ Code, Naam string }{
	{"sociaal_team", "het sociaal team"}, {"veilig_thuis", "Veilig Thuis"}, {"ggz", "de geestelijke gezondheidszorg"}, {"wijkagent", "de wijkagent"},
	{"ander_samenwerkingsverband", "een ander samenwerkingsverband"}, {"melder", "de melder zelf"},
}

func (w Weging) faults() []domein.Fault {
	var list []domein.Fault
	for _, c := range Criteria {
		if w.Criteria[c.Code] != "ja" && w.Criteria[c.Code] != "nee" {
			list = append(list, domein.Fault{Veld: c.Code, Melding: "Kies ja of nee."})
		}
		if strings.TrimSpace(w.Motivering[c.Code]) == "" {
			list = append(list, domein.Fault{Veld: c.Code + "_motivering", Melding: "Schrijf waarom."})
		}
	}
	if w.Doorverwijzing != "" && !slices.ContainsFunc(Doorverwijzingen, func(d struct{ Code, Naam string }) bool { return d.Code == w.Doorverwijzing }) {
		list = append(list, domein.Fault{Veld: "doorverwijzing", Melding: "Kies een plek uit de lijst."})
	}
	voldoet := w.Criteria["problemen"] == "ja" && w.Criteria["ketens"] == "ja" && w.Criteria["omgeving"] == "ja" || w.Criteria["lokaal"] == "ja"
	switch {
	case w.Uitkomst != "in" && w.Uitkomst != "niet in" && w.Uitkomst != "nader":
		list = append(list, domein.Fault{Veld: "uitkomst", Melding: "Kies of de melding wordt ingenomen."})
	case w.Uitkomst == "in" && !voldoet:
		list = append(list, domein.Fault{Veld: "uitkomst", Melding: "De criteria geven geen reden om deze melding in te nemen."})
	case w.Uitkomst == "in" && w.Rechtmatig != "ja":
		list = append(list, domein.Fault{Veld: "rechtmatig", Melding: "Zonder toets op rechtmatigheid kan een melding niet worden ingenomen."})
	case w.Uitkomst != "in" && strings.TrimSpace(w.Advies) == "":
		list = append(list, domein.Fault{Veld: "advies", Melding: "Schrijf wat de melder nu het beste kan doen, of wat nog moet worden uitgezocht."})
	}
	return list
}

// Weeg records the decision of the triage, for a report and for those that are joined to it. The reporters hear the outcome, and nothing of the weighing.
func (s *Service) Weeg(ctx context.Context, wie toegang.Actor, id string, w Weging) error {
	const op = "melding.Weeg"
	var daden []dossier.Daad
	ids := []string{id}
	for i := 0; i < len(ids); i++ {
		sleutel, err := s.vraag(ctx, wie, ids[i], toegang.MeldingWegen)
		if err != nil {
			return domein.Wrap(op, err)
		}
		d, err := s.Open(ctx, sleutel)
		if err != nil {
			return domein.Wrap(op, err)
		}
		if d.Status != Ontvangen {
			return &domein.Error{Kind: domein.Conflict, Op: op, Melding: "Over deze melding is al beslist."}
		}
		if err := domein.Refuse(op, "Deze weging is nog niet vastgelegd.", w.faults()); err != nil {
			return err
		}
		m, err := s.gewogen(d, wie, w)
		if err != nil {
			return domein.Wrap(op, err)
		}
		daden = append(daden, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: m})
		for _, k := range d.Van(Koppeling) {
			if met := k.Waarde("met"); !slices.Contains(ids, met) {
				ids = append(ids, met)
			}
		}
	}
	return domein.Wrap(op, s.Bewaar(ctx, daden...))
}

// statuscodes are what CORV calls a decision of a Zorg- en Veiligheidshuis: as a case, further inquiry in the triage, settled otherwise. It has none for a gemeente.
var statuscodes = map[string]string{"in": "ZVH-01", "nader": "ZVH-02", "niet in": "ZVH-03"}

// gewogen is what a decision changes in one report.
func (s *Service) gewogen(d dossier.Dossier, wie toegang.Actor, w Weging) (dossier.Mutatie, error) {
	nu, k := s.Nu(), d.Kop
	k.Procesregisseur, k.Versie = wie.ID, d.Versie+1
	velden := map[string]string{"rechtmatig": w.Rechtmatig, "uitkomst": w.Uitkomst, "advies": w.Advies, "doorverwijzing": w.Doorverwijzing}
	for _, c := range Criteria {
		velden[c.Code], velden[c.Code+"_motivering"] = w.Criteria[c.Code], w.Motivering[c.Code]
	}
	m := dossier.Mutatie{Dossier: d.ID, Kop: &k, Was: d.Versie, Stukken: []dossier.Stuk{dossier.NieuwStuk(Weegstuk, s.NieuwID(), wie.ID, nu, velden)}}
	switch w.Uitkomst {
	case "in":
		k.Status = Wacht
	case "niet in":
		k.Status, k.Gesloten = NietIngenomen, nu
	case "nader":
		contact, err := termijn.Geldend(termijn.ContactMelder, nu.Date())
		if err != nil {
			return m, err
		}
		for _, t := range d.Taken {
			if t.Open() && t.Is("triage") {
				t.Vervalt = contact.Vanaf(nu)
				m.Taken = append(m.Taken, t)
			}
		}
	}
	if w.Uitkomst != "nader" {
		m.Taken = s.sluitTriage(d, wie.ID)
	}
	if d.Eigenaar != "" {
		m.Berichten = []dossier.Bericht{s.Bericht(d.Eigenaar, "melding.uitkomst", d.ID, d.ID)}
	}
	if a := leesKop(d); a.Deur == CORV && a.Terugkoppelen && a.Bestemming == VoorZVH {
		m.Taken = append(m.Taken, s.Taak(d.ID, TaakUitkomst, dossier.Bode, statuscodes[w.Uitkomst], nu))
	}
	return m, nil
}
