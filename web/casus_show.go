// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"slices"
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/termijn"
	"dwarsverband/toegang"
)

// casusView is one calm page: who, plan, safety, timeline, knots, circle.
type casusView struct {
	Pagina
	casus.Beeld
	mensen       mensen
	nu           termijn.Moment
	Plan         []planRegel
	Tijdlijn     []tijdRegel
	Open         []taakRegel
	Stappen      []casus.Stand
	Aanbiedingen []dossier.Stuk
	Overleggen   []overlegRegel // to come
	Termijnen    []termijnRegel
	Fout         *formulier // a step that did not go through
}

// planRegel is a goal of the one plan with what is done for it, in its order.
type planRegel struct {
	dossier.Stuk
	Interventies []dossier.Stuk
}

// termijnRegel is a term with how its end was found.
type termijnRegel struct {
	dossier.Stuk
	termijn.Berekening
	Stilstand []dossier.Stuk
}

// tijdRegel is one thing that happened in the case.
type tijdRegel struct {
	Titel, Tekst, Wie string
	Op                termijn.Moment
}

func (w *Web) casusShow(b *bezoek) error { return w.casusToon(b, http.StatusOK, nil) }

func (w *Web) casusToon(b *bezoek, status int, fout *formulier) error {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	m, err := w.mensen(b)
	if err != nil {
		return err
	}
	v := &casusView{Pagina: casusPagina(beeld.Codenaam, beeld.ID, beeld.Codenaam), Beeld: beeld, mensen: m, nu: w.Casus.Nu(), Fout: fout}
	volgorde := casus.Volgorde(beeld.Van(casus.Interventie))
	for _, d := range beeld.Van(casus.Doel) {
		r := planRegel{Stuk: d}
		for _, i := range volgorde {
			if i.Waarde("doel") == d.ID {
				r.Interventies = append(r.Interventies, i)
			}
		}
		v.Plan = append(v.Plan, r)
	}
	for _, t := range beeld.Van(casus.Termijn) {
		r := termijnRegel{Stuk: t, Berekening: casus.Reken(beeld.Dossier, t)}
		for _, st := range beeld.Van(casus.Schorsing) {
			if st.Waarde("termijn") == t.ID {
				r.Stilstand = append(r.Stilstand, st)
			}
		}
		v.Termijnen = append(v.Termijnen, r)
	}
	for _, t := range beeld.Taken {
		if t.Open() && t.Houder != dossier.Systeem && t.Houder != dossier.Bode {
			v.Open = append(v.Open, taakRegel{Taak: t, Naam: taaknaam(t.Soort), Codenaam: m.Naam(t.Houder), URL: taakURL(t), Laat: t.TeLaat(v.nu)})
		}
	}
	for _, n := range casus.Stand(beeld.Status).Naar() {
		if v.magStap(n) {
			v.Stappen = append(v.Stappen, n)
		}
	}
	for _, a := range beeld.Van(casus.Aanbod) {
		if a.Waarde("stand") == "open" {
			v.Aanbiedingen = append(v.Aanbiedingen, a)
		}
	}
	if err := w.aanTafel(b, v); err != nil {
		return err
	}
	v.tijdlijn()
	return b.toonMet(status, "casus", v)
}

// aanTafel adds the meetings to come, for whoever sits in the circle.
func (w *Web) aanTafel(b *bezoek, v *casusView) error {
	if v.Uitzonderlijk {
		return nil
	}
	list, err := w.Overleg.VanCasus(b.Context(), b.wie, v.ID)
	for _, o := range overleg.Komend(list, v.nu) {
		v.Overleggen = append(v.Overleggen, overlegRegel{o, uren(o.Van, o.Tot)})
	}
	return err
}

func (v *casusView) magStap(naar casus.Stand) bool {
	if slices.Contains([]casus.Stand{casus.Afschalen, casus.Nazorg, casus.Gesloten, casus.Ingenomen}, naar) {
		return v.Kan[toegang.CasusSluiten]
	}
	return v.Kan[toegang.CasusRegie]
}

// verhalen give each kind of piece its words in the timeline; a kind that is not here stands elsewhere on the page.
var verhalen = map[string]struct{ titel, veld string }{
	"opening": {"Casus geopend", "aanleiding"}, casus.Notitie: {"Notitie", "tekst"}, "stand": {"Stap in de casus", "reden"}, "benoeming": {"Casusregisseur benoemd", "mag"},
	casus.Aanbod: {"Overdracht aangeboden", "toelichting"}, casus.Knoop: {"Knoop ingebracht", "vraag"}, "opschaling": {"Knoop opgeschaald", "overgeslagen"},
	casus.Regiebesluit: {"Regiebesluit", "besluit"}, "gewekt": {"Casus teruggekomen", "dag"}, "toelating": {"Toegelaten tot de kring", "noodzaak"},
	"noodtoegang": {"Noodtoegang", "reden"}, "oordeel": {"Afwijking beoordeeld", "motivering"}, deling.Verstrekt: {"Gedeeld", "noodzaak"}, deling.Herziening: {"Grondslagen opnieuw bekeken", "noodzaak"},
	casus.Informeren: {"Persoon geïnformeerd of uitgesteld", "uitstelreden"}, casus.Verzoek: {"Verzoek gedaan", "vraag"},
	overleg.Agendapunt: {"Op de agenda gezet", "vraag"}, overleg.Besluit: {"Overlegbesluit", "besluit"}, overleg.Afspraak: {"Afspraak", "wat"},
}

// tijdlijn lists what happened, newest first.
func (v *casusView) tijdlijn() {
	for _, st := range v.Stukken {
		verhaal, ok := verhalen[st.Soort]
		if !ok {
			continue
		}
		v.Tijdlijn = append(v.Tijdlijn, tijdRegel{verhaal.titel, st.Waarde(verhaal.veld), v.mensen.Naam(st.Wie), st.Op})
	}
	slices.SortStableFunc(v.Tijdlijn, func(a, b tijdRegel) int {
		if a.Op == b.Op {
			return 0
		}
		if a.Op.Before(b.Op) {
			return 1
		}
		return -1
	})
}

// Wie puts a name to a user.
func (v *casusView) Wie(id string) string { return v.mensen.Naam(id) }

// Organisatie puts a name to a kind of organisation.
func (v *casusView) Organisatie(code string) string { return deling.OrganisatieNaam(code) }

// Personen names the people that a piece is about.
func (v *casusView) Personen(ids []string) string {
	var namen []string
	for _, id := range ids {
		if st, err := v.Stuk(casus.Betrokkene, id); err == nil {
			namen = append(namen, casus.Naam(st))
		}
	}
	return strings.Join(namen, ", ")
}

// OverWie names the person of the household that a task is about, or nobody.
func (v *casusView) OverWie(id string) string { return v.Personen([]string{id}) }

// PersoonNaam gives the name of a person of the household.
func (v *casusView) PersoonNaam(st dossier.Stuk) string { return casus.Naam(st) }

// Mag tells whether the visitor may do this, for a button.
func (v *casusView) Mag(actie string) bool {
	return v.Kan[toegang.Actie(actie)] && casus.Stand(v.Status) != casus.Gesloten
}

// Regisseert tells whether the visitor leads this case or its table.
func (v *casusView) Regisseert() bool {
	return v.Functie == toegang.AlsCasusregisseur || v.Functie == toegang.AlsProcesregisseur
}

// InKring lists who sits in the circle now.
func (v *casusView) InKring() []dossier.Lid { return v.Kring(v.nu) }

// Rollen lists what a person is in which home.
func (v *casusView) Rollen(persoon string) []dossier.Stuk {
	return slices.DeleteFunc(v.Van(casus.Rol), func(r dossier.Stuk) bool { return r.Waarde("betrokkene") != persoon })
}

// Keuze gives the words of a choice in a field of a piece.
func (v *casusView) Keuze(st dossier.Stuk, veld string) string {
	return casus.Woord(v.Dossier, st, veld)
}

// Vervallen tells whether a warning has lapsed because nobody looked at it again.
func (v *casusView) Vervallen(st dossier.Stuk) bool {
	return !v.nu.Before(st.Datum("herzien_op").Start())
}

// casusStand takes a step in the life of the case.
func (w *Web) casusStand(b *bezoek) error {
	f := &formulier{}
	basis := f.lees(b).Versie
	stap := casus.Stap{Naar: casus.Stand(b.PostFormValue("naar")), Reden: strings.TrimSpace(b.PostFormValue("reden")), Basis: basis}
	if dag, err := termijn.ParseDate(b.PostFormValue("wek_op")); err == nil {
		stap.WekOp = dag
	}
	k, err := w.Casus.ZetStand(b.Context(), b.wie, b.PathValue("id"), stap)
	if err != nil {
		if status, ok := f.mislukt(err, nil, 0); ok {
			return w.casusToon(b, status, f)
		}
		return err
	}
	b.zeg("De casus is nu: " + k.Status + ".")
	return b.naar("/casussen/" + k.ID)
}
