// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package storetest

import (
	"context"
	"testing"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
	"dwarsverband/toegang"
)

// A meeting with its items and who was asked comes back as it was kept, for its own controller only.
func TestMeetings(t *testing.T) {
	eachEngine(t, func(t *testing.T, s *store.Store) {
		ctx, noor := t.Context(), toegang.Actor{ID: "c", Verantwoordelijke: "eigen", Organisatie: "gemeente", Rollen: []toegang.Rol{toegang.Procesregisseur}}
		o := &overleg.Service{Kluis: dossier.Kluis{Kader: kader(t), Store: s}, Store: s, Zeef: func(d dossier.Dossier, _ dossier.Lid, _ string, _ termijn.Moment) dossier.Dossier { return d },
			Gebruiker: func(_ context.Context, tenant, id string) (toegang.Actor, error) {
				return toegang.Actor{ID: id, Verantwoordelijke: tenant}, nil
			}}
		k := metDossier(t, s).id
		dag := termijn.At(noon).Date().AddDays(1)
		een, err := o.Roep(ctx, noor, overleg.Nieuw{Soort: "vierhoek", Dag: dag, Begin: "09:00", End: "10:30", Voorzitter: noor.ID})
		if err != nil {
			t.Fatal(err)
		}
		p, err := o.Agendeer(ctx, noor, een.ID, overleg.NieuwPunt{Casus: k, Vraag: "Wat doen wij eerst?", Gasten: []string{"gast"}})
		if err != nil {
			t.Fatal(err)
		}
		got, list, err := o.Toon(ctx, noor, een.ID)
		if err != nil || len(list) != 1 || list[0].Vraag != "Wat doen wij eerst?" || len(list[0].Genodigden) != 2 || !got.Tot.Time().Equal(een.Van.Time().Add(90*time.Minute)) {
			t.Errorf("%+v %+v: %v", got, list, err)
		}
		if err := o.Noteer(ctx, noor, een.ID, p.ID, []string{"gast"}); domein.KindOf(err) != domein.Conflict {
			t.Errorf("before the meeting: %v", err)
		}
		if _, _, err := o.Toon(ctx, actor("ander", toegang.Procesregisseur), een.ID); domein.KindOf(err) != domein.NotFound {
			t.Errorf("another controller gets %v", err)
		}
		if list, _, err := o.Lijst(ctx, actor("ander", toegang.Procesregisseur)); err != nil || len(list) != 0 {
			t.Errorf("another controller lists %d: %v", len(list), err)
		}
		if list, err := o.VanCasus(ctx, noor, k); err != nil || len(list) != 1 {
			t.Errorf("the case is on %d agendas: %v", len(list), err)
		}
	})
}
