// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"dwarsverband/domein/cijfer"
)

// GeenFormule and GeenGetal are what a user reads about such a cell.
const (
	GeenFormule = "De cel begint met =, +, - of @. Een rekenprogramma ziet dat als formule. Haal dat teken weg."
	GeenGetal   = "%q is geen getal. Schrijf het getal met cijfers, zonder punten tussen de duizendtallen."
)

// Formule says whether a spreadsheet would run the text s as a formula, which makes a file dangerous to whoever opens it later.
func Formule(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.IndexByte("=+-@", s[0]) >= 0
}

// Schoon says whether s can be shown as a name: not too long and without control characters.
func Schoon(s string) bool { return len(s) <= 200 && strings.IndexFunc(s, unicode.IsControl) < 0 }

var (
	jaarShape  = regexp.MustCompile(`^[12][0-9]{3}$`)
	labelShape = regexp.MustCompile(`^([12][0-9]{3}) ([1-4])e kwartaal$`)
)

// Getal reads a number with decimal point or comma. NaN, infinity, exponents and separators of thousands are no number here.
func Getal(s string) (float64, bool) {
	cijfers, scheiding := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			cijfers++
		case (c == '.' || c == ',') && cijfers > 0 && i < len(s)-1:
			scheiding++
		case c == '-' && i == 0:
		default:
			return 0, false
		}
	}
	if cijfers == 0 || scheiding > 1 || len(s) > 40 {
		return 0, false
	}
	return eindig(strings.Replace(s, ",", ".", 1))
}

// GetalVan reads the number of a JSON field, which may have an exponent.
func GetalVan(v Veld) (float64, bool) {
	if v.Vorm == Nummer {
		return eindig(v.Waarde)
	}
	return Getal(strings.TrimSpace(v.Waarde))
}

func eindig(s string) (float64, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, false
	}
	if f == 0 {
		f = 0 // never minus zero
	}
	return f, true
}

// Symbool reads the signs that StatLine writes instead of a number: "." is unknown, unreliable or secret, "x" is secret, nothing is "cannot occur".
func Symbool(s string) (cijfer.Attribuut, bool) {
	switch strings.TrimSpace(s) {
	case "":
		return cijfer.NietVanToepassing, true
	case ".":
		return cijfer.Onbekend, true
	case "x":
		return cijfer.Geheim, true
	}
	return "", false
}

var maanden = map[string]int{
	"januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
}

// Periode reads a period as StatLine codes it (2022MM08) or names it ("2022 augustus", "2022 3e kwartaal", "2022"). A * behind it marks provisional figures.
func Periode(s string) (p cijfer.Periode, voorlopig bool, err error) {
	kaal := strings.TrimSpace(s)
	for strings.HasSuffix(kaal, "*") {
		kaal, voorlopig = strings.TrimSpace(strings.TrimSuffix(kaal, "*")), true
	}
	if p, err := cijfer.ParsePeriode(kaal); err == nil {
		return p, voorlopig, nil
	}
	if jaarShape.MatchString(kaal) {
		return cijfer.Periode(kaal + "JJ00"), voorlopig, nil
	}
	if m := labelShape.FindStringSubmatch(kaal); m != nil {
		return cijfer.Periode(m[1] + "KW0" + m[2]), voorlopig, nil
	}
	if jaar, maand, ok := strings.Cut(kaal, " "); ok && jaarShape.MatchString(jaar) {
		if n, ok := maanden[strings.ToLower(maand)]; ok {
			return cijfer.Periode(fmt.Sprintf("%sMM%02d", jaar, n)), voorlopig, nil
		}
	}
	return "", false, fmt.Errorf("tabel: %q is no period of StatLine", s)
}

// GeenPeriode says what to do about a period that is none.
func GeenPeriode(s string) string {
	return fmt.Sprintf("%q is geen periode. Gebruik een maand (2025MM09), een kwartaal (2025KW03) of een jaar (2025JJ00).", Kort(s))
}

// Kort keeps what a file holds from filling a message.
func Kort(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "..."
	}
	return s
}

var kaleLetter = strings.NewReplacer(
	"á", "a", "à", "a", "ä", "a", "â", "a", "é", "e", "è", "e", "ë", "e", "ê", "e", "í", "i", "ï", "i", "î", "i",
	"ó", "o", "ö", "o", "ô", "o", "ú", "u", "ü", "u", "û", "u", "ç", "c", "ñ", "n",
)

// Slug makes a stable code of a label that has none: "Overlast i.v.m. alcohol/drugs" becomes overlast-ivm-alcohol-drugs.
func Slug(s string) string {
	s = kaleLetter.Replace(strings.ToLower(s))
	s = strings.NewReplacer(".", "", "'", "").Replace(s)
	return strings.Join(strings.FieldsFunc(s, geenAlfanum), "-")
}

// OnderwerpNaam makes of a StatLine title the name that CBS gives the same topic in OData: "0 tot 15 jaar" is k_0Tot15Jaar, "Personenauto's totaal"
// is PersonenautoSTotaal.
func OnderwerpNaam(titel string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(kaleLetter.Replace(titel), geenAlfanum) {
		if b.Len() == 0 && w[0] >= '0' && w[0] <= '9' {
			b.WriteString("k_")
		}
		b.WriteString(strings.ToUpper(w[:1]) + w[1:])
	}
	return b.String()
}

func geenAlfanum(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
}
