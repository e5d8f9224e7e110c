// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dwarsverband/domein/plan"
)

// Zin says in one Dutch sentence where the goal stands, from what may be shown.
func (d Doel) Zin() string {
	m := d.Meter()
	if m == nil || m.Waarde == nil {
		return d.Reden
	}
	var b strings.Builder
	fmt.Fprintf(&b, "De stand is %s %s (%s)", Schrijf(*m.Waarde), m.Eenheid, m.Over)
	if m.Voorlopig {
		b.WriteString(", voorlopig cijfer")
	}
	b.WriteString(". ")
	if m.Pad != nil {
		fmt.Fprintf(&b, "Het pad naar het doel vraagt dan %s. ", Schrijf(*m.Pad))
	}
	switch d.Oordeel {
	case plan.OpSchema:
		b.WriteString("Het doel ligt op schema.")
	case plan.Voor:
		b.WriteString("Het doel ligt voor op schema.")
	case plan.Achter:
		b.WriteString("Het doel ligt achter op schema.")
	default:
		b.WriteString(d.Reden)
	}
	return strings.TrimSpace(b.String())
}

// Schrijf writes a figure as the Dutch do, whole from a hundred, with one decimal from ten and two below: more says more than the figures know.
func Schrijf(f float64) string {
	decimals := 2
	switch {
	case math.Abs(f) >= 100:
		decimals = 0
	case math.Abs(f) >= 10:
		decimals = 1
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Abs(f), 'f', decimals, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part = strings.TrimRight(part, "0"); part != "" {
		whole += "," + part
	}
	if f < 0 && whole != "0" {
		return "−" + whole
	}
	return whole
}
