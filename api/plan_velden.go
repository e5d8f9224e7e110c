// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"dwarsverband/domein"
)

// invul is a field that somebody fills in: left out it stays as it is, null empties it. JSON alone cannot tell those two apart, and a PATCH must (RFC 7396).
type invul[T string | int | float64 | []string] struct {
	gegeven bool
	waarde  *T
}

// UnmarshalJSON notes that the field was there, also when it is null.
func (v *invul[T]) UnmarshalJSON(text []byte) error {
	v.gegeven = true
	return json.Unmarshal(text, &v.waarde)
}

// Schema describes the field as its value, or null.
func (invul[T]) Schema(r huma.Registry) *huma.Schema {
	s := huma.SchemaFromType(r, reflect.TypeFor[T]())
	s.Nullable = true
	return s
}

// tekst gives the value as the services take it, and whether the field was there.
func (v invul[T]) tekst() (string, bool) {
	if v.waarde == nil {
		return "", v.gegeven
	}
	switch w := any(*v.waarde).(type) {
	case int:
		return strconv.Itoa(w), true
	case float64:
		return strconv.FormatFloat(w, 'f', -1, 64), true
	case []string:
		return strings.Join(w, " "), true
	case string:
		return w, true
	}
	return "", true
}

// velden gives the fields of body that were there, by their name in JSON. Those are the names of the fields in the services, so that a message about a field
// carries the name that the sender knows.
func velden(body any) map[string]string {
	m := map[string]string{}
	v := reflect.ValueOf(body)
	for i := range v.NumField() {
		f, ok := v.Field(i).Interface().(interface{ tekst() (string, bool) })
		if !ok {
			continue
		}
		if w, given := f.tekst(); given {
			naam, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			m[naam] = w
		}
	}
	return m
}

// Basis is the version that a sender saw when he made his changes.
type Basis struct {
	Versie int `json:"versie" minimum:"1" doc:"De versie waarop u verder werkt, zoals u die het laatst las" example:"3"`
}

// wijziging makes a save of the fields that were sent.
func (b Basis) wijziging(velden map[string]string) domein.Wijziging {
	return domein.Wijziging{Basis: b.Versie, Velden: velden}
}

// elk turns each item of a list into what is sent; no items are an empty list, never null.
func elk[T, U any](list []T, doe func(T) U) []U {
	out := make([]U, len(list))
	for i, t := range list {
		out[i] = doe(t)
	}
	return out
}

// Kenmerk is the id of one thing in the path.
type Kenmerk struct {
	ID string `path:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
}

// geenDatum is said of a text that is no day on the calendar.
const geenDatum = "Dit is geen datum. Schrijf de datum als 2026-11-23."

// klaar is the answer without a body.
type klaar struct{}

// verwijzing names another thing.
type verwijzing struct {
	ID   string `json:"id" doc:"Kenmerk" example:"01935b2e-7c41-7d3a-9a55-0d2f6b1c8e10"`
	Naam string `json:"naam" doc:"Naam of tekst" example:"Minder woninginbraken"`
}
