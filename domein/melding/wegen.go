// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package melding

import (
	"context"
	"slices"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
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
	Criteria   map[string]string // code to "ja" or "nee"
	Rechtmatig string            // "ja": purpose, ground and necessity of taking it in were checked
	Uitkomst   string            // "in" or "niet in"
	Advies     string            // for the reporter
}

func (w Weging) faults() []domein.Fault {
	var list []domein.Fault
	for _, c := range Criteria {
		if w.Criteria[c.Code] != "ja" && w.Criteria[c.Code] != "nee" {
			list = append(list, domein.Fault{Veld: c.Code, Melding: "Kies ja of nee."})
		}
	}
	voldoet := w.Criteria["problemen"] == "ja" && w.Criteria["ketens"] == "ja" && w.Criteria["omgeving"] == "ja" || w.Criteria["lokaal"] == "ja"
	switch {
	case w.Uitkomst != "in" && w.Uitkomst != "niet in":
		list = append(list, domein.Fault{Veld: "uitkomst", Melding: "Kies of de melding wordt ingenomen."})
	case w.Uitkomst == "in" && !voldoet:
		list = append(list, domein.Fault{Veld: "uitkomst", Melding: "De criteria geven geen reden om deze melding in te nemen."})
	case w.Uitkomst == "in" && w.Rechtmatig != "ja":
		list = append(list, domein.Fault{Veld: "rechtmatig", Melding: "Zonder toets op rechtmatigheid kan een melding niet worden ingenomen."})
	case w.Uitkomst == "niet in" && strings.TrimSpace(w.Advies) == "":
		list = append(list, domein.Fault{Veld: "advies", Melding: "Schrijf wat de melder nu het beste kan doen."})
	}
	return list
}

// Weeg records the decision of the triage on a report and on those that are joined to it: they are one household, so each reporter hears the outcome, and nothing of the
// weighing.
func (s *Service) Weeg(ctx context.Context, wie toegang.Actor, id string, w Weging) error {
	const op = "melding.Weeg"
	ids := []string{id}
	var daden []dossier.Daad
	for i := 0; i < len(ids); i++ {
		sleutel, err := s.Vraag(ctx, wie, ids[i], toegang.MeldingWegen, reden(toegang.MeldingWegen))
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
		daden = append(daden, dossier.Daad{Grant: sleutel.Grant, Soort: dossier.Melding, Zout: d.Zout, Mutatie: s.besluit(wie, d, w)})
		for _, k := range d.Van(Koppeling) {
			if met := k.Waarde("met"); !slices.Contains(ids, met) {
				ids = append(ids, met)
			}
		}
	}
	if err := domein.Refuse(op, "Deze weging is nog niet vastgelegd.", w.faults()); err != nil {
		return err
	}
	return domein.Wrap(op, s.Bewaar(ctx, daden...))
}

// besluit is what the decision changes in one report.
func (s *Service) besluit(wie toegang.Actor, d dossier.Dossier, w Weging) dossier.Mutatie {
	nu, k := s.Nu(), d.Kop
	k.Status, k.Versie = map[string]string{"in": Wacht, "niet in": NietIngenomen}[w.Uitkomst], d.Versie+1
	if w.Uitkomst == "niet in" {
		k.Gesloten = nu
	}
	velden := map[string]string{"rechtmatig": w.Rechtmatig, "uitkomst": w.Uitkomst, "advies": w.Advies}
	for code, x := range w.Criteria {
		velden[code] = x
	}
	return dossier.Mutatie{Dossier: d.ID, Kop: &k, Was: d.Versie, Stukken: []dossier.Stuk{dossier.NieuwStuk(Weegstuk, s.NieuwID(), wie.ID, nu, velden)}, Taken: s.sluitTriage(d, wie.ID),
		Berichten: []dossier.Bericht{s.Bericht(d.Eigenaar, "melding.uitkomst", d.ID, d.ID)}}
}
