// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"context"
	"net/http"
	"time"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/dossier"
)

// casusOperaties are the operations on cases. What stands in a case is given as a copy that names purpose, ground and necessity, and is a line of its ledger; a GET of a case
// would have to carry those in its address, where logs keep them.
func (a *API) casusOperaties() {
	lees(a, "casus-lijst", "/casussen", "Casussen waarvan u in de kring zit, zonder inhoud", a.casusLijst)
	operatie(a, http.MethodPost, "casus-opvragen", "/casussen/{id}/afschriften", "Gegevens uit een casus opvragen, met doel, grondslag en noodzaak", http.StatusCreated, a.casusOpvragen)
	lees(a, "casus-afschrift", "/casussen/{id}/afschriften/{afschrift}", "Een afschrift dat u zelf hebt opgevraagd opnieuw lezen", a.casusAfschrift)
}

// Casus is the head of a case.
type Casus struct {
	ID             string    `json:"id"`
	Codenaam       string    `json:"codenaam" doc:"Schuilnaam: er staat nergens een echte naam" example:"Kievit 1"`
	Regime         string    `json:"regime" enum:"pga,zvh" doc:"Wet waaronder de casus valt"`
	Status         string    `json:"status" example:"uitvoering"`
	Begonnen       time.Time `json:"begonnen"`
	Casusregisseur string    `json:"casusregisseur,omitempty" doc:"Kenmerk van de gebruiker"`
	WekOp          string    `json:"wekOp,omitempty" format:"date" doc:"Dag waarop een sluimerende casus terugkomt"`
}

func casusUit(k dossier.Kop) Casus {
	c := Casus{ID: k.ID, Codenaam: k.Codenaam, Regime: string(k.Regime), Status: k.Status, Begonnen: k.Begonnen.Time(), Casusregisseur: k.Casusregisseur}
	if !k.WekOp.IsZero() {
		c.WekOp = k.WekOp.String()
	}
	return c
}

type casusFilter struct {
	Voor string `query:"voor" doc:"Kenmerk van de laatste casus van de vorige bladzijde; de lijst gaat daarna verder"`
}

type casusLijst struct {
	Body struct {
		Casussen []Casus `json:"casussen" nullable:"false" doc:"De nieuwste eerst, hooguit 50"`
		Verder   string  `json:"verder,omitempty" doc:"Waarde van voor bij de volgende bladzijde"`
	}
}

func (a *API) casusLijst(ctx context.Context, in *casusFilter) (*casusLijst, error) {
	list, err := a.Casus.Lijst(ctx, actor(ctx), in.Voor)
	if err != nil {
		return nil, err
	}
	out := &casusLijst{}
	out.Body.Casussen = elk(list, casusUit)
	if len(list) == casus.PerBladzijde {
		out.Body.Verder = list[len(list)-1].ID
	}
	return out, nil
}

// casusVraag names what a program needs of a case and why it may have it. The schema demands no field, so that the domain names every fault at once.
type casusVraag struct {
	Kenmerk
	Body struct {
		Soorten   []string `json:"soorten,omitempty" doc:"Verplicht: soorten stukken" example:"[\"doel\",\"interventie\"]"`
		Doel      string   `json:"doel,omitempty" doc:"Verplicht: waarvoor u in de kring zit" example:"aanpak van huiselijk geweld"`
		Grondslag string   `json:"grondslag,omitempty" doc:"Verplicht: de grondslag waarop u in de kring zit" example:"Wet gegevensverwerking door samenwerkingsverbanden"`
		Noodzaak  string   `json:"noodzaak,omitempty" doc:"Verplicht: waarom dit nodig is, minstens 20 tekens"`
	}
}

// Afschrift is what was given of a case. It is frozen: a later change of the case does not change it.
type Afschrift struct {
	ID        string    `json:"id" doc:"Regel in het verstrekkingenregister"`
	Casus     string    `json:"casus"`
	Codenaam  string    `json:"codenaam"`
	Moment    time.Time `json:"moment"`
	Doel      string    `json:"doel"`
	Grondslag string    `json:"grondslag"`
	Noodzaak  string    `json:"noodzaak"`
	Stukken   []Stuk    `json:"stukken" nullable:"false"`
}

// Stuk is one piece of a case.
type Stuk struct {
	Soort  string            `json:"soort" example:"doel"`
	ID     string            `json:"id"`
	Versie int               `json:"versie"`
	Op     time.Time         `json:"op" doc:"Moment van deze versie"`
	Velden map[string]string `json:"velden" nullable:"false"`
}

func afschriftUit(u casus.Uitgegeven) Afschrift {
	return Afschrift{ID: u.ID, Casus: u.Dossier, Codenaam: u.Codenaam, Moment: u.Moment.Time(), Doel: u.Doel, Grondslag: u.Grondslag, Noodzaak: u.Noodzaak,
		Stukken: elk(u.Stukken, func(st dossier.Stuk) Stuk {
			s := Stuk{Soort: st.Soort, ID: st.ID, Versie: st.Versie, Op: st.Op.Time(), Velden: map[string]string{}}
			for naam, v := range st.Velden {
				if v.Waarde != "" {
					s.Velden[naam] = v.Waarde
				}
			}
			return s
		})}
}

type afschriftGemaakt struct {
	Location string `header:"Location" doc:"Adres van het afschrift"`
	Body     Afschrift
}

func (a *API) casusOpvragen(ctx context.Context, in *casusVraag) (*afschriftGemaakt, error) {
	spoor, err := a.Casus.GeefUit(ctx, actor(ctx), in.ID, casus.Uitgifte{Vorm: casus.Opvraging, Soorten: in.Body.Soorten, Doel: in.Body.Doel, Grondslag: in.Body.Grondslag, Noodzaak: in.Body.Noodzaak})
	if err != nil {
		return nil, err
	}
	u, err := a.Casus.ToonUitgifte(ctx, actor(ctx), in.ID, spoor.ID)
	if err != nil {
		return nil, err
	}
	return &afschriftGemaakt{Location: prefix + "/casussen/" + in.ID + "/afschriften/" + spoor.ID, Body: afschriftUit(u)}, nil
}

type casusAfschriftVraag struct {
	Kenmerk
	Afschrift string `path:"afschrift" doc:"Kenmerk van het afschrift"`
}

type afschriftAntwoord struct{ Body Afschrift }

func (a *API) casusAfschrift(ctx context.Context, in *casusAfschriftVraag) (*afschriftAntwoord, error) {
	u, err := a.Casus.ToonUitgifte(ctx, actor(ctx), in.ID, in.Afschrift)
	if err != nil {
		return nil, err
	}
	return &afschriftAntwoord{afschriftUit(u)}, nil
}
