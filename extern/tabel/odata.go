// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"dwarsverband/domein"
)

// Vorm is what sort of JSON value a field has.
type Vorm int

// The forms. Anders is a list or an object, which no table of CBS has.
const (
	Null Vorm = iota
	Woord
	Nummer
	Anders
)

// Veld is one field of a record.
type Veld struct {
	Naam   string
	Vorm   Vorm
	Waarde string // of a Woord or Nummer
}

// Paginas says what was read: how many records, and whether the last page says that more follow (odata.nextLink).
type Paginas struct {
	Rijen   int
	Vervolg bool
}

type odata struct {
	t   *Tekst
	dec *json.Decoder
	kop func(metadata string) error
	rij func(nr int, velden []Veld) error
	uit Paginas

	ruw    json.RawMessage
	velden []Veld
	namen  map[string]string // of fields, as they stand in the file
}

// LeesOData walks one or more OData v3 pages behind each other. kop gets the odata.metadata of each page before its rows, empty when it is not there; rij
// gets each record with its number in the file, from 1, and may keep no slice of it. Their errors end the walk.
func LeesOData(t *Tekst, kop func(metadata string) error, rij func(nr int, velden []Veld) error) (Paginas, error) {
	o := &odata{t: t, dec: json.NewDecoder(t), kop: kop, rij: rij, namen: map[string]string{}}
	o.dec.UseNumber()
	t.ruimte = maxRij
	for {
		tok, err := o.dec.Token()
		switch {
		case errors.Is(err, io.EOF) && o.uit.Rijen == 0:
			return o.uit, t.Fout("value", "Het bestand heeft geen rijen. Controleer het filter van de download.")
		case errors.Is(err, io.EOF):
			return o.uit, nil
		case err != nil:
			return o.uit, o.fout(err)
		case tok != json.Delim('{'):
			return o.uit, o.geenPagina()
		}
		if err := o.pagina(); err != nil {
			return o.uit, err
		}
	}
}

func (o *odata) geenPagina() error {
	return o.t.Fout("bestand", `Dit is geen pagina van OData versie 3 ({"odata.metadata": ..., "value": [...]}). Download de tabel opnieuw via ODataApi of ODataFeed.`)
}

// pagina reads the fields of a page whose { has been read.
func (o *odata) pagina() error {
	metadata, waarden := "", false
	o.uit.Vervolg = false
	for o.dec.More() {
		naam, err := o.dec.Token()
		if err != nil {
			return o.fout(err)
		}
		tok, err := o.dec.Token()
		if err != nil {
			return o.fout(err)
		}
		switch {
		case naam == "value" && tok == json.Delim('['):
			if err := o.kop(metadata); err != nil {
				return err
			}
			waarden = true
			if err := o.rijen(); err != nil {
				return err
			}
			continue
		case naam == "odata.metadata":
			metadata, _ = tok.(string)
		case naam == "odata.nextLink" || naam == "@odata.nextLink":
			o.uit.Vervolg = tok != nil && tok != ""
		case naam == "@odata.context":
			return o.t.Fout("@odata.context", "Dit bestand is OData versie 4. Download versie 3, via ODataApi of ODataFeed.")
		case naam == "odata.error" || naam == "error":
			return o.t.Fout("odata.error", "Dit is een foutmelding van de server en geen tabel. Download de tabel opnieuw.")
		}
		if err := o.sla(tok); err != nil {
			return err
		}
	}
	if _, err := o.dec.Token(); err != nil {
		return o.fout(err)
	}
	if !waarden {
		return o.geenPagina()
	}
	return nil
}

// rijen reads the records of a page whose [ has been read.
func (o *odata) rijen() error {
	for o.dec.More() {
		if err := o.dec.Decode(&o.ruw); err != nil {
			return o.fout(err)
		}
		if o.ruw[0] != '{' {
			return o.geenPagina()
		}
		o.velden = o.splits(o.ruw, o.velden[:0])
		if o.uit.Rijen++; o.uit.Rijen > maxRijen {
			return o.t.teVeelRijen()
		}
		if err := o.rij(o.uit.Rijen, o.velden); err != nil {
			return err
		}
		o.t.ruimte = maxRij
	}
	_, err := o.dec.Token()
	return o.fout(err)
}

// splits gives the fields of one record, which is a valid JSON object. A Token for each of them would take three times as long.
func (o *odata) splits(ruw []byte, velden []Veld) []Veld {
	i := witruimte(ruw, 1)
	for ruw[i] != '}' {
		if ruw[i] == ',' {
			i = witruimte(ruw, i+1)
		}
		einde := waardeEinde(ruw, i)
		naam, ok := o.namen[string(ruw[i:einde])]
		if !ok {
			naam = tekstVan(ruw[i:einde])
			if len(o.namen) < 1000 { // a table has some hundred columns; more names are no table
				o.namen[string(ruw[i:einde])] = naam
			}
		}
		i = witruimte(ruw, witruimte(ruw, einde)+1)
		einde = waardeEinde(ruw, i)
		v := Veld{Naam: naam, Vorm: Anders}
		switch c := ruw[i]; {
		case c == '"':
			v.Vorm, v.Waarde = Woord, tekstVan(ruw[i:einde])
		case c == '-' || c >= '0' && c <= '9':
			v.Vorm, v.Waarde = Nummer, string(ruw[i:einde])
		case c == 'n':
			v.Vorm = Null
		}
		velden = append(velden, v)
		i = witruimte(ruw, einde)
	}
	return velden
}

func witruimte(b []byte, i int) int {
	for b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r' {
		i++
	}
	return i
}

// waardeEinde gives where the valid JSON value at i ends.
func waardeEinde(b []byte, i int) int {
	diep, inTekst := 0, false
	for ; ; i++ {
		switch c := b[i]; {
		case inTekst && c == '\\':
			i++
		case c == '"':
			if inTekst = !inTekst; !inTekst && diep == 0 {
				return i + 1
			}
		case inTekst:
		case c == '{' || c == '[':
			diep++
		case (c == '}' || c == ']') && diep > 0:
			if diep--; diep == 0 {
				return i + 1
			}
		case diep == 0 && strings.IndexByte(",}: \t\r\n", c) >= 0:
			return i
		}
	}
}

// tekstVan gives the content of a JSON string with its quotes.
func tekstVan(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 {
		return string(b[1 : len(b)-1])
	}
	var s string
	_ = json.Unmarshal(b, &s) // cannot fail: the decoder has judged it
	return s
}

// sla passes over the rest of a value that began with tok.
func (o *odata) sla(tok json.Token) error {
	diep := 0
	for {
		switch tok {
		case json.Delim('{'), json.Delim('['):
			diep++
		case json.Delim('}'), json.Delim(']'):
			diep--
		}
		if diep == 0 {
			return nil
		}
		var err error
		if tok, err = o.dec.Token(); err != nil {
			return o.fout(err)
		}
	}
}

// fout gives a fault of the JSON as one of the file.
func (o *odata) fout(err error) error {
	var syntax *json.SyntaxError
	var eigen *domein.Error
	switch {
	case err == nil || errors.As(err, &eigen):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return o.t.Afgekapt()
	case errors.As(err, &syntax):
		return o.t.Fout(fmt.Sprintf("rij %d", o.uit.Rijen+1), "Hier staat geen geldige JSON. Download het bestand opnieuw en pas het niet met de hand aan.")
	}
	return err
}

var tabelShape = regexp.MustCompile(`(?i)/(\d{5}NED)/`)

// TabelVan gives the id of the table in an odata.metadata address, such as 47022NED, or "".
func TabelVan(metadata string) string {
	if m := tabelShape.FindStringSubmatch(metadata); m != nil {
		return strings.ToUpper(m[1])
	}
	return ""
}
