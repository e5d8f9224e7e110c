// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/overleg"
	"dwarsverband/domein/toezicht"
)

// werkView is what waits for the visitor.
type werkView struct {
	Pagina
	Taken     []taakRegel
	Berichten []berichtRegel
	TeLaat    int
}

type taakRegel struct {
	dossier.Taak
	Naam, Codenaam, URL string
	Laat, Vandaag, Zelf bool
}

type berichtRegel struct {
	dossier.Bericht
	Naam, Codenaam, URL string
}

// werkShow is the page on which case work begins: what waits, the first to fall due first. It holds no word of a case.
func (w *Web) werkShow(b *bezoek) error {
	werk, err := w.Casus.Werk(b.Context(), b.wie)
	if err != nil {
		return err
	}
	nu := w.Casus.Nu()
	v := &werkView{Pagina: Pagina{Titel: "Mijn werk", Menu: "/werk", Lead: "Wat op u wacht. Wat het eerst moet, staat bovenaan."}}
	for _, t := range werk.Taken {
		r := taakRegel{Taak: t, Naam: taaknaam(t.Soort), Codenaam: werk.Codenamen[t.Dossier], URL: taakURL(t), Laat: t.TeLaat(nu), Vandaag: t.Vervalt.Date() == nu.Date(), Zelf: casus.ZelfAf(t)}
		if t.Soort == "wek.oppakken" {
			v.Taken = append([]taakRegel{r}, v.Taken...)
		} else {
			v.Taken = append(v.Taken, r)
		}
		if r.Laat && t.Soort != "wek.oppakken" {
			v.TeLaat++
		}
	}
	for _, x := range werk.Berichten {
		v.Berichten = append(v.Berichten, berichtRegel{x, berichtnaam(x.Soort), werk.Codenamen[x.Dossier], berichtURL(x)})
	}
	return b.toon("werk", v)
}

func taakURL(t dossier.Taak) string {
	switch {
	case t.Soort == "knoop" || t.Soort == "kennisnemen":
		return "/knopen/" + t.Dossier + "/" + t.Verwijst
	case t.Is("triage"):
		return "/meldingen/" + t.Dossier
	case t.Soort == "inzage":
		return "/inzage/" + t.Dossier
	case t.Soort == "inzage.uitstel":
		return "/uitstel/" + t.ID
	case t.Is("afwijking"):
		return "/toezicht/" + t.ID
	case t.Soort == toezicht.TaakUitleg:
		return "/opvallend/" + t.Verwijst
	case t.Soort == toezicht.TaakWeging:
		return "/toezicht/opvallend/" + t.Verwijst
	case t.Soort == overleg.TaakAgenderen:
		return "/overleggen"
	case t.Soort == deling.TaakGronden:
		return "/casussen/" + t.Dossier + "/gronden"
	case t.Soort == "overdracht":
		return "/casussen/" + t.Dossier + "/overdragen"
	}
	return "/casussen/" + t.Dossier
}

func berichtURL(x dossier.Bericht) string {
	switch {
	case x.Soort == "overleg":
		return "/overleggen/" + x.Verwijst
	case x.Soort == "gedeeld":
		return "/gedeeld/" + x.Verwijst
	case x.Soort == "noodtoegang" || x.Soort == "afwijking":
		return "/toezicht"
	case x.Soort == toezicht.TaakUitleg || x.Soort == toezicht.BerichtGewogen:
		return "/opvallend/" + x.Verwijst
	case x.Soort == toezicht.BerichtVervallen:
		return "/uitleg/opvallend"
	case strings.HasPrefix(x.Soort, "melding"):
		return "/meldingen/" + x.Dossier
	case x.Soort == "overdracht":
		return "/casussen/" + x.Dossier + "/overdragen"
	case strings.HasPrefix(x.Soort, "knoop"):
		return "/knopen/" + x.Dossier + "/" + x.Verwijst
	}
	return "/casussen/" + x.Dossier
}

func (w *Web) werkAf(b *bezoek) error {
	if err := w.Casus.RondAf(b.Context(), b.wie, b.PathValue("taak")); err != nil {
		return err
	}
	b.zeg("Deze taak is afgerond.")
	return b.naar("/werk")
}
