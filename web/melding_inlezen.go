// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
)

// inlezenView is the page where a file with reports is handed in.
type inlezenView struct {
	Pagina
	Ontvangen       []melding.Ontvangst
	Kop             string // what went wrong
	Fouten          []domein.Fault
	Meer            int // faults that are not shown
	Doel, Grondslag string
}

func (b *bezoek) inlezenView() *inlezenView {
	var kan []string
	for _, d := range []struct {
		deur melding.Deur
		naam string
	}{{melding.CORV, "XML van CORV"}, {melding.JZV, "JSON van JZV"}, {melding.CSV, "een lijst (CSV)"}} {
		if b.web.Melding.Lezers[d.deur] != nil {
			kan = append(kan, d.naam)
		}
	}
	return &inlezenView{Pagina: Pagina{Titel: "Meldingen inlezen", Menu: "/meldingen", Kruimels: []Kruimel{{"Meldingen", "/meldingen"}},
		Lead: "Lever een bestand van een ander systeem aan: " + strings.Join(kan, ", ") + ". Alles komt binnen, of niets."},
		Doel: "melden van een zorgelijke situatie", Grondslag: "art. 6 lid 1 onder e AVG"}
}

func (w *Web) meldingInlezen(b *bezoek) error {
	if err := w.Melding.MagInlezen(b.wie); err != nil {
		return err
	}
	return b.toon("meldingen_inlezen", b.inlezenView())
}

func (w *Web) meldingIngelezen(b *bezoek) error {
	if err := w.Melding.MagInlezen(b.wie); err != nil {
		return err
	}
	v := b.inlezenView()
	file, err := b.bestand()
	if err == nil {
		v.Ontvangen, err = w.Melding.OntvangBestand(b.Context(), b.wie, "", file)
	}
	if err == nil {
		return b.toon("meldingen_inlezen", v)
	}
	var e *domein.Error
	if !errors.As(err, &e) || e.Kind != domein.Invalid {
		return err
	}
	v.Kop, v.Fouten = e.Melding, e.Faults
	if len(v.Fouten) > maxFouten {
		v.Fouten, v.Meer = v.Fouten[:maxFouten], len(v.Fouten)-maxFouten
	}
	return b.toonMet(http.StatusBadRequest, "meldingen_inlezen", v)
}

// bestand gives the file of a form without keeping it anywhere.
func (b *bezoek) bestand() (io.Reader, error) {
	b.Body = http.MaxBytesReader(b.w, b.Body, melding.MaxBestand+1<<16)
	parts, err := b.MultipartReader()
	if err != nil {
		return nil, geenBestand("bestand", "Kies een bestand op uw computer.")
	}
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil, geenBestand("bestand", "Kies een bestand op uw computer.")
		case err != nil:
			return nil, afgebroken(err)
		case part.FormName() == "bestand" && part.FileName() != "":
			return part, nil
		}
	}
}

func opNaamFormulier(id string) *formulier {
	return &formulier{URL: "/meldingen/" + id + "/op-naam", Knop: "Op mijn naam zetten", Nieuw: true, Uitleg: "In deze melding staat een geheim adres. U ziet het pas als de melding op uw naam staat.",
		Groepen: []veldgroep{{Velden: []*veld{{Naam: "waarom", Label: "Waarom hebt u het adres nodig?", Soort: "tekst", Nodig: true}}}}}
}

func (w *Web) meldingOpNaam(b *bezoek) error {
	id := b.PathValue("id")
	f := opNaamFormulier(id).lees(b)
	if err := w.Melding.NeemOpNaam(b.Context(), b.wie, id, f.waarden()["waarom"]); err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.OpNaam = f })
	}
	b.zeg("De melding staat op uw naam.")
	return b.naar("/meldingen/" + id)
}

// overdrachtFormulier asks for the next step of a transfer from Veilig Thuis and for the days that it gave.
func overdrachtFormulier(id string, st melding.Stand) *formulier {
	stappen := []keuze{{Waarde: "dagen", Naam: "alleen de data hieronder vastleggen"}}
	switch {
	case st.Aanvaard.IsZero():
		stappen = append(stappen, keuze{Waarde: "aanvaard", Naam: "de overdracht is aanvaard"})
	case st.Teruggekoppeld.IsZero():
		stappen = append(stappen, keuze{Waarde: "teruggekoppeld", Naam: "er is teruggekoppeld aan Veilig Thuis"})
	}
	f := &formulier{URL: "/meldingen/" + id + "/overdracht", Knop: "Vastleggen", Nieuw: true, Uitleg: "De data van Veilig Thuis tellen alleen mee in de kengetallen.",
		Groepen: []veldgroep{{Velden: []*veld{{Naam: "stap", Label: "Stap", Soort: "keuze", Nodig: true, Keuzes: stappen}}},
			{Kolommen: true, Velden: []*veld{{Naam: "gemeld", Label: "Gemeld bij Veilig Thuis", Soort: "datum"}, {Naam: "beoordeeld", Label: "Veiligheid beoordeeld", Soort: "datum"},
				{Naam: "onderzocht", Label: "Onderzoek klaar", Soort: "datum"}}}}}
	return f.zet(map[string]string{"gemeld": st.Gemeld.String(), "beoordeeld": st.Beoordeeld.String(), "onderzocht": st.Onderzocht.String()})
}

func (w *Web) meldingOverdracht(b *bezoek) error {
	id := b.PathValue("id")
	f := overdrachtFormulier(id, melding.Stand{}).lees(b)
	x := f.waarden()
	err := w.Melding.DraagOver(b.Context(), b.wie, id, melding.Overdragen{Stap: x["stap"], Gemeld: x["gemeld"], Beoordeeld: x["beoordeeld"], Onderzocht: x["onderzocht"]})
	if err != nil {
		return w.meldingFout(b, err, f, func(v *meldingView) { v.Overdracht = f })
	}
	b.zeg("De overdracht is bijgewerkt.")
	return b.naar("/meldingen/" + id)
}
