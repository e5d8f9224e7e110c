// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"strings"

	"dwarsverband/domein/dossier"
	"dwarsverband/domein/inzage"
	"dwarsverband/export"
	"dwarsverband/toegang"
)

func (w *Web) uitstelShow(b *bezoek) error {
	if _, err := w.Inzage.Mag(b.wie, toegang.InzageBehandelen, toegang.Middel{Soort: "inzage", Verantwoordelijke: b.wie.Verantwoordelijke, Regime: string(dossier.InzageRegime)}); err != nil {
		return err
	}
	f, page, err := w.uitstelFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, page, f)
}

func (w *Web) uitstelSave(b *bezoek) error {
	f, page, err := w.uitstelFormulier(b)
	if err != nil {
		return err
	}
	x := f.lees(b).waarden()
	id, regel, _ := strings.Cut(x["regel"], "|")
	u := inzage.Uitstelling{Dossier: id, Regel: regel, Reden: x["reden"], Grond: x["grond"], Tot: datumVan(x["tot"])}
	if err := w.Inzage.StelUit(b.Context(), b.wie, b.PathValue("id"), u); err != nil {
		return b.casusFout(err, page, f, dossier.Stuk{})
	}
	b.zeg("Deze regels zijn uitgesteld.")
	return b.naar("/inzage/" + b.PathValue("id"))
}

// uittrekselView is what the person concerned gets, as a page to print.
type uittrekselView struct {
	Pagina
	inzage.Uittreksel
	ID string
}

func (w *Web) uittrekselShow(b *bezoek) error {
	u, err := w.Inzage.Afschrift(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	page := inzagePagina("Uittreksel " + u.Nummer)
	page.Kruimels = append(page.Kruimels, Kruimel{u.Nummer, "/inzage/" + b.PathValue("id")})
	return b.toon("inzage_uittreksel", &uittrekselView{Pagina: page, Uittreksel: u, ID: b.PathValue("id")})
}

// regelDagen says when a line was: a day, or how often on it.
func regelDagen(r inzage.Regel) string {
	s := datum(r.Van.Date())
	if r.Aantal > 1 {
		s += fmt.Sprintf(", %d keer", r.Aantal)
	}
	return s
}

// regelWie says who, as organisation and role, and to whom.
func regelWie(r inzage.Regel) string {
	s := r.Organisatie
	if r.Rol != "" {
		s += ", " + r.Rol
	}
	if r.Aan != "" {
		s += "; aan " + r.Aan
	}
	return s
}

// regelWat says which kinds of data.
func regelWat(r inzage.Regel) string {
	switch {
	case len(r.Categorieen) > 0:
		return strings.Join(r.Categorieen, ", ")
	case r.Huishouden:
		return "over het huishouden"
	}
	return "het dossier"
}

func (w *Web) uittrekselODT(b *bezoek) error {
	u, err := w.Inzage.Afschrift(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	tabel := export.Deel{Kop: "Wie zag en deelde uw gegevens", Tabel: "Regels", Kolom: []string{"Wanneer", "Wat gebeurde er", "Wie", "Welke gegevens", "Waarvoor", "Grondslag"}}
	for _, r := range u.Regels {
		tabel.Rijen = append(tabel.Rijen, []string{regelDagen(r), r.Soort, regelWie(r), regelWat(r), r.Doel, r.Grondslag})
	}
	if len(u.Regels) == 0 {
		tabel = export.Deel{Kop: tabel.Kop, Tekst: "Er is niets om te laten zien."}
	}
	file, err := export.Document{Titel: "Overzicht van uw gegevens", Delen: []export.Deel{
		{Feiten: [][2]string{{"Voor", u.Naam}, {"Nummer", u.Nummer}, {"Van", b.tenant.Naam}, {"Tot en met", tijd(u.Tot)}, {"Gegeven op", tijd(u.Uitgereikt)}}}, tabel,
		{Kop: "Wat kunt u doen", Tekst: rechtTekst}}}.ODT()
	if err != nil {
		return err
	}
	return b.download("overzicht-"+u.Nummer+".odt", "application/vnd.oasis.opendocument.text", file)
}

// rechtTekst tells the person what he can do next (AVG art. 12 lid 4 and 15 lid 1 under e and f).
const rechtTekst = "Klopt iets niet? U kunt vragen om uw gegevens te verbeteren, te wissen of minder te gebruiken. U kunt ook bezwaar maken. " +
	"Bent u het niet eens met het antwoord? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan."

func (w *Web) uittrekselJSON(b *bezoek) error {
	u, err := w.Inzage.Afschrift(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	text, err := u.JSON(b.tenant.ID)
	if err != nil {
		return err
	}
	return b.download("overzicht-"+u.Nummer+".json", "application/json", text)
}

// Rechttekst tells the person what he can do next.
func (v *uittrekselView) Rechttekst() string { return rechtTekst }
