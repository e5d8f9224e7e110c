// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/verband"
)

// verbandOperaties are the operations on ties.
func (a *API) verbandOperaties() {
	lees(a, "verband-lijst", "/verbanden", "Verbanden zoeken die niet beëindigd zijn", a.verbandLijst)
	operatie(a, http.MethodPost, "verband-leggen", "/verbanden", "Verband leggen; tussen veiligheid en zorg is het een voorstel", http.StatusCreated, a.verbandLeggen)
	lees(a, "verband-lezen", "/verbanden/{id}", "Verband lezen, ook als het beëindigd is", a.verbandLezen)
	operatie(a, http.MethodPost, "verband-instemmen", "/verbanden/{id}/instemming", "Instemmen met een voorgesteld verband", http.StatusOK, a.verbandInstemmen)
	operatie(a, http.MethodPost, "verband-beeindigen", "/verbanden/{id}/einde", "Verband beëindigen, met de reden", http.StatusNoContent, a.verbandBeeindigen)
}

type eind struct {
	Soort string `json:"soort,omitempty" doc:"doel, indicator, actie, gebied of signaal" example:"doel"`
	ID    string `json:"id,omitempty" doc:"Kenmerk; van een gebied de CBS-code" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
}

func (e eind) eind() verband.Eind { return verband.Eind{Soort: verband.Soort(e.Soort), ID: e.ID} }

func eindUit(e verband.Eind) eind { return eind{Soort: string(e.Soort), ID: e.ID} }

// Verband is one tie.
type Verband struct {
	ID        string    `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Van       eind      `json:"van" doc:"Het ene eind"`
	Naar      eind      `json:"naar" doc:"Het andere eind"`
	Waarom    string    `json:"waarom" doc:"Waarom deze twee bij elkaar horen" example:"Preventie komt in de wijken met de meeste meldingen."`
	Wie       string    `json:"wie" doc:"Gebruiker die het verband legde" example:"adviseur-oov"`
	Wanneer   time.Time `json:"wanneer" doc:"Moment waarop het is gelegd" example:"2026-11-09T11:00:00Z"`
	Status    string    `json:"status" enum:"voorgesteld,van kracht,beeindigd" doc:"Tussen veiligheid en zorg van kracht als beide eigenaren instemden" example:"voorgesteld"`
	Akkoorden []akkoord `json:"akkoorden" nullable:"false" doc:"Wie er instemde; leeg als dat niet nodig is"`
	Einde     *einde    `json:"einde,omitempty" doc:"Ontbreekt zolang het verband niet beëindigd is"`
}

type akkoord struct {
	Domein  string    `json:"domein" enum:"veiligheid,zorg" doc:"Beleidsdomein" example:"veiligheid"`
	Wie     string    `json:"wie" doc:"Gebruiker die instemde" example:"adviseur-oov"`
	Wanneer time.Time `json:"wanneer" doc:"Moment van instemmen" example:"2026-11-09T11:00:00Z"`
}

type einde struct {
	Wie     string    `json:"wie" doc:"Gebruiker die het verband beëindigde" example:"adviseur-oov"`
	Wanneer time.Time `json:"wanneer" doc:"Moment van beëindigen" example:"2026-11-09T11:00:00Z"`
	Reden   string    `json:"reden" doc:"Waarom het niet meer geldt"`
}

// VerbandZicht is a tie with what is known of its ends and what the asker can do with it.
type VerbandZicht struct {
	Verband
	VanNaam       string   `json:"vanNaam" doc:"Naam van het ene eind" example:"Minder huiselijk geweld"`
	NaarNaam      string   `json:"naarNaam" doc:"Naam van het andere eind" example:"Preventie in Zuid"`
	Ontbreekt     []string `json:"ontbreekt" nullable:"false" doc:"Beleidsdomeinen die nog moeten instemmen" example:"zorg"`
	MagInstemmen  bool     `json:"magInstemmen" doc:"Of u kunt instemmen" example:"false"`
	MagBeeindigen bool     `json:"magBeeindigen" doc:"Of u het verband kunt beëindigen" example:"true"`
}

func verbandUit(v verband.Verband) Verband {
	out := Verband{ID: v.ID, Van: eindUit(v.Van), Naar: eindUit(v.Naar), Waarom: v.Waarom, Wie: v.Wie, Wanneer: v.Wanneer.Time(), Status: string(v.Status),
		Akkoorden: elk(v.Akkoorden, func(a verband.Akkoord) akkoord {
			return akkoord{Domein: a.Domein, Wie: a.Wie, Wanneer: a.Wanneer.Time()}
		})}
	if v.Status == verband.Beeindigd {
		out.Einde = &einde{Wie: v.Einde.Wie, Wanneer: v.Einde.Wanneer.Time(), Reden: v.Einde.Reden}
	}
	return out
}

func verbandZichtUit(z verband.Zicht) VerbandZicht {
	return VerbandZicht{Verband: verbandUit(z.Verband), VanNaam: z.VanFeit.Naam, NaarNaam: z.NaarFeit.Naam, Ontbreekt: append([]string{}, z.Ontbreekt...),
		MagInstemmen: z.MagInstemmen, MagBeeindigen: z.MagBeeindigen}
}

type verbandFilter struct {
	Soort  string `query:"soort" enum:"doel,indicator,actie,gebied,signaal" doc:"Met id: alleen verbanden van dit ding"`
	ID     string `query:"id" doc:"Kenmerk van dat ding; van een gebied de CBS-code" example:"WK059901"`
	Status string `query:"status" enum:"voorgesteld,van kracht" doc:"Alleen verbanden met deze status"`
}

type verbandLijst struct {
	Body struct {
		Verbanden []VerbandZicht `json:"verbanden" nullable:"false" doc:"Van nieuw naar oud"`
	}
}

func (a *API) verbandLijst(ctx context.Context, in *verbandFilter) (*verbandLijst, error) {
	if (in.Soort == "") != (in.ID == "") {
		return nil, domein.Refuse("api.verbandLijst", "Deze verbanden kunnen niet worden gezocht.",
			[]domein.Fault{{Veld: "soort", Melding: "Geef soort en id allebei mee, of geen van beide."}})
	}
	list, err := a.verbandenVan(ctx, verband.Eind{Soort: verband.Soort(in.Soort), ID: in.ID})
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(z verband.Zicht) bool { return in.Status != "" && string(z.Status) != in.Status })
	out := &verbandLijst{}
	out.Body.Verbanden = elk(list, verbandZichtUit)
	return out, nil
}

// verbandenVan lists the ties of one end, or all when there is none.
func (a *API) verbandenVan(ctx context.Context, e verband.Eind) ([]verband.Zicht, error) {
	if e == (verband.Eind{}) {
		return a.Verband.Lijst(ctx, actor(ctx))
	}
	return a.Verband.Van(ctx, actor(ctx), e)
}

type verbandDetail struct{ Body VerbandZicht }

func (a *API) verbandLezen(ctx context.Context, in *Kenmerk) (*verbandDetail, error) {
	z, err := a.Verband.Toon(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &verbandDetail{verbandZichtUit(z)}, nil
}

type verbandNieuw struct {
	Body struct {
		Van    eind   `json:"van,omitzero" doc:"Het ene eind"`
		Naar   eind   `json:"naar,omitzero" doc:"Het andere eind"`
		Waarom string `json:"waarom,omitempty" doc:"Waarom deze twee bij elkaar horen, in een zin" example:"Preventie komt in de wijken met de meeste meldingen."`
	}
}

type verbandGemaakt struct {
	Location string `header:"Location" doc:"Adres van het verband"`
	Body     Verband
}

func (a *API) verbandLeggen(ctx context.Context, in *verbandNieuw) (*verbandGemaakt, error) {
	v, err := a.Verband.Leg(ctx, actor(ctx), in.Body.Van.eind(), in.Body.Naar.eind(), in.Body.Waarom)
	if err != nil {
		return nil, err
	}
	return &verbandGemaakt{Location: prefix + "/verbanden/" + v.ID, Body: verbandUit(v)}, nil
}

type verbandEen struct{ Body Verband }

func (a *API) verbandInstemmen(ctx context.Context, in *Kenmerk) (*verbandEen, error) {
	v, err := a.Verband.StemIn(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &verbandEen{verbandUit(v)}, nil
}

type verbandEinde struct {
	Kenmerk
	Body struct {
		Reden string `json:"reden,omitempty" doc:"Waarom het verband niet meer geldt" example:"Het doel is bereikt."`
	}
}

func (a *API) verbandBeeindigen(ctx context.Context, in *verbandEinde) (*klaar, error) {
	return &klaar{}, a.Verband.Beeindig(ctx, actor(ctx), in.ID, in.Body.Reden)
}
