// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

// invoerOperaties are the operations on files that are read in.
func (a *API) invoerOperaties() {
	lees(a, "invoer-lijst", "/invoeren", "Bestanden die zijn ingelezen", a.invoerLijst)
	lees(a, "invoer-lezen", "/invoeren/{id}", "Verslag van een ingelezen bestand, met elke geweigerde regel", a.invoerLezen)
	huma.Register(a.huma, huma.Operation{
		OperationID: "invoer-maken", Method: http.MethodPost, Path: "/invoeren", Summary: "Bestand met cijfers of gebieden inlezen, of als proef laten zien wat er zou gebeuren",
		DefaultStatus: http.StatusOK,
		Errors:        []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
		RequestBody: &huma.RequestBody{Required: true, Description: "Het bestand zelf, van hoogstens 256 MB. Het mag ingepakt zijn met gzip.",
			Content: map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}},
	}, func(ctx context.Context, in *invoerVraag) (*invoerGemaakt, error) {
		out, err := a.invoerMaken(ctx, in)
		if err != nil {
			return nil, a.probleem("invoer-maken", err)
		}
		return out, nil
	})
}

// Invoer is the report of a file as the API gives it.
type Invoer struct {
	ID          string      `json:"id,omitempty" doc:"Kenmerk; ontbreekt bij een proef en bij gebieden"`
	Formaat     string      `json:"formaat" example:"canoniek"`
	Bestand     string      `json:"bestand" doc:"Naam van het bestand"`
	Proef       bool        `json:"proef" doc:"Er is niets opgeslagen"`
	Nieuw       int         `json:"nieuw"`
	Herzien     int         `json:"herzien" doc:"Cijfers met een andere waarde, of gebieden die veranderen"`
	Gelijk      int         `json:"gelijk"`
	Geweigerd   int         `json:"geweigerd"`
	SHA256      string      `json:"sha256,omitempty" doc:"Vingerafdruk van het bestand"`
	Wie         string      `json:"wie,omitempty" doc:"Wie het inlas"`
	Moment      *time.Time  `json:"moment,omitempty"`
	Weigeringen []Weigering `json:"weigeringen,omitempty" doc:"Alleen bij één bestand: de regels die niet zijn meegenomen"`
}

// Weigering is a row that was not taken in.
type Weigering struct {
	Regel int    `json:"regel" doc:"Regel in het bestand; 0 is het hele bestand"`
	Kolom string `json:"kolom"`
	Reden string `json:"reden" doc:"Wat er mis is en wat u kunt doen"`
}

func invoerUit(in cijfer.Invoer) Invoer {
	out := Invoer{ID: in.ID, Formaat: in.Formaat, Bestand: in.Bestand, Nieuw: in.Nieuw, Herzien: in.Herzien, Gelijk: in.Gelijk, Geweigerd: in.Geweigerd, SHA256: in.SHA256, Wie: in.Wie}
	if !in.Moment.IsZero() {
		t := in.Moment.Time()
		out.Moment = &t
	}
	out.Weigeringen = elk(in.Weigeringen, func(w cijfer.Weigering) Weigering { return Weigering{w.Lijn, w.Kolom, w.Reden} })
	return out
}

type invoerLijst struct {
	Body struct {
		Invoeren []Invoer `json:"invoeren" nullable:"false" doc:"Nieuwste eerst"`
	}
}

func (a *API) invoerLijst(ctx context.Context, _ *struct{}) (*invoerLijst, error) {
	list, err := a.Cijfer.Invoeren(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	out := &invoerLijst{}
	out.Body.Invoeren = elk(list, invoerUit)
	return out, nil
}

type invoerID struct {
	ID string `path:"id" doc:"Kenmerk van het verslag"`
}

type invoerAntwoord struct{ Body Invoer }

func (a *API) invoerLezen(ctx context.Context, in *invoerID) (*invoerAntwoord, error) {
	report, err := a.Cijfer.Invoer(ctx, actor(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return &invoerAntwoord{invoerUit(report)}, nil
}

type invoerVraag struct {
	Formaat string `query:"formaat" enum:"gebieden,politie-odata,politie-csv,kwb,canoniek" doc:"Weglaten: het programma herkent het zelf"`
	Jaar    int    `query:"jaar" minimum:"1995" maximum:"2100" doc:"Jaar van de gebiedsindeling, of van Kerncijfers zonder jaartal" example:"2026"`
	Proef   bool   `query:"proef" doc:"Alleen zeggen wat er zou gebeuren"`
	Bestand string `query:"bestand" maxLength:"200" doc:"Naam van het bestand, voor het verslag" example:"cijfers.csv"`

	inhoud io.Reader
}

// Resolve keeps the body as a stream: a file is never held in memory as a whole.
func (v *invoerVraag) Resolve(ctx huma.Context) []error {
	v.inhoud = ctx.BodyReader()
	return nil
}

type invoerGemaakt struct {
	Status   int
	Location string `header:"Location" doc:"Adres van het verslag, als er iets is opgeslagen"`
	Body     Invoer
}

// headSize is how much of a file tells its format.
const headSize = 64 << 10

func (a *API) invoerMaken(ctx context.Context, in *invoerVraag) (*invoerGemaakt, error) {
	wie := actor(ctx)
	if _, err := a.Cijfer.Invoeren(ctx, wie); err != nil {
		return nil, err // before a byte of the file is taken
	}
	unpacked, err := cijfer.Uitpakken(in.inhoud)
	if err != nil {
		return nil, err
	}
	file := bufio.NewReaderSize(unpacked, headSize)
	if in.Formaat == "" {
		head, err := file.Peek(headSize)
		if domein.KindOf(err) == domein.Invalid {
			return nil, err
		}
		if in.Formaat = a.Herken(head); in.Formaat == "" {
			return nil, domein.Refuse("api.invoerMaken", "We weten niet wat voor bestand dit is. Er is niets ingelezen.",
				[]domein.Fault{{Veld: "formaat", Melding: "Geef het formaat op, of stuur een CSV met de kolommen code, periode, maat, waarde, waardeattribuut en bron."}})
		}
	}
	if in.Formaat == "gebieden" {
		return a.gebiedenInlezen(ctx, in, file)
	}
	v, err := a.Cijfer.Import(ctx, wie, cijfer.Aanlevering{Formaat: in.Formaat, Naam: in.Bestand, Inhoud: file, Jaar: in.Jaar, Proef: in.Proef})
	if err != nil {
		return nil, err
	}
	out := &invoerGemaakt{Status: http.StatusOK, Body: invoerUit(v.Invoer)}
	out.Body.Proef = in.Proef
	switch _, err := a.Cijfer.Invoer(ctx, wie, v.ID); {
	case err == nil:
		out.Status, out.Location = http.StatusCreated, prefix+"/invoeren/"+v.ID
	case domein.KindOf(err) == domein.NotFound: // a dry run, or a file that changes nothing
		out.Body.ID = ""
	default:
		return nil, err
	}
	return out, nil
}

func (a *API) gebiedenInlezen(ctx context.Context, in *invoerVraag, file io.Reader) (*invoerGemaakt, error) {
	if in.Jaar == 0 {
		return nil, domein.Refuse("api.gebiedenInlezen", "De gebieden zijn niet ingelezen.", []domein.Fault{{Veld: "jaar", Melding: "Geef het jaar van de gebiedsindeling op, bijvoorbeeld 2026."}})
	}
	areas, err := a.LeesGebieden(file, in.Jaar)
	if err != nil {
		return nil, err
	}
	v, err := a.Gebied.Import(ctx, actor(ctx), areas, in.Proef)
	if err != nil {
		return nil, err
	}
	return &invoerGemaakt{Status: http.StatusOK, Body: Invoer{Formaat: in.Formaat, Bestand: in.Bestand, Proef: in.Proef, Nieuw: v.Nieuw, Herzien: v.Gewijzigd, Gelijk: v.Gelijk}}, nil
}
