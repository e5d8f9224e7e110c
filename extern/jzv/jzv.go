// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package jzv speaks the words of the stelsel Jeugd, Zorg en Veiligheid. It reads a report, the resource Melding as JSON, alone or as the data of a CloudEvent whose source names
// the sender; and it tells the network that the outcome of a meeting is there, or was seen.
package jzv

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
)

const op = "jzv.Lees"

//go:embed schema/melding.json
var schemaText []byte

// schema is that of the resource Melding.
var schema = schemaVan("melding.json", schemaText)

// schemaVan compiles a schema once, when it is first asked for.
func schemaVan(naam string, text []byte) func() (*jsonschema.Schema, error) {
	return sync.OnceValues(func() (*jsonschema.Schema, error) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return nil, err
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(naam, doc); err != nil {
			return nil, err
		}
		return c.Compile(naam)
	})
}

// gebeurtenis is a CloudEvent around a report.
type gebeurtenis struct {
	ID     string          `json:"id"`
	Bron   string          `json:"source"`
	Type   string          `json:"type"`
	Moment time.Time       `json:"time"`
	Data   json.RawMessage `json:"data"`
}

// bron and soort are what source and type of an event begin with.
const (
	bron  = "urn:nld:oin:"
	soort = "nl.jzv."
)

// Lees reads one report. What the schema does not allow is refused with every fault.
func Lees(r io.Reader) ([]melding.Aanlevering, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	if err := enkel(text); err != nil {
		return nil, err
	}
	var g gebeurtenis
	if err := json.Unmarshal(text, &g); err != nil || g.Data == nil {
		g = gebeurtenis{Data: text}
	} else if !strings.HasPrefix(g.Type, soort) || !strings.HasPrefix(g.Bron, bron) {
		return nil, domein.Refuse(op, "Dit is geen bericht van het stelsel JZV. Er is niets ontvangen.", []domein.Fault{
			{Veld: "type", Melding: "Het soort begint met " + soort + "."}, {Veld: "source", Melding: "De bron begint met " + bron + ", met het OIN van de afzender."}})
	}
	if err := geldig(g.Data); err != nil {
		return nil, err
	}
	var m meldingJSON
	if err := json.Unmarshal(g.Data, &m); err != nil {
		return nil, geenJSON
	}
	return []melding.Aanlevering{m.aanlevering(g)}, nil
}

var geenJSON = &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit is geen goede JSON. Lever het bericht opnieuw aan."}

// enkel refuses what is no JSON, and a name that stands twice in one object: which of both counts differs from reader to reader.
func enkel(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if err := waarde(d); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return geenJSON
	}
	return nil
}

func waarde(d *json.Decoder) error {
	token, err := d.Token()
	if err != nil {
		return geenJSON
	}
	open, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			key, err := d.Token()
			naam, ok := key.(string)
			if err != nil || !ok {
				return geenJSON
			}
			if seen[naam] {
				return &domein.Error{Kind: domein.Invalid, Op: op, Melding: "In dit bericht staat een naam twee keer in hetzelfde onderdeel. Lever het opnieuw aan."}
			}
			seen[naam] = true
		}
		if err := waarde(d); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return geenJSON
	}
	return nil
}

// geldig holds a report to its schema. A fault names the place and never what stands there.
func geldig(text []byte) error {
	s, err := schema()
	if err != nil {
		return err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return geenJSON
	}
	err = s.Validate(doc)
	var wrong *jsonschema.ValidationError
	if !errors.As(err, &wrong) {
		return err
	}
	return domein.Refuse(op, "Dit bericht klopt niet met het schema van een melding van JZV. Er is niets ontvangen.", fouten(wrong))
}

// fouten lists the causes without causes of their own.
func fouten(e *jsonschema.ValidationError) []domein.Fault {
	if len(e.Causes) == 0 {
		f := domein.Fault{Veld: strings.Join(e.InstanceLocation, "/"), Melding: "Deze waarde mag hier niet."}
		switch k := e.ErrorKind.(type) {
		case *kind.Required:
			f.Melding = "Hier ontbreekt: " + strings.Join(k.Missing, ", ") + "."
		case *kind.Type:
			f.Melding = "Dit is niet van het soort dat hier hoort."
		}
		if f.Veld == "" {
			f.Veld = "melding"
		}
		return []domein.Fault{f}
	}
	var list []domein.Fault
	for _, c := range e.Causes {
		list = append(list, fouten(c)...)
	}
	return list
}

// meldingJSON is the resource Melding.
type meldingJSON struct {
	ID            string    `json:"id"`
	Soort         string    `json:"soort"`
	Moment        time.Time `json:"datumTijd"`
	Verzoek       string    `json:"verzoek"`
	Terugkoppelen bool      `json:"terugkoppelingGewenst"`
	Situatie      struct {
		Schets string `json:"situatieSchets"`
		Nader  string `json:"nadereOmschrijving"`
		Vraag  struct {
			Vraag    string `json:"vraag"`
			Antwoord string `json:"antwoord"`
		} `json:"vraagAntwoord"`
	} `json:"zorgelijkeSituatie"`
	Contact struct {
		Naam      string `json:"naam"`
		Mailadres string `json:"emailAdres"`
		Telefoon  string `json:"telefoonnummer"`
	} `json:"contact"`
	Overig struct {
		Omschrijving string `json:"omschrijving"`
	} `json:"overigeInformatie"`
	Incidenten []struct {
		ID           string    `json:"id"`
		Moment       time.Time `json:"datumTijd"`
		Plaats       string    `json:"locatie"`
		Omschrijving string    `json:"omschrijving"`
		Periode      struct {
			Begin time.Time `json:"datumTijdBegin"`
		} `json:"periodeVanTot"`
	} `json:"naarAanleidingVan"`
	Betrokkenen []betrokkene `json:"heeftBetrekkingOp"`
}

type betrokkene struct {
	BSN      string `json:"burgerservicenummer"`
	Geslacht string `json:"geslacht"` // ISO 5218
	Naam     struct {
		Voornamen     string `json:"voornamen"`
		Voorvoegsel   string `json:"voorvoegsel"`
		Geslachtsnaam string `json:"geslachtsnaam"`
	} `json:"naam"`
	Adres struct {
		Straat     string `json:"straatnaam"`
		Huisnummer int    `json:"huisnummer"`
		Postcode   string `json:"postcode"`
		Plaats     string `json:"plaats"`
	} `json:"adres"`
}

// aanlevering puts a report in the words of the house. Without an event around it the sender is the organisation of its contact.
func (m meldingJSON) aanlevering(g gebeurtenis) melding.Aanlevering {
	a := melding.Aanlevering{Deur: melding.JZV, Soort: melding.MeldingGeneriek, Kenmerk: m.ID, Zaak: m.ID, Verzonden: termijn.At(m.Moment), Bestemming: melding.Bestemming(m.Soort),
		Aanleiding: strings.TrimSpace(m.Situatie.Schets + "\n" + m.Situatie.Nader), Verzoek: strings.TrimSpace(m.Verzoek + "\n" + m.Overig.Omschrijving), Terugkoppelen: m.Terugkoppelen,
		Afzender: melding.Partij{Naam: m.Contact.Naam, Contact: m.Contact.Naam, Telefoon: m.Contact.Telefoon, Mailadres: m.Contact.Mailadres}}
	if oin, systeem, _ := strings.Cut(strings.TrimPrefix(g.Bron, bron), ":"); g.Bron != "" {
		a.Afzender.OIN, a.Afzender.Applicatie = oin, strings.TrimPrefix(systeem, "systeem:")
	}
	if v := m.Situatie.Vraag; v.Vraag != "" {
		a.Zorgen = []melding.Zorg{{Code: v.Vraag, Tekst: v.Antwoord}}
	}
	for _, i := range m.Incidenten {
		op := i.Moment
		if op.IsZero() {
			op = i.Periode.Begin
		}
		a.Incidenten = append(a.Incidenten, melding.Incident{Kenmerk: i.ID, Datum: termijn.At(op).Date().String(), Plaats: i.Plaats, Tekst: i.Omschrijving})
	}
	for _, b := range m.Betrokkenen {
		p := persoon.Persoon{Voornamen: b.Naam.Voornamen, Voorvoegsel: b.Naam.Voorvoegsel, Achternaam: b.Naam.Geslachtsnaam, BSN: b.BSN, Geslacht: map[string]string{"1": "m", "2": "v"}[b.Geslacht],
			Adres: persoon.Adres{Straat: b.Adres.Straat, Postcode: b.Adres.Postcode, Plaats: b.Adres.Plaats}}
		if b.Adres.Huisnummer > 0 {
			p.Adres.Huisnummer = strconv.Itoa(b.Adres.Huisnummer)
		}
		a.Betrokkenen = append(a.Betrokkenen, melding.Betrokkene{Persoon: p})
	}
	return a
}
