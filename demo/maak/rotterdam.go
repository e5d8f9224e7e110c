// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// wijknamen of Rotterdam as CBS gives them; the file of buurten has only the codes.
var wijknamen = map[string]string{
	"WK059901": "Rotterdam Centrum", "WK059903": "Delfshaven", "WK059904": "Overschie", "WK059905": "Noord",
	"WK059906": "Hillegersberg-Schiebroek", "WK059908": "Kralingen-Crooswijk", "WK059910": "Feijenoord", "WK059912": "IJsselmonde",
	"WK059913": "Pernis", "WK059914": "Prins Alexander", "WK059915": "Charlois", "WK059916": "Hoogvliet",
	"WK059917": "Hoek van Holland", "WK059918": "Spaanse Polder", "WK059919": "Nieuw Mathenesse", "WK059921": "Waalhaven-Eemhaven",
	"WK059922": "Vondelingenplaat", "WK059923": "Botlek-Europoort-Maasvlakte", "WK059924": "Rotterdam-Noord-West", "WK059925": "Rivium",
	"WK059926": "Bedrijventerrein Schieveen", "WK059927": "Rozenburg",
}

// writeRotterdam makes wijken.geojson.gz and gemeente.geojson.gz from buurten.geojson.gz in the folder. No border is computed: the sides that
// buurten share fall away and the others are kept as they are.
func writeRotterdam(folder string) error {
	packed, err := os.ReadFile(filepath.Join(folder, "buurten.geojson.gz"))
	if err != nil {
		return err
	}
	raw, err := unzip(packed)
	if err != nil {
		return err
	}
	wijken, gemeente, err := dissolveRotterdam(raw)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "wijken.geojson.gz"), zip(wijken), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "gemeente.geojson.gz"), zip(gemeente), 0o644)
}

func dissolveRotterdam(buurten []byte) (wijken, gemeente []byte, err error) {
	velden, vlakken, err := readGeoJSON(buurten)
	if err != nil {
		return nil, nil, err
	}
	perWijk := map[string][]vlak{}
	var volgorde []string
	for i, v := range velden {
		w := v["wijkcode"]
		if perWijk[w] == nil {
			volgorde = append(volgorde, w)
		}
		perWijk[w] = append(perWijk[w], vlakken[i])
	}
	slices.Sort(volgorde)
	var vormen []vorm
	for _, w := range volgorde {
		if wijknamen[w] == "" {
			return nil, nil, fmt.Errorf("wijk %q has no name", w)
		}
		vormen = append(vormen, vorm{[]veld{{"wijkcode", w}, {"wijknaam", wijknamen[w]}, {"gemeentecode", "GM0599"}}, dissolve(perWijk[w])})
	}
	geheel := []vorm{{[]veld{{"gemeentecode", "GM0599"}, {"gemeentenaam", "Rotterdam"}}, dissolve(vlakken)}}
	return geoJSON("rotterdam_wijken", false, vormen), geoJSON("rotterdam_gemeente", false, geheel), nil
}
