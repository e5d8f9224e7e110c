// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package inzage

import (
	"encoding/json"
	"strings"
)

// ldvRegel is a line with the field names of the standard Logboek dataverwerkingen (Logius). What that has no name for has one of ours.
type ldvRegel struct {
	TraceID    string        `json:"trace_id"`
	SpanID     string        `json:"span_id"`
	StatusCode string        `json:"status_code"`
	Name       string        `json:"name"`
	StartTime  int64         `json:"start_time"` // milliseconds since 1970
	EndTime    int64         `json:"end_time"`
	Attributes ldvKenmerken  `json:"attributes"`
	Resource   ldvHulpmiddel `json:"resource"`
}

type ldvHulpmiddel struct {
	Naam string `json:"service.name"`
}

type ldvKenmerken struct {
	Activiteit   string   `json:"dpl.core.processing_activity_id"`
	Persoon      string   `json:"dpl.core.data_subject_id"`
	PersoonSoort string   `json:"dpl.core.data_subject_id_type"`
	Kader        string   `json:"dwarsverband.kader"`
	Organisatie  string   `json:"dwarsverband.organisatie"`
	Rol          string   `json:"dwarsverband.rol,omitempty"`
	Ontvanger    string   `json:"dwarsverband.ontvanger,omitempty"`
	Doel         string   `json:"dwarsverband.doel"`
	Grondslag    string   `json:"dwarsverband.grondslag"`
	Categorieen  []string `json:"dwarsverband.categorieen,omitempty"`
	Aantal       int      `json:"dwarsverband.aantal"`
}

// JSON gives the extract with the field names of the Logboek dataverwerkingen. The person is a pseudonym that exists in this request only. The trace is the request, so that
// two extracts cannot be laid side by side by it.
func (u Uittreksel) JSON(verantwoordelijke string) ([]byte, error) {
	trace := vingerafdruk([]byte("trace|" + u.Betrokkene))[:32]
	regels := make([]ldvRegel, len(u.Regels))
	for i, r := range u.Regels {
		regels[i] = ldvRegel{TraceID: trace, SpanID: vingerafdruk([]byte("span|" + u.Betrokkene + "|" + r.ID))[:16], StatusCode: "Ok", Name: r.Soort,
			StartTime: r.Van.Time().UnixMilli(), EndTime: r.Tot.Time().UnixMilli(), Resource: ldvHulpmiddel{"dwarsverband"},
			Attributes: ldvKenmerken{Activiteit: "urn:dwarsverband:" + verantwoordelijke + ":verwerking:" + strings.ReplaceAll(r.Soort, " ", "-"), Persoon: u.Betrokkene, PersoonSoort: "pseudoniem",
				Kader: r.Kader, Organisatie: r.Organisatie, Rol: r.Rol, Ontvanger: r.Aan, Doel: r.Doel, Grondslag: r.Grondslag, Categorieen: r.Categorieen, Aantal: r.Aantal}}
	}
	return json.MarshalIndent(struct {
		Verzoek           string     `json:"verzoek"`
		Verantwoordelijke string     `json:"verantwoordelijke"`
		Tot               string     `json:"tot"`
		Regels            []ldvRegel `json:"regels"`
	}{u.Nummer, verantwoordelijke, u.Tot.String(), regels}, "", "  ")
}
