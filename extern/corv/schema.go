// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package corv

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/jacoelho/xsd"
	"github.com/jacoelho/xsd/xsderrors"

	"dwarsverband/domein"
)

// schemas are those of the StUF-koppelvlak Jeugdzorg 1.0.9 of VNG Realisatie, as published.
//
//go:embed schema
var schemas embed.FS

// compiled gives the schema of a message, compiled once.
var (
	gm = sync.OnceValues(func() (*xsd.Engine, error) { return compileer("gm/jz0100_msg_gmberichten_resolved2025.xsd") })
	vv = sync.OnceValues(func() (*xsd.Engine, error) { return compileer("vv/jz0100_msg_vvberichten_resolved2025.xsd") })
)

func compileer(name string) (*xsd.Engine, error) {
	load := func(base, location string) (xsd.SchemaSource, error) {
		name := path.Join(path.Dir(base), location)
		text, err := schemas.ReadFile(name)
		if err != nil {
			return xsd.SchemaSource{}, xsderrors.ErrSchemaNotFound
		}
		return xsd.Bytes(name, text), nil
	}
	first, err := load("schema/x", name)
	if err != nil {
		return nil, err
	}
	engine, err := xsd.Compile(first.WithResolver(xsd.ResolverFunc(load)))
	if err != nil {
		return nil, fmt.Errorf("corv: schema %s: %w", name, err)
	}
	return engine, nil
}

// What a message may hold at most: many times what an honest one does.
var grenzen = xsd.ValidateOptions{MaxErrors: 50, MaxInstanceDepth: 40, MaxInstanceAttributes: 20}

// geldig refuses what the schema does not allow, every fault with its place. A fault names the element and never what stands in it.
func geldig(schema func() (*xsd.Engine, error), text []byte) error {
	engine, err := schema()
	if err != nil {
		return err
	}
	err = engine.ValidateWithOptions(bytes.NewReader(text), grenzen)
	if err == nil {
		return nil
	}
	wrong := []error{err}
	var list xsderrors.Errors
	if errors.As(err, &list) {
		wrong = list.Unwrap()
	}
	var faults []domein.Fault
	for _, err := range wrong {
		faults = append(faults, domein.Fault{Veld: plaats(err), Melding: fout(err)})
	}
	return domein.Refuse(op, "Dit bericht klopt niet met het berichtschema van CORV. Er is niets ontvangen.", faults)
}

// meldingen say in words what is wrong, by the sort of fault.
var meldingen = map[xsderrors.Code]string{
	xsderrors.CodeUnsupportedDTD:      "Een bericht met een DTD wordt niet gelezen. Haal die weg.",
	xsderrors.CodeUnsupportedEntity:   "Een bericht met eigen entiteiten wordt niet gelezen. Haal ze weg.",
	xsderrors.CodeUnsupportedExternal: "Een bericht dat naar iets anders verwijst wordt niet gelezen.",
	xsderrors.CodeUnsupportedNonUTF8:  "Lever het bericht aan in UTF-8.",
	xsderrors.CodeValidationXML:       "Dit is geen goede XML.",
	xsderrors.CodeValidationElement:   "Dit onderdeel hoort hier niet.",
	xsderrors.CodeValidationAttribute: "Een kenmerk van dit onderdeel ontbreekt of hoort er niet.",
	xsderrors.CodeValidationContent:   "Hier ontbreekt een onderdeel, of iets staat op de verkeerde plaats.",
	xsderrors.CodeValidationFacet:     "Deze waarde mag hier niet: zij is te lang, of staat niet in de lijst.",
}

func fout(err error) string {
	var e *xsderrors.Error
	if errors.As(err, &e) {
		if m, ok := meldingen[e.Code()]; ok {
			return m
		}
	}
	return "Dit onderdeel klopt niet met het schema."
}

// plaats names where a fault is: the path of elements without their first, and the line.
func plaats(err error) string {
	var e *xsderrors.Error
	if !errors.As(err, &e) {
		return "bericht"
	}
	_, pad, _ := strings.Cut(strings.TrimPrefix(e.Path(), "/"), "/")
	if pad == "" {
		pad = "bericht"
	}
	return fmt.Sprintf("%s, regel %d", pad, e.Line())
}
