// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package domein

import (
	"maps"
	"slices"
)

// Wijziging is a save: the version that the sender saw and the fields that he changes. Fields that he leaves alone are not in it, so that two people can
// work on one thing without undoing each other (S5).
type Wijziging struct {
	Basis  int
	Velden map[string]string
}

// Veld is the value of a field and the version in which it last changed.
type Veld struct {
	Waarde string `json:"waarde"`
	Versie int    `json:"versie"`
}

// Botsing is a field that somebody else changed since the sender looked. Both values are shown; the sender chooses.
type Botsing struct {
	Veld string
	Uw   string
	Hun  string
}

// Samenvoegen merges w into velden, the state at version versie. It gives the new state and its version, or a Conflict with every clashing field. A field
// that both set to the same value does not clash. Nothing to change gives the old version back.
func Samenvoegen(op string, velden map[string]Veld, versie int, w Wijziging) (map[string]Veld, int, error) {
	if w.Basis > versie || w.Basis < 0 {
		return nil, 0, &Error{Kind: Invalid, Op: op, Melding: "De versie waarop u verder werkt bestaat niet. Laad de pagina opnieuw."}
	}
	var clashes []Botsing
	merged, changed := maps.Clone(velden), false
	if merged == nil {
		merged = map[string]Veld{}
	}
	for _, naam := range slices.Sorted(maps.Keys(w.Velden)) {
		waarde, oud := w.Velden[naam], velden[naam]
		switch {
		case oud.Waarde == waarde:
		case oud.Versie > w.Basis:
			clashes = append(clashes, Botsing{Veld: naam, Uw: waarde, Hun: oud.Waarde})
		default:
			merged[naam] = Veld{Waarde: waarde, Versie: versie + 1}
			changed = true
		}
	}
	if len(clashes) > 0 {
		return nil, 0, &Error{Kind: Conflict, Op: op, Botsingen: clashes,
			Melding: "Iemand anders heeft dit intussen gewijzigd. Kies per veld welke waarde blijft."}
	}
	if !changed {
		return velden, versie, nil
	}
	return merged, versie + 1, nil
}
