// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bewaring

import (
	"context"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/toegang"
)

// Vernietigd is the status of a dossier of which nothing is left but pieces that are held back.
const Vernietigd = "vernietigd"

// meeste is how many dossiers one approval may name: more than anybody can judge at once.
const meeste = 200

// Verklaring is what remains of a dossier that was destroyed: the verklaring van vernietiging.
type Verklaring struct {
	Dossier, Codenaam, Regel, Door string
	Soort                          dossier.Soort
	Regime                         dossier.Regime
	Stukken                        int // versions of pieces that were destroyed
	Vastgehouden                   int // versions that are still held back
	Moment                         termijn.Moment
	Volgnr                         int64 // of the entry in the journal
}

// HoudVast keeps a dossier from destruction, or one piece of it, with the reason.
func (s *Service) HoudVast(ctx context.Context, wie toegang.Actor, v Vasthouding) error {
	const op = "bewaring.HoudVast"
	grant, err := s.Mag(wie, toegang.BewaringVasthouden, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if (v.Soort == "") != (v.Stuk == "") {
		faults = append(faults, domein.Fault{Veld: "stuk", Melding: "Kies welk stuk bewaard moet blijven."})
	}
	if !slices.Contains(Redenen, v.Reden) {
		faults = append(faults, domein.Fault{Veld: "reden", Melding: "Kies waarom dit bewaard moet blijven."})
	}
	if err := domein.Refuse(op, "Dit is niet vastgehouden.", faults); err != nil {
		return err
	}
	v.Door, v.Moment = wie.ID, s.Nu()
	entry, err := s.Entry(grant, "dossier", v.Dossier, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveVasthouding(ctx, grant, v, entry))
}

// GeefVrij ends that. Only what was held back can be set free; Reden is not looked at.
func (s *Service) GeefVrij(ctx context.Context, wie toegang.Actor, v Vasthouding) error {
	const op = "bewaring.GeefVrij"
	grant, err := s.Mag(wie, toegang.BewaringVasthouden, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	entry, err := s.Entry(grant, "dossier", v.Dossier, "vrij")
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.DeleteVasthouding(ctx, grant, v, entry))
}

// Verleng keeps a case of a Zorg- en Veiligheidshuis longer than five years after its first processing, by one decision with a reason. Each is counted: the Raad van State
// warned of extension upon extension.
func (s *Service) Verleng(ctx context.Context, wie toegang.Actor, id, reden string) error {
	const op = "bewaring.Verleng"
	grant, err := s.Mag(wie, toegang.BewaringVasthouden, middel(wie))
	if err != nil {
		return domein.Wrap(op, err)
	}
	c, _, _, err := s.Dossier(ctx, wie, id)
	if err != nil {
		return domein.Wrap(op, err)
	}
	var faults []domein.Fault
	if c == nil || c.Regime != dossier.ZVH || c.Status == Vernietigd {
		faults = append(faults, domein.Fault{Melding: "Alleen de termijn van een casus van een Zorg- en Veiligheidshuis kan worden verlengd."})
	}
	if !slices.Contains(VerlengRedenen, reden) {
		faults = append(faults, domein.Fault{Veld: "reden", Melding: "Kies waarom langer bewaren nodig is."})
	}
	if err := domein.Refuse(op, "De termijn is niet verlengd.", faults); err != nil {
		return err
	}
	regel, err := termijn.Geldend(termijn.BewaarZVHVerlenging, s.Nu().Date())
	if err != nil {
		return domein.Wrap(op, err)
	}
	v := Verlenging{Dossier: id, Nr: len(c.Verlengd) + 1, Tot: regel.VanafDag(c.Tot), Reden: reden, Door: wie.ID, Moment: s.Nu()}
	entry, err := s.Entry(grant, "dossier", id, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	return domein.Wrap(op, s.Store.SaveVerlenging(ctx, grant, v, entry))
}

// KeurGoed destroys what the archivist approved of the list. The program proposed it, so nobody approves his own proposal. What is not due, or held back, is refused as a
// whole. Each dossier gets an entry of its own in the journal, to which its certificate refers.
func (s *Service) KeurGoed(ctx context.Context, wie toegang.Actor, ids []string) ([]Verklaring, error) {
	const op = "bewaring.KeurGoed"
	grant, err := s.Mag(wie, toegang.BewaringGoedkeuren, middel(wie))
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	if len(ids) == 0 || len(ids) > meeste {
		return nil, domein.Refuse(op, "Er is niets vernietigd.", []domein.Fault{{Veld: "dossier", Melding: "Kies wat u goedkeurt, hoogstens 200 dossiers tegelijk."}})
	}
	list, err := s.kandidaten(ctx, grant)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	var weg []Verklaring
	var entries []journaal.Entry
	for _, id := range ids {
		i := slices.IndexFunc(list, func(c Kandidaat) bool { return c.ID == id && c.Moet })
		if i < 0 {
			return nil, domein.Refuse(op, "Er is niets vernietigd.", []domein.Fault{{Veld: "dossier", Melding: "Kies alleen dossiers waarvan de termijn voorbij is en die niemand vasthoudt."}})
		}
		c := list[i]
		v := Verklaring{Dossier: c.ID, Codenaam: c.Codenaam, Soort: c.Kop.Soort, Regime: c.Regime, Regel: c.Regel.Code, Door: wie.ID, Moment: s.Nu()}
		entry, err := s.Entry(grant, "vernietiging", id, v)
		if err != nil {
			return nil, domein.Wrap(op, err)
		}
		weg, entries = append(weg, v), append(entries, entry)
	}
	if err := s.Store.Vernietig(ctx, grant, weg, entries); err != nil {
		return nil, domein.Wrap(op, err)
	}
	if s.Na != nil {
		if err := s.Na(ctx); err != nil {
			return weg, domein.Wrap(op, err)
		}
	}
	return weg, nil
}
