// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package beeld

import "dwarsverband/geo"

// signalRadius is half the width of the mark of a signal, in pixels.
const signalRadius = 6.0

// marks draws a diamond in each area with a signal, as a series does, over all areas.
func (d *drawing) marks(vlakken []Vlak, p *projection) {
	open := false
	for i, v := range vlakken {
		if !v.Signaal {
			continue
		}
		x, y, ok := geo.LabelPoint(p.shapes[i])
		if !ok {
			continue
		}
		if !open {
			d.add(`<g class="kaart-signalen" transform="scale(0.1)" fill="`, colorSignal, `" stroke="`, colorPaper, `" stroke-width="12" pointer-events="none" aria-hidden="true">`)
			open = true
		}
		d.add(`<path d="`, diamondAt((x-p.left)*p.scale*mapUnits, (p.top-y)*p.scale*mapUnits, signalRadius*mapUnits), `"/>`)
	}
	if open {
		d.add(`</g>`)
	}
}

func diamondAt(x, y, r float64) string {
	return "M" + num(x) + " " + num(y-r) + "l" + num(r) + " " + num(r) + " " + num(-r) + " " + num(r) + " " + num(-r) + " " + num(-r) + "z"
}

// StaalSignaal gives the mark of a signal for a legend in HTML. It is decoration: the text beside it says what it means.
func StaalSignaal() string {
	return `<svg xmlns="http://www.w3.org/2000/svg" class="staal" aria-hidden="true" viewBox="0 0 28 18" width="28" height="18"><path d="` + diamondAt(14, 9, 8) +
		`" fill="` + colorSignal + `" stroke="` + colorPaper + `"/></svg>`
}
