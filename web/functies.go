// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"dwarsverband/domein/termijn"
	"dwarsverband/web/assets"
)

// functies are the words that templates may use.
var functies = template.FuncMap{
	"deurnaam":   deurnaam,
	"planbadge":  planbadge,
	"standbadge": standbadge,
	"actiebadge": actiebadge,

	"casusbadge":   casusbadge,
	"signaalbadge": signaalBadge,
	"verhaalkeuze": verhaalKeuze,
	"kans":         kans,

	"regeldagen": regelDagen,
	"regelwie":   regelWie,
	"regelwat":   regelWat,

	"bestandsmaat": bestandsmaat,

	"asset":       assets.URL,
	"datum":       datum,
	"tijd":        tijd,
	"getal":       getal,
	"icoon":       icoon,
	"initialen":   initialen,
	"aantal":      func(f float64) string { return getal(f, 0) },
	"hoofdletter": hoofdletter,
	"heel":        func(n int) string { return getal(float64(n), 0) },
}

// datum writes a day as "3 december 2026".
func datum(d termijn.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(d.Day()) + " " + termijn.Maandnaam(d.Month()) + " " + strconv.Itoa(d.Year())
}

// tijd writes an instant as "3 december 2026, 14.30 uur", in Amsterdam.
func tijd(m termijn.Moment) string {
	if m.IsZero() {
		return ""
	}
	return datum(m.Date()) + ", " + m.Time().In(termijn.Amsterdam).Format("15.04") + " uur"
}

// getal writes a number as the Dutch do: 1.234,5. Trailing zeros of the fraction stay away.
func getal(f float64, decimalen int) string {
	if math.IsNaN(f) {
		return "–"
	}
	s := strconv.FormatFloat(math.Abs(f), 'f', decimalen, 64)
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	var b strings.Builder
	if f < 0 && (strings.Trim(whole, "0") != "" || fraction != "") {
		b.WriteRune('−')
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString("," + fraction)
	}
	return b.String()
}

// icoon draws an icon that says nothing by itself: the words beside it do.
func icoon(naam string) template.HTML {
	return template.HTML(`<svg class="icoon" aria-hidden="true"><use href="` + template.HTMLEscapeString(assets.Icon(naam)) + `"></use></svg>`)
}

// initialen gives the first letters of the first and last word of a name.
func initialen(naam string) string {
	words := strings.Fields(naam)
	if len(words) == 0 {
		return ""
	}
	first, last := []rune(words[0]), []rune(words[len(words)-1])
	return string(first[0]) + string(last[0])
}

// casusbadge gives the colour of the stand of a case.
func casusbadge(stand string) string {
	switch stand {
	case "ingenomen", "sluimerend":
		return "warning"
	case "uitvoering":
		return "success"
	}
	return "neutral"
}
