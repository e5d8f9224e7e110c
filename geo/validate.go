// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import "slices"

// netherlands is the area in which RD New is defined, in RD metres: the land,
// its waters and a strip around it.
var netherlands = Box{-7000, 289000, 300000, 629000}

func inNetherlands(x, y float64) bool {
	return x >= netherlands.MinX && x <= netherlands.MaxX && y >= netherlands.MinY && y <= netherlands.MaxY
}

// check looks for borders that cross. It works on the coordinates as they stand
// in the file, because converting them moves points by nanometres, which would
// turn a border that touches itself into one that crosses.
func (r *featureReader) check(source MultiPolygon) {
	var rings [][][2]float64
	for _, p := range source {
		rings = append(rings, p...)
	}
	switch kind, at := r.checker.findCrossing(rings); kind {
	case crosses:
		r.faults.add(FaultCrosses, "de grens kruist zichzelf bij %s. Herstel de grens", r.place(at))
		return
	case backs:
		r.faults.add(FaultBacks, "de grens loopt terug over zichzelf bij %s. Haal het dubbele stuk weg", r.place(at))
		return
	case tangled:
		r.addTangled()
		return
	}
	for _, p := range source {
		switch hole, kind := r.checker.holeOutside(p); kind {
		case crosses:
			r.faults.add(FaultHole, "ring %d is een gat, maar ligt niet binnen de buitenste ring. Herstel de grens", hole+1)
		case tangled:
			r.addTangled()
			return
		}
	}
}

func (r *featureReader) addTangled() {
	r.faults.add(FaultTangled, "de grens heeft te veel lijnen over elkaar heen om te controleren. Maak de grens eenvoudiger")
}

// place writes a position as it stands in the file, so that it can be looked up.
func (r *featureReader) place(p [2]float64) string {
	decimals := 6
	if r.crs == RD {
		decimals = 2
	}
	return "[" + string(appendFixed(nil, p[0], decimals)) + ", " + string(appendFixed(nil, p[1], decimals)) + "]"
}

// convert brings the rings to RD metres and turns them the right way round.
func (r *featureReader) convert(source MultiPolygon) MultiPolygon {
	reported := false
	for _, rings := range source {
		for i, ring := range rings {
			for k, p := range ring {
				x, y := p[0], p[1]
				if r.crs == WGS84 {
					x, y = FromWGS84(x, y)
				}
				if !reported && !inNetherlands(x, y) {
					reported = true
					r.addOutside(p)
				}
				ring[k] = [2]float64{x, y}
			}
			if (signedArea(ring) > 0) != (i == 0) {
				slices.Reverse(ring)
			}
		}
	}
	return source
}

func (r *featureReader) addOutside(p [2]float64) {
	x, y := p[1], p[0]
	if r.crs == WGS84 {
		x, y = FromWGS84(x, y)
	}
	if inNetherlands(x, y) {
		r.faults.add(FaultSwapped, "de coördinaten van punt %s staan in de verkeerde volgorde. Zet de lengte (of x) voor de breedte (of y)", r.place(p))
		return
	}
	r.faults.add(FaultOutside, "punt %s ligt buiten Nederland. Controleer de grens en het coördinatenstelsel (WGS84 of RD)", r.place(p))
}
