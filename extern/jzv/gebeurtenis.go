// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package jzv

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dwarsverband/domein/deling"
	"dwarsverband/domein/uitkomst"
)

//go:embed schema/prov-jsonld.json
var provText []byte

var provSchema = schemaVan("prov-jsonld.json", provText)

// woorden are the words of the stelsel for an event: the end of its type, and the kind of its prov:Activity. They are those of the autumn of 2026.
var woorden = map[string]struct{ soort, activiteit string }{
	deling.TaakMelden:     {"uitkomst-beschikbaar-gesteld", "soh:BeschikbaarStellenUitkomstOverleg"},
	uitkomst.TaakIngezien: {"uitkomst-ingezien", "soh:InzienUitkomstOverleg"},
}

const (
	soortUitkomst = soort + "uitwisselen-uitkomst-overleg."
	woordenboek   = "https://samen-onder-handbereik.github.io/specificaties/"
)

// knoop is one element of the graph: a thing, what was done with it, or who did it (PROV-O).
type knoop struct {
	ID          string     `json:"@id"`
	Soort       []string   `json:"@type"`
	Moment      *time.Time `json:"tijdstip,omitempty"`
	GemaaktDoor *wijzer    `json:"prov:wasGeneratedBy,omitempty"`
	Gebruikte   *wijzer    `json:"prov:used,omitempty"`
	Wie         *wijzer    `json:"prov:wasAssociatedWith,omitempty"`
	Inzage      string     `json:"soh:inzageUrl,omitempty"`
}

type wijzer struct {
	ID string `json:"@id"`
}

type cloudEvent struct {
	Versie string    `json:"specversion"`
	ID     string    `json:"id"`
	Bron   string    `json:"source"`
	Type   string    `json:"type"`
	Moment time.Time `json:"time"`
	Over   string    `json:"subject"`
	Inhoud string    `json:"datacontenttype"`
	Schema string    `json:"dataschema"`
	Data   graaf     `json:"data"`
}

type graaf struct {
	Context map[string]string `json:"@context"`
	Graaf   []knoop           `json:"@graph"`
}

// interactie is the id of an event in the network.
func interactie(g uitkomst.Gebeurtenis) string { return "urn:uuid:" + g.ID }

// Schrijf makes the CloudEvent of g, held to the schema of its data. basis is where the resources of this installation are, for whoever wants to see the outcome. There is no
// person in it: neither number nor pseudonym.
func Schrijf(g uitkomst.Gebeurtenis, basis string) ([]byte, error) {
	const op = "jzv.Schrijf"
	woord, ok := woorden[g.Soort]
	if !ok {
		return nil, fmt.Errorf("%s: no event for %q", op, g.Soort)
	}
	moment := g.Op.Time().UTC()
	thing, act, who := "urn:uitkomst-overleg:"+g.Uitkomst, interactie(g)+":activiteit", bron+g.Wie
	entity := knoop{ID: thing, Soort: []string{"prov:Entity", "soh:UitkomstOverleg"}, Inzage: basis + "/v1/casusoverleg/" + g.Uitkomst}
	activity := knoop{ID: act, Soort: []string{"prov:Activity", woord.activiteit}, Moment: &moment, Wie: &wijzer{who}}
	if g.Soort == deling.TaakMelden {
		entity.GemaaktDoor = &wijzer{act}
	} else {
		activity.Gebruikte = &wijzer{thing}
	}
	data := graaf{map[string]string{"prov": "http://www.w3.org/ns/prov#", "soh": woordenboek + "schema/"}, []knoop{entity, activity, {ID: who, Soort: []string{"prov:Agent", "soh:Organisatie"}}}}
	text, err := json.Marshal(cloudEvent{Versie: "1.0", ID: interactie(g), Bron: bron + g.Bron + ":systeem:dwarsverband", Type: soortUitkomst + woord.soort, Moment: moment, Over: thing,
		Inhoud: "application/ld+json", Schema: woordenboek + "jsonschema/prov-jsonld.schema.json", Data: data})
	if err != nil {
		return nil, err
	}
	return text, deugt(text)
}

// deugt holds the data of an event to the schema.
func deugt(text []byte) error {
	s, err := provSchema()
	if err != nil {
		return err
	}
	var g gebeurtenis
	if err := json.Unmarshal(text, &g); err != nil {
		return err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(g.Data))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}
