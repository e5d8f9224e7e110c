// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"errors"
	"io"
	"strconv"

	"dwarsverband/domein"
	"dwarsverband/domein/gebied"
	"dwarsverband/geo"
)

// maxGebieden is the largest file of areas that is read; the whole country at street accuracy is under 100 MB.
const maxGebieden = 256 << 20

// LeesGebieden reads areas from GeoJSON, in WGS84 or RD, with the property names that CBS and PDOK use.
func LeesGebieden(r io.Reader, jaargang int) ([]gebied.Gebied, error) {
	const op = "gebied.lees"
	file, err := geo.ReadGeoJSON(r, maxGebieden)
	var faults geo.Faults
	if errors.As(err, &faults) {
		list := make([]domein.Fault, len(faults))
		for i, f := range faults {
			list[i] = domein.Fault{Veld: "vlak " + strconv.Itoa(f.Feature), Melding: f.Message}
			if f.Feature == 0 {
				list[i].Veld = "bestand"
			}
		}
		return nil, domein.Refuse(op, "Het bestand met gebieden klopt niet. Er is niets ingelezen.", list)
	}
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	areas := make([]gebied.Gebied, 0, len(file.Features))
	for _, f := range file.Features {
		areas = append(areas, gebiedVan(f, jaargang))
	}
	return areas, nil
}

func gebiedVan(f geo.Feature, jaargang int) gebied.Gebied {
	a := gebied.Gebied{Jaargang: jaargang, Vlak: gebied.Vlak(f.Shape)}
	a.Code = eerste(f.Properties, "code", "statcode", "buurtcode", "wijkcode", "gemeentecode")
	a.Naam = eerste(f.Properties, "naam", "statnaam", "name", "buurtnaam", "wijknaam", "gemeentenaam")
	code, niveau, err := gebied.ParseCode(a.Code)
	if err != nil {
		return a // Validate names the fault
	}
	a.Code, a.Niveau = code, niveau
	switch niveau {
	case gebied.Buurt:
		a.Ouder = eerste(f.Properties, "ouder", "wijkcode")
		if a.Ouder == "" {
			a.Ouder = "WK" + code[2:8]
		}
	case gebied.Wijk:
		a.Ouder = eerste(f.Properties, "ouder", "gemeentecode")
		if a.Ouder == "" {
			a.Ouder = "GM" + code[2:6]
		}
	}
	return a
}

func eerste(properties map[string]any, names ...string) string {
	for _, name := range names {
		if text, ok := properties[name].(string); ok && text != "" {
			return text
		}
	}
	return ""
}
