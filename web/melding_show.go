// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/toegang"
)

// meldingenView lists the reports that wait, or those of the visitor.
type meldingenView struct {
	Pagina
	Meldingen []dossier.Kop
	Weegt     bool
}

func (w *Web) meldingenShow(b *bezoek) error {
	list, err := w.Melding.Lijst(b.Context(), b.wie)
	if err != nil {
		return err
	}
	v := &meldingenView{Pagina: Pagina{Titel: "Meldingen", Menu: "/meldingen", Lead: "Uw eigen meldingen, en hoe ver ze zijn. Meldingen van anderen ziet u niet."}, Meldingen: list,
		Weegt: heeftRol(b.persoon, toegang.Procesregisseur)}
	if v.Weegt {
		v.Lead = "De meldingen die op een beslissing wachten. Wat gekoppeld is, weegt u dezelfde dag samen."
	}
	return b.toon("meldingen", v)
}

func meldingPagina(titel string) Pagina {
	return Pagina{Titel: titel, Menu: "/meldingen", Kruimels: []Kruimel{{"Meldingen", "/meldingen"}}}
}

// meldingView is one report.
type meldingView struct {
	Pagina
	melding.Beeld
	mensen     mensen
	Eigen      bool // the visitor made it, and it still waits
	Weging     *formulier
	Inname     *formulier
	OpNaam     *formulier // to see a secret address in it
	Overdracht *formulier
	Personen   []mensregel
}

// mensregel is a person of a report, and where he is reached as far as the reader may know.
type mensregel struct{ Naam, Adres, Telefoon string }

// Uitkomsten are the decisions that were taken, oldest first.
func (v *meldingView) Uitkomsten() []dossier.Stuk { return v.Van(melding.Weegstuk) }

// Melder names who made the report: a user, or the organisation that sent it.
func (v *meldingView) Melder() string {
	if v.Eigenaar != "" {
		return v.mensen.Naam(v.Eigenaar)
	}
	for _, st := range v.Van(melding.Tekst) {
		return strings.Trim(st.Waarde("afzender.naam")+", "+st.Waarde("afzender.contact")+" "+st.Waarde("afzender.telefoon"), ", ")
	}
	return ""
}

func (w *Web) melding(b *bezoek) (*meldingView, error) {
	beeld, err := w.Melding.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	v := &meldingView{Pagina: meldingPagina("Melding " + beeld.Codenaam), Beeld: beeld, mensen: m}
	v.Eigen = beeld.Eigenaar == b.wie.ID && beeld.Status == melding.Ontvangen
	for _, st := range beeld.Van(melding.Gemelde) {
		p := persoon.UitVelden(st.Waarde)
		v.Personen = append(v.Personen, mensregel{casus.Naam(st), adresregel(p.Adres), p.Telefoon})
	}
	if v.Verborgen && v.Weegt {
		v.OpNaam = opNaamFormulier(beeld.ID)
	}
	if v.Stand != nil && v.Weegt {
		v.Overdracht = overdrachtFormulier(beeld.ID, *v.Stand)
	}
	if beeld.Weegt && beeld.Status == melding.Ontvangen {
		v.Weging = wegingFormulier(beeld.ID)
	}
	if beeld.Weegt && beeld.Status == melding.Wacht {
		v.Inname = innameFormulier(beeld.ID, m)
	}
	return v, err
}

func adresregel(a persoon.Adres) string {
	return strings.Trim(strings.Join(strings.Fields(a.Straat+" "+a.Huisnummer), " ")+", "+strings.Join(strings.Fields(a.Postcode+" "+a.Plaats), " "), ", ")
}

func (w *Web) meldingShow(b *bezoek) error {
	v, err := w.melding(b)
	if err != nil {
		return err
	}
	return b.toon("melding", v)
}

// regime is the body of law under which the cases of the controller of this visit live.
func (b *bezoek) regime() dossier.Regime {
	if b.tenant.Soort == gebied.VanZVH {
		return dossier.ZVH
	}
	return dossier.PGA
}
