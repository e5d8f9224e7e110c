// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"hash/maphash"
	"sync"

	"dwarsverband/domein/gebied"
	"dwarsverband/geo"
)

// vormen keeps borders that are light enough for a page, per tenant: making them takes longer than drawing them. They are made again when a border, code or edition
// differs, whoever changed it on whichever node.
type vormen struct {
	mu  sync.Mutex
	van map[string]lichteVormen
}

type lichteVormen struct {
	afdruk uint64
	vorm   map[string]geo.MultiPolygon // by code
}

// Borders are at most this part of the width of the map off: under a quarter of a pixel on a wide screen, also when the map is enlarged four times.
const vormNauwkeurig = 1.0 / 4000

var vormZaad = maphash.MakeSeed()

// licht gives the light borders of areas, which are those of one tenant.
func (v *vormen) licht(tenant string, areas []gebied.Gebied) map[string]geo.MultiPolygon {
	print := afdruk(areas)
	v.mu.Lock()
	defer v.mu.Unlock()
	if known, ok := v.van[tenant]; ok && known.afdruk == print {
		return known.vorm
	}
	if v.van == nil {
		v.van = map[string]lichteVormen{}
	}
	light := lichter(areas)
	v.van[tenant] = lichteVormen{print, light}
	return light
}

func afdruk(areas []gebied.Gebied) uint64 {
	var h maphash.Hash
	h.SetSeed(vormZaad)
	for _, a := range areas {
		h.WriteString(a.Code)
		for _, polygon := range a.Vlak {
			for _, ring := range polygon {
				for _, point := range ring {
					maphash.WriteComparable(&h, point)
				}
				h.WriteByte(';')
			}
			h.WriteByte('|')
		}
	}
	return h.Sum64()
}

// lichter makes the borders of each level lighter by itself: neighbours are of one level.
func lichter(areas []gebied.Gebied) map[string]geo.MultiPolygon {
	light := map[string]geo.MultiPolygon{}
	for _, level := range gebied.Niveaus() {
		var codes []string
		var shapes []geo.MultiPolygon
		box := geo.EmptyBox()
		for _, a := range areas {
			if a.Niveau == level {
				codes, shapes = append(codes, a.Code), append(shapes, geo.MultiPolygon(a.Vlak))
				box = box.Union(geo.Bounds(geo.MultiPolygon(a.Vlak)))
			}
		}
		for i, s := range geo.Simplify(shapes, box.Width()*vormNauwkeurig) {
			light[codes[i]] = s
		}
	}
	return light
}
