// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/signaal"
)

// signaalOperaties are the operations on signals.
func (a *API) signaalOperaties() {
	lees(a, "signaal-lijst", "/signalen", "Signalen zoeken", a.signaalLijst)
	lees(a, "signaal-volgen", "/signalen/volgen", "Wat opvalt, maar net geen signaal is", a.signaalVolgen)
	lees(a, "signaal-lezen", "/signalen/{id}", "Signaal lezen, met oordelen en geschiedenis", a.signaalLezen)
	operatie(a, http.MethodPost, "signaal-stap", "/signalen/{id}/stappen", "Signaal duiden, bespreken, oppakken of sluiten", http.StatusOK, a.signaalStap)
}

// Telling is what the judgement of one month found. A number that is not known is absent; absent is never 0.
type Telling struct {
	Gezien          *float64 `json:"gezien,omitempty" doc:"Aantal in deze maand" example:"14"`
	Verwacht        *float64 `json:"verwacht,omitempty" doc:"Aantal dat uit het verleden was te verwachten" example:"2.1"`
	Onder           *float64 `json:"onder,omitempty" doc:"Kleinste aantal dat gewoon is: 95 van de 100 gewone maanden liggen tussen onder en boven" example:"0"`
	Boven           *float64 `json:"boven,omitempty" doc:"Grootste aantal dat gewoon is" example:"6"`
	P               *float64 `json:"p,omitempty" doc:"Kans op zo'n aantal of meer in een gewone maand" example:"0.00003"`
	Drempel         *float64 `json:"drempel,omitempty" doc:"Kans tot waar dit een signaal is, gegeven alles wat samen is beoordeeld" example:"0.0003"`
	Kleinste        *float64 `json:"kleinste,omitempty" doc:"Kleinste aantal dat een signaal was geweest" example:"12"`
	Getoetst        int      `json:"getoetst" doc:"Aantal reeksen dat samen is beoordeeld" example:"576"`
	ZonderUitspraak int      `json:"zonderUitspraak" doc:"Aantal reeksen waarover geen uitspraak is te doen. Dat is niet hetzelfde als rustig." example:"8"`
	Voorlopig       bool     `json:"voorlopig" doc:"De bron kan het aantal nog wijzigen"`
}

func tellingUit(m signaal.Meting) Telling {
	return Telling{Gezien: bekend(m.Gezien), Verwacht: bekend(m.Verwacht), Onder: bekend(m.Onder), Boven: bekend(m.Boven), P: bekend(m.P), Drempel: bekend(m.Drempel),
		Kleinste: bekend(m.Kleinste), Getoetst: m.Getoetst, ZonderUitspraak: m.ZonderUitspraak, Voorlopig: m.Voorlopig}
}

// Signaal is a signal as the API gives it.
type Signaal struct {
	ID        string    `json:"id"`
	Soort     string    `json:"soort" example:"misdrijf-1.1.1"`
	Gebied    string    `json:"gebied" example:"BU05990110"`
	Periode   string    `json:"periode" example:"2026MM09"`
	Status    string    `json:"status" enum:"nieuw,geduid,besproken,opgepakt,gesloten"`
	Vervallen bool      `json:"vervallen" doc:"Het cijfer is herzien en valt niet meer op"`
	Ontstaan  time.Time `json:"ontstaan"`
	Versie    int       `json:"versie" doc:"Stuur dit getal mee bij een stap"`
	Telling   Telling   `json:"telling"`

	Duiding      string `json:"duiding,omitempty"`
	Duidingsbron string `json:"duidingsbron,omitempty"`
	Tafel        string `json:"tafel,omitempty"`
	Opvolging    string `json:"opvolging,omitempty"`
	Sluitreden   string `json:"sluitreden,omitempty"`
}

func signaalUit(s signaal.Signaal) Signaal {
	return Signaal{ID: s.ID, Soort: s.Soort, Gebied: s.Gebied, Periode: s.Periode.Code(), Status: string(s.Status()), Vervallen: s.Vervallen, Ontstaan: s.Ontstaan.Time(),
		Versie: s.Versie, Telling: tellingUit(s.Meting), Duiding: s.Veld("duiding"), Duidingsbron: s.Veld("duidingsbron"), Tafel: s.Veld("tafel"),
		Opvolging: s.Veld("opvolging"), Sluitreden: s.Veld("sluitreden")}
}

type signaalFilter struct {
	Status string `query:"status" enum:"nieuw,geduid,besproken,opgepakt,gesloten" doc:"Alleen signalen met deze status"`
	CelFilter
}

// CelFilter chooses series and months.
type CelFilter struct {
	Soort  string `query:"soort" doc:"Alleen deze soort" example:"misdrijf-1.1.1"`
	Gebied string `query:"gebied" doc:"Dit gebied en alle gebieden erin" example:"WK059901"`
	Niveau string `query:"niveau" enum:"gemeente,wijk,buurt" doc:"Alleen gebieden van dit niveau van het CBS"`
	Vanaf  string `query:"vanaf" doc:"Deze maand en later" example:"2026MM07"`
	Groep  string `query:"groep" enum:"inwoners,politie,alle" default:"inwoners" doc:"Soorten die inwoners overkomen, soorten die meten wat de politie doet, of alle. De tweede hoort in geen ranglijst: zij stijgt waar meer wordt gecontroleerd."`
}

func (f CelFilter) filter(op string) (signaal.Filter, error) {
	var faults []domein.Fault
	p, err := cijfer.ParsePeriode(f.Vanaf)
	if f.Vanaf != "" && (err != nil || p.Lengte() != cijfer.Maand) {
		faults = append(faults, domein.Fault{Veld: "vanaf", Melding: "Dit is geen maand. Schrijf de maand als 2026MM09."})
	}
	if _, _, err := gebied.ParseCode(f.Gebied); f.Gebied != "" && err != nil {
		faults = append(faults, domein.Fault{Veld: "gebied", Melding: "Dit is geen code van een gebied. Gebruik een code zoals BU05990110."})
	}
	return signaal.Filter{Soort: f.Soort, Binnen: f.Gebied, Niveau: gebied.Niveau(f.Niveau), Vanaf: p, Politie: f.Groep == "politie", Alles: f.Groep == "alle"},
		domein.Refuse(op, "Deze signalen kunnen niet worden gezocht.", faults)
}

type signaalLijst struct {
	Body struct {
		Signalen []Signaal `json:"signalen" nullable:"false" doc:"De nieuwste maand eerst, en daarin het meest onwaarschijnlijke"`
	}
}

func (a *API) signaalLijst(ctx context.Context, in *signaalFilter) (*signaalLijst, error) {
	f, err := in.filter("api.signaalLijst")
	if err != nil {
		return nil, err
	}
	if in.Status != "" {
		f.Status = []signaal.Status{signaal.Status(in.Status)}
	}
	list, err := a.Signaal.Lijst(ctx, actor(ctx), f)
	if err != nil {
		return nil, err
	}
	out := &signaalLijst{}
	out.Body.Signalen = elk(list, signaalUit)
	return out, nil
}

// Oordeel is what was found for one series in one month.
type Oordeel struct {
	Soort     string  `json:"soort" example:"misdrijf-1.1.1"`
	Gebied    string  `json:"gebied" example:"BU05990110"`
	Periode   string  `json:"periode" example:"2026MM09"`
	Uitspraak string  `json:"uitspraak" enum:"signaal,volgen,rustig,geen uitspraak" doc:"Geen uitspraak is niet hetzelfde als rustig"`
	Telling   Telling `json:"telling"`
}

func oordeelUit(o signaal.Oordeel) Oordeel {
	return Oordeel{Soort: o.Soort, Gebied: o.Gebied, Periode: o.Periode.Code(), Uitspraak: string(o.Uitspraak), Telling: tellingUit(o.Meting)}
}

type volgenLijst struct {
	Body struct {
		Oordelen []Oordeel `json:"oordelen" nullable:"false" doc:"De nieuwste maand eerst, en daarin het meest onwaarschijnlijke"`
	}
}

func (a *API) signaalVolgen(ctx context.Context, in *CelFilter) (*volgenLijst, error) {
	f, err := in.filter("api.signaalVolgen")
	if err != nil {
		return nil, err
	}
	list, err := a.Signaal.Volgen(ctx, actor(ctx), f)
	if err != nil {
		return nil, err
	}
	out := &volgenLijst{}
	out.Body.Oordelen = elk(list, oordeelUit)
	return out, nil
}
