// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// rapportTabel is one report. Its texts are found by a part of the text of their goal; without a decision it stays a draft.
type rapportTabel struct {
	plan, tijdvak string // the title of the plan begins with plan
	inleiding     string
	teksten       []rapportTekst
	besluit       rapportage.Besluit
}

// rapportTekst is what the author wrote with one goal.
type rapportTekst struct{ doel, duiding, bijstelling string }

// Rapportages writes the reports of a tenant, as the advisers and the college would. Its plans must have been written. A report with a decision is released on the day of its
// embargo, which lies before the day on which the demonstration plays.
func Rapportages(ctx context.Context, r *rapportage.Service, p *plan.Service, wie map[toegang.Rol]toegang.Actor, tenant string) error {
	list, ok := map[string][]rapportTabel{"voorbeeldstad": rapportenVoorbeeldstad(), "rotterdam": rapportenRotterdam()}[tenant]
	if !ok {
		return fmt.Errorf("demo: there are no reports for tenant %q", tenant)
	}
	for _, t := range list {
		if err := t.schrijf(ctx, r, p, wie); err != nil {
			return fmt.Errorf("demo: %s: report on %s: %w", tenant, t.plan, err)
		}
	}
	return nil
}

func (t rapportTabel) schrijf(ctx context.Context, r *rapportage.Service, p *plan.Service, wie map[toegang.Rol]toegang.Actor) error {
	auteur, plan, err := t.zoek(ctx, p, wie)
	if err != nil {
		return err
	}
	tijdvak, err := rapportage.ParseTijdvak(t.tijdvak)
	if err != nil {
		return err
	}
	report, err := r.StelOp(ctx, auteur, plan, tijdvak)
	if err != nil {
		return err
	}
	blad, err := r.Toon(ctx, auteur, report.ID)
	if err != nil {
		return err
	}
	save := domein.Wijziging{Basis: report.Versie, Velden: map[string]string{rapportage.VeldInleiding: t.inleiding}}
	for _, d := range blad.Inhoud.Doelen {
		for _, x := range t.teksten {
			if strings.Contains(d.Tekst, x.doel) {
				save.Velden[rapportage.VeldDuiding(d.ID)], save.Velden[rapportage.VeldBijstelling(d.ID)] = x.duiding, x.bijstelling
			}
		}
	}
	if report, err = r.Wijzig(ctx, auteur, report.ID, save); err != nil || t.besluit.Nummer == "" {
		return err
	}
	then := *r // the same service on the day of the release
	then.Nu = func() termijn.Moment { return termijn.At(t.besluit.Embargo.Time().Add(-time.Hour)) }
	t.besluit.Basis = report.Versie
	_, err = then.GeefVrij(ctx, wie[toegang.Burgemeester], report.ID, t.besluit)
	return err
}

// zoek gives who writes on the plan, and its id.
func (t rapportTabel) zoek(ctx context.Context, p *plan.Service, wie map[toegang.Rol]toegang.Actor) (toegang.Actor, string, error) {
	plannen, err := p.Lijst(ctx, wie[toegang.AdviseurOOV])
	if err != nil {
		return toegang.Actor{}, "", err
	}
	for _, x := range plannen {
		if !strings.HasPrefix(x.Titel, t.plan) {
			continue
		}
		if x.Soort.Domein() == toegang.DomeinZorg {
			return wie[toegang.BeleidsadviseurSociaal], x.ID, nil
		}
		return wie[toegang.AdviseurOOV], x.ID, nil
	}
	return toegang.Actor{}, "", fmt.Errorf("there is no plan %q", t.plan)
}

// om gives a moment in Amsterdam.
func om(jaar, maand, dag, uur, minuut int) termijn.Moment {
	return termijn.At(time.Date(jaar, time.Month(maand), dag, uur, minuut, 0, 0, termijn.Amsterdam))
}
