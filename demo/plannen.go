// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"cmp"
	"context"
	"fmt"
	"maps"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/verband"
	"dwarsverband/toegang"
)

// planWaarden are the fields of one thing as a user fills them in.
type planWaarden = map[string]string

// planboek is all plans and ties of one tenant. A sleutel names a thing within the book; its id is made when it is written.
type planboek struct {
	plannen   []planTabel
	verbanden []verbandTabel
}

type planTabel struct {
	sleutel, ouder string
	soort          plan.Soort
	merk           string
	velden         planWaarden
	prioriteiten   []prioriteitTabel
	doelen         []doelTabel
	acties         []actieTabel
	besluit        plan.Besluit // zero: the plan stays a draft; an amendment names its goal by sleutel
}

type prioriteitTabel struct {
	sleutel string
	velden  planWaarden
}

// doelTabel is a goal. Without owners of its own it has those of its priority.
type doelTabel struct {
	sleutel, prioriteit string
	velden              planWaarden
	indicatoren         []indicatorTabel
}

type indicatorTabel struct {
	sleutel string
	velden  planWaarden
}

type actieTabel struct {
	sleutel, doel string
	velden        planWaarden
	stappen       []stapTabel
	waar          []string // CBS codes of the areas that it is tied to
	voortgang     planWaarden
}

// stapTabel is a milestone; gehaald is empty until it was reached.
type stapTabel struct{ naam, datum, gehaald string }

// verbandTabel is a tie between two sleutels. Between safety and care it waits until akkoord agrees; without akkoord it goes on waiting.
type verbandTabel struct {
	van, naar, waarom string
	wie, akkoord      toegang.Rol
}

// Plannen writes the plans of a tenant, with goals, indicators, measures and ties. Areas and figures must have been read in.
func Plannen(ctx context.Context, p *plan.Service, v *verband.Service, wie map[toegang.Rol]toegang.Actor, tenant string) error {
	boek, ok := map[string]func() planboek{"voorbeeldstad": plannenVoorbeeldstad, "rotterdam": plannenRotterdam}[tenant]
	if !ok {
		return fmt.Errorf("demo: there are no plans for tenant %q", tenant)
	}
	w := &planschrijver{plan: p, verband: v, wie: wie, ids: map[string]string{}, einden: map[string]verband.Eind{}}
	b := boek()
	for _, t := range b.plannen {
		if err := w.schrijf(ctx, t); err != nil {
			return fmt.Errorf("demo: %s: plan %s: %w", tenant, t.sleutel, err)
		}
	}
	for _, t := range b.verbanden {
		if err := w.verbind(ctx, t); err != nil {
			return fmt.Errorf("demo: %s: tie %s - %s: %w", tenant, t.van, t.naar, err)
		}
	}
	return nil
}

// planschrijver writes a planboek through the services and keeps which id each sleutel got.
type planschrijver struct {
	plan    *plan.Service
	verband *verband.Service
	wie     map[toegang.Rol]toegang.Actor
	ids     map[string]string
	einden  map[string]verband.Eind
}

// auteur is who writes the plans of a field of policy.
func (w *planschrijver) auteur(s plan.Soort) toegang.Actor {
	if s.Domein() == toegang.DomeinZorg {
		return w.wie[toegang.BeleidsadviseurSociaal]
	}
	return w.wie[toegang.AdviseurOOV]
}

// schrijf writes one plan in the order in which people do: draft, decision, and only then how the measures go.
func (w *planschrijver) schrijf(ctx context.Context, t planTabel) error {
	auteur := w.auteur(t.soort)
	p, err := w.plan.StelOp(ctx, auteur, plan.Nieuw{Soort: t.soort, Merk: t.merk, Ouder: w.ids[t.ouder], Waarden: t.velden})
	if err != nil {
		return err
	}
	w.ids[t.sleutel] = p.ID
	eigenaren := map[string]planWaarden{}
	for _, x := range t.prioriteiten {
		n, err := w.plan.NieuwePrioriteit(ctx, auteur, p.ID, x.velden)
		if err != nil {
			return fmt.Errorf("%s: %w", x.sleutel, err)
		}
		w.ids[x.sleutel], eigenaren[x.sleutel] = n.ID, x.velden
	}
	for _, x := range t.doelen {
		if err := w.doel(ctx, auteur, p.ID, x, eigenaren[x.prioriteit]); err != nil {
			return fmt.Errorf("%s: %w", x.sleutel, err)
		}
	}
	acties := make([]plan.Actie, len(t.acties))
	for i, x := range t.acties {
		if acties[i], err = w.actie(ctx, auteur, p.ID, x); err != nil {
			return fmt.Errorf("%s: %w", x.sleutel, err)
		}
	}
	if err := w.besluit(ctx, auteur, p, t.besluit); err != nil {
		return err
	}
	for i, x := range t.acties {
		if err := w.meld(ctx, w.melder(acties[i], auteur), acties[i], x); err != nil {
			return fmt.Errorf("%s: %w", x.sleutel, err)
		}
	}
	return nil
}

func (w *planschrijver) doel(ctx context.Context, auteur toegang.Actor, p string, t doelTabel, eigenaren planWaarden) error {
	velden := maps.Clone(t.velden)
	velden["prioriteit"] = w.ids[t.prioriteit]
	for _, naam := range []string{"bestuurlijk", "ambtelijk"} {
		velden[naam] = cmp.Or(velden[naam], eigenaren[naam])
	}
	d, err := w.plan.NieuwDoel(ctx, auteur, p, velden)
	if err != nil {
		return err
	}
	w.einden[t.sleutel] = verband.Eind{Soort: verband.Doel, ID: d.ID}
	for _, x := range t.indicatoren {
		i, err := w.plan.NieuweIndicator(ctx, auteur, d.ID, x.velden)
		if err != nil {
			return fmt.Errorf("%s: %w", x.sleutel, err)
		}
		w.einden[x.sleutel] = verband.Eind{Soort: verband.Indicator, ID: i.ID}
	}
	return w.plaats(ctx, auteur, w.einden[t.sleutel], d.Gebieden, "Dit doel gaat over dit gebied.")
}

func (w *planschrijver) actie(ctx context.Context, auteur toegang.Actor, p string, t actieTabel) (plan.Actie, error) {
	velden := maps.Clone(t.velden)
	for i, s := range t.stappen {
		velden[fmt.Sprintf("mijlpaal%dnaam", i+1)], velden[fmt.Sprintf("mijlpaal%ddatum", i+1)] = s.naam, s.datum
	}
	a, err := w.plan.NieuweActie(ctx, auteur, p, w.einden[t.doel].ID, velden)
	if err != nil {
		return a, err
	}
	w.einden[t.sleutel] = verband.Eind{Soort: verband.Actie, ID: a.ID}
	return a, w.plaats(ctx, auteur, w.einden[t.sleutel], t.waar, "Deze actie is in dit gebied.")
}

// plaats ties a goal or a measure to the areas that it is about.
func (w *planschrijver) plaats(ctx context.Context, auteur toegang.Actor, e verband.Eind, gebieden []string, waarom string) error {
	for _, code := range gebieden {
		if _, err := w.verband.Leg(ctx, auteur, e, verband.Eind{Soort: verband.Gebied, ID: code}, waarom); err != nil {
			return fmt.Errorf("%s: %w", code, err)
		}
	}
	return nil
}

// besluit offers a plan and records what its organ decided; without a decision the plan stays a draft.
func (w *planschrijver) besluit(ctx context.Context, auteur toegang.Actor, p plan.Plan, b plan.Besluit) error {
	if b.Nummer == "" {
		return nil
	}
	if _, err := w.plan.BiedAan(ctx, auteur, p.ID); err != nil {
		return err
	}
	for i := range b.Amendementen {
		b.Amendementen[i].Onderdeel = w.einden[b.Amendementen[i].Onderdeel].ID
	}
	var err error
	if p.Soort.Orgaan() == plan.College {
		_, err = w.plan.StelVastCollege(ctx, w.wie[toegang.Burgemeester], p.ID, b)
	} else {
		_, err = w.plan.StelVastRaad(ctx, w.wie[toegang.Griffier], p.ID, b)
	}
	return err
}

// melder is who reports on a measure: its owner, else the author of the plan.
func (w *planschrijver) melder(a plan.Actie, auteur toegang.Actor) toegang.Actor {
	for _, actor := range w.wie {
		if actor.ID == a.Eigenaar {
			return actor
		}
	}
	return auteur
}

// meld reports how a measure goes, with the milestones that were reached.
func (w *planschrijver) meld(ctx context.Context, melder toegang.Actor, a plan.Actie, t actieTabel) error {
	velden := planWaarden{}
	maps.Copy(velden, t.voortgang)
	for i, s := range t.stappen {
		if s.gehaald != "" {
			velden[fmt.Sprintf("mijlpaal%dgehaald", i+1)] = s.gehaald
		}
	}
	if len(velden) == 0 {
		return nil
	}
	_, err := w.plan.MeldVoortgang(ctx, melder, a.ID, domein.Wijziging{Basis: a.Versie, Velden: velden})
	return err
}

func (w *planschrijver) verbind(ctx context.Context, t verbandTabel) error {
	v, err := w.verband.Leg(ctx, w.wie[t.wie], w.einden[t.van], w.einden[t.naar], t.waarom)
	if err != nil || t.akkoord == "" {
		return err
	}
	_, err = w.verband.StemIn(ctx, w.wie[t.akkoord], v.ID)
	return err
}
