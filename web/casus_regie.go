// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"net/http"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/gebruiker"
	"dwarsverband/toegang"
)

// overdraagView is the page on which direction or sight on safety is offered, and on which an offer is answered.
type overdraagView struct {
	Pagina
	Form    *formulier
	CasusID string
	AanMij  []dossier.Stuk
	Kop     dossier.Kop
	Uitleg  string
}

func (w *Web) overdraagFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	m, err := w.mensen(b)
	f := &formulier{URL: "/casussen/" + beeld.ID + "/overdragen", Knop: "Aanbieden", Terug: "/casussen/" + beeld.ID, Nieuw: true,
		Uitleg: "U blijft verantwoordelijk tot de ander aanvaardt. Na 48 uur zonder antwoord hoort de ketenmanager het.",
		Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "wat", Label: "Wat draagt u over?", Soort: "keuze", Nodig: true, Keuzes: []keuze{{Waarde: casus.Regie, Naam: "de regie"}, {Waarde: casus.ZichtOpVeiligheid, Naam: "het zicht op veiligheid"}}},
			{Naam: "aan", Label: "Aan wie?", Soort: "keuze", Nodig: true, Keuzes: m.keuzes(func(u gebruiker.Gebruiker) bool {
				return u.ID != b.wie.ID && heeftRol(u, toegang.Casusregisseur, toegang.Deelnemer, toegang.Procesregisseur)
			})},
			{Naam: "toelichting", Label: "Toelichting", Soort: "lang"},
		}}}}
	return f, beeld, err
}

// overdraagShow is also open to whom something was offered: he does not sit in the circle yet, and sees the offer and nothing of the case.
func (w *Web) overdraagShow(b *bezoek) error {
	id := b.PathValue("id")
	aanMij, k, err := w.Casus.AanMij(b.Context(), b.wie, id)
	if err != nil && domein.KindOf(err) != domein.NotFound {
		return err
	}
	v := &overdraagView{CasusID: id, AanMij: aanMij, Kop: k, Pagina: casusPagina(k.Codenaam, id, "Overdragen")}
	if len(aanMij) > 0 {
		return b.toon("overdragen", v)
	}
	f, beeld, err := w.overdraagFormulier(b)
	if err != nil {
		return err
	}
	v.Pagina, v.Form, v.Kop = casusPagina(beeld.Codenaam, id, "Overdragen"), f, beeld.Kop
	return b.toon("overdragen", v)
}

func (w *Web) overdraagSave(b *bezoek) error {
	f, beeld, err := w.overdraagFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	if err := w.Casus.BiedAan(b.Context(), b.wie, beeld.ID, x["wat"], x["aan"], x["toelichting"]); err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Overdragen"), f, dossier.Stuk{})
	}
	b.zeg("Aangeboden. U blijft verantwoordelijk tot de ander aanvaardt.")
	return b.naar("/casussen/" + beeld.ID)
}

func (w *Web) aanbodAntwoord(b *bezoek) error {
	id, ja := b.PathValue("id"), b.PostFormValue("antwoord") == "ja"
	if err := w.Casus.Beantwoord(b.Context(), b.wie, id, b.PathValue("stuk"), ja, gepost(b, "reden")); err != nil {
		return err
	}
	if !ja {
		b.zeg("U hebt het aanbod afgewezen. De ander hoort waarom.")
		return b.naar("/werk")
	}
	b.zeg("U hebt het overgenomen.")
	return b.naar("/casussen/" + id)
}

// knoopFormulier is the form with which somebody brings in a knot.
func (w *Web) knoopFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	m, err := w.mensen(b)
	partijen := &veld{Naam: "partijen", Label: "Met wie bent u het niet eens?", Soort: "vinkjes", Nodig: true}
	for _, l := range beeld.Kring(w.Casus.Nu()) {
		if l.Gebruiker != b.wie.ID {
			partijen.Keuzes = append(partijen.Keuzes, keuze{Waarde: l.Gebruiker, Naam: m.Naam(l.Gebruiker)})
		}
	}
	f := &formulier{URL: b.URL.Path, Knop: "Knoop inbrengen", Terug: "/casussen/" + beeld.ID, Nieuw: true, ConceptURL: conceptURL(beeld.ID, conceptvan(b)),
		Uitleg: "Wat niet ter discussie staat, gaat gewoon door. Beslist niemand op tijd, dan gaat de knoop vanzelf omhoog.",
		Groepen: []veldgroep{{Velden: []*veld{
			{Naam: "vraag", Label: "Waarover bent u het niet eens?", Soort: "lang", Nodig: true},
			partijen,
			{Naam: "standpunt", Label: "Wat vindt u zelf, en waarom?", Soort: "lang", Nodig: true},
			{Naam: "volgorde", Label: "Welke volgorde stelt u voor?", Soort: "lang"},
			{Naam: "opties", Label: "Welke andere mogelijkheden zijn er?", Soort: "lang"},
			{Naam: "onafhankelijk", Label: "Gaat het over vervolging, de rechter, de kinderbescherming of een behandeling?", Soort: "keuze", Keuzes: []keuze{{Waarde: "nee", Naam: "nee"}, {Waarde: "ja", Naam: "ja"}},
				Uitleg: "Daarover beslist alleen wie de wet aanwijst. Anderen kunnen vragen om het opnieuw te bekijken."},
		}}}}
	return f, beeld, err
}

func (w *Web) knoopNieuw(b *bezoek) error {
	f, beeld, err := w.knoopFormulier(b)
	if err == nil {
		err = w.metConcept(b, f, beeld.ID)
	}
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Knoop inbrengen"), f)
}

func (w *Web) knoopMaak(b *bezoek) error {
	f, beeld, err := w.knoopFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	in := casus.Inbreng{Vraag: x["vraag"], Opties: x["opties"], Volgorde: x["volgorde"], Standpunt: x["standpunt"], Partijen: strings.Fields(x["partijen"]), NietDoorzetbaar: x["onafhankelijk"] == "ja"}
	st, err := w.Casus.BrengIn(b.Context(), b.wie, beeld.ID, in)
	if err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, "Knoop inbrengen"), f, dossier.Stuk{})
	}
	if err := w.Casus.WisConcept(b.Context(), b.wie, beeld.ID, conceptvan(b)); err != nil {
		return err
	}
	b.zeg("De knoop is ingebracht en heeft een houder en een termijn.")
	return b.naar("/knopen/" + beeld.ID + "/" + st.ID)
}
