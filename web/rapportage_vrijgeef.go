// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/rapportage"
	"dwarsverband/domein/termijn"
)

type vrijgaveView struct {
	Pagina
	R    rapportage.Blad
	Form *formulier
	Blad bladView
}

// rapportageVrijgave is the form on the decision by which a draft goes out.
func (w *Web) rapportageVrijgave(b *bezoek) (*vrijgaveView, error) {
	r, err := w.Rapportage.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if !r.Kan.Vrijgeven {
		return nil, &domein.Error{Kind: domein.Forbidden, Op: "web.rapportageVrijgave",
			Melding: "U kunt deze rapportage niet vrijgeven. Dat doet de burgemeester of een wethouder namens het college, zolang het een concept is."}
	}
	v := &vrijgaveView{R: r, Pagina: rapportagePagina("Vrijgeven voor raad en inwoner", Kruimel{r.Titel, "/rapportages/" + r.ID}), Blad: bladVan(r.Inhoud, b.tenant.Namen)}
	v.Pagina.Lead = fmt.Sprintf("%s, %s, editie %d.", r.Titel, r.Tijdvak, r.Editie)
	v.Form = &formulier{URL: "/rapportages/" + r.ID + "/vrijgeven", Knop: "Vrijgeven", Terug: "/rapportages/" + r.ID, Versie: r.Versie, Groepen: []veldgroep{
		{Kop: "Het collegebesluit", Kolommen: true, Velden: []*veld{
			{Naam: "besluit", Label: "Nummer van het collegebesluit", Soort: "kort", Nodig: true},
			{Naam: "datum", Label: "Datum van het collegebesluit", Soort: "datum", Nodig: true}}},
		{Kop: "Embargo", Kolommen: true, Velden: []*veld{
			{Naam: "embargo", Label: "Openbaar vanaf (dag)", Soort: "datum", Uitleg: "Leeg: meteen."},
			{Naam: "tijd", Label: "Openbaar vanaf (tijd)", Soort: "kort", Uitleg: "Bijvoorbeeld 14:30. Leeg: het begin van de dag."}}}}}
	return v, nil
}

func (w *Web) rapportageVrijgeef(b *bezoek) error {
	v, err := w.rapportageVrijgave(b)
	if err != nil {
		return err
	}
	return b.toon("rapportage_vrijgave", v)
}

func (w *Web) rapportageVrijgeefSave(b *bezoek) error {
	v, err := w.rapportageVrijgave(b)
	if err != nil {
		return err
	}
	posted := v.Form.lees(b).waarden()
	decision, err := leesVrijgave(posted)
	if err == nil {
		decision.Basis, _ = strconv.Atoi(b.PostFormValue("versie"))
		decision.Afdruk = b.PostFormValue("afdruk")
		var r rapportage.Rapportage
		if r, err = w.Rapportage.GeefVrij(b.Context(), b.wie, v.R.ID, decision); err == nil {
			b.zeg(vrijgaveMelding(r, w.Rapportage.Nu()))
			return b.naar("/rapportages/" + r.ID)
		}
	}
	status, ok := v.Form.mislukt(err, nil, 0)
	if !ok {
		return err
	}
	return b.toonMet(status, "rapportage_vrijgave", v)
}

func vrijgaveMelding(r rapportage.Rapportage, nu termijn.Moment) string {
	if r.Openbaar(nu) {
		return "De rapportage is vrijgegeven en staat op de pagina voor raad en inwoner."
	}
	return "De rapportage is vrijgegeven. Zij wordt openbaar op " + tijd(r.Vrijgave.Vanaf) + "."
}

// leesVrijgave reads day and time of the decision as people write them.
func leesVrijgave(posted map[string]string) (rapportage.Besluit, error) {
	d := rapportage.Besluit{Nummer: posted["besluit"]}
	var faults []domein.Fault
	var err error
	if d.Datum, err = termijn.ParseDate(posted["datum"]); err != nil {
		faults = append(faults, domein.Fault{Veld: "datum", Melding: "Dit is geen datum. Schrijf de datum als 2026-11-23."})
	}
	day, err := termijn.ParseDate(posted["embargo"])
	if err != nil {
		faults = append(faults, domein.Fault{Veld: "embargo", Melding: "Dit is geen datum. Schrijf de datum als 2026-11-23."})
	}
	clock, err := leesTijd(posted["tijd"])
	switch {
	case err != nil:
		faults = append(faults, domein.Fault{Veld: "tijd", Melding: "Dit is geen tijd. Schrijf uren en minuten, zoals 14:30."})
	case posted["tijd"] != "" && posted["embargo"] == "":
		faults = append(faults, domein.Fault{Veld: "embargo", Melding: "U vulde een tijd in. Vul ook de dag in."})
	case !day.IsZero():
		d.Embargo = termijn.At(time.Date(day.Year(), time.Month(day.Month()), day.Day(), clock.Hour(), clock.Minute(), 0, 0, termijn.Amsterdam))
	}
	return d, domein.Refuse("web.leesVrijgave", "Deze rapportage kan nog niet worden vrijgegeven.", faults)
}

// leesTijd reads 14:30 or 14.30; empty is midnight.
func leesTijd(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		t, err = time.Parse("15.04", s)
	}
	return t, err
}

// rapportageMinimum is the form on the smallest counts that may be shown.
func (w *Web) rapportageMinimum(b *bezoek) (*formulier, rapportage.Instelling, Pagina, error) {
	i, may, err := w.Rapportage.Instelling(b.Context(), b.wie)
	if err != nil {
		return nil, i, Pagina{}, err
	}
	if !may {
		return nil, i, Pagina{}, &domein.Error{Kind: domein.Forbidden, Op: "web.rapportageMinimum", Melding: "U kunt deze instelling niet wijzigen. Dat doet de beheerder."}
	}
	f := &formulier{URL: "/rapportages/minimum", Knop: "Opslaan", Terug: "/rapportages", Versie: i.Versie,
		Uitleg: "Een kleiner aantal wordt afgeschermd in rapportages, met de aantallen die het zouden verraden. Nul wordt altijd getoond. Wat al is vrijgegeven, verandert niet.",
		Groepen: []veldgroep{{Kolommen: true, Velden: []*veld{
			{Naam: "minimum", Label: "Kleinste aantal dat wordt getoond", Soort: "kort", Nodig: true, Waarde: strconv.Itoa(i.Minimum)},
			{Naam: "personen", Label: "Kleinste aantal personen, of meldingen van geweld thuis", Soort: "kort", Nodig: true, Waarde: strconv.Itoa(i.Personen)}}}}}
	return f, i, Pagina{Titel: "Kleine aantallen afschermen", Menu: "/rapportages"}, nil
}

func (w *Web) rapportageMinimumShow(b *bezoek) error {
	f, _, page, err := w.rapportageMinimum(b)
	if err != nil {
		return err
	}
	return b.rapportageForm(http.StatusOK, page, "", f)
}

func (w *Web) rapportageMinimumSave(b *bezoek) error {
	f, i, page, err := w.rapportageMinimum(b)
	if err != nil {
		return err
	}
	posted := f.lees(b).waarden()
	i.Minimum, _ = strconv.Atoi(posted["minimum"]) // what is no number is 0, which the room refuses
	i.Personen, _ = strconv.Atoi(posted["personen"])
	i.Versie = f.Versie
	if err := w.Rapportage.ZetInstelling(b.Context(), b.wie, i); err != nil {
		status, ok := f.mislukt(err, nil, 0)
		if !ok {
			return err
		}
		return b.rapportageForm(status, page, "", f)
	}
	b.zeg("De instelling is opgeslagen. Zij geldt voor rapportages die u hierna vrijgeeft.")
	return b.naar("/rapportages/minimum")
}
