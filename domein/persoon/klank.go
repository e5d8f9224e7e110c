// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package persoon

import "strings"

// vouwen turns letters with marks into plain ones. Turkish dotless i, Slavic and Scandinavian letters are in it because names in the Netherlands have them.
var vouwen = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ą", "a", "ā", "a", "æ", "ae", "ç", "c", "ć", "c", "č", "c", "ď", "d", "đ", "d",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ę", "e", "ě", "e", "ē", "e", "ğ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i", "i̇", "i", "ī", "i",
	"ł", "l", "ñ", "n", "ń", "n", "ň", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ő", "o", "ō", "o", "œ", "oe", "ř", "r",
	"ś", "s", "š", "s", "ş", "s", "ș", "s", "ß", "ss", "ť", "t", "ț", "t", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ů", "u", "ű", "u", "ū", "u",
	"ý", "y", "ÿ", "y", "ź", "z", "ž", "z", "ż", "z", "ĳ", "ij", "’", "", "'", "", "`", "",
)

// Vouw gives a word in small plain letters, without marks, hyphens and apostrophes; what is no letter becomes a space.
func Vouw(s string) string {
	s = vouwen.Replace(strings.ToLower(s))
	var b strings.Builder
	for _, c := range s {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// voorvoegsels are particles that people leave out or write in another place.
var voorvoegsels = map[string]bool{"van": true, "de": true, "der": true, "den": true, "het": true, "t": true, "ten": true, "ter": true, "te": true, "in": true, "op": true,
	"el": true, "al": true, "ben": true, "bin": true, "ibn": true, "ait": true, "du": true, "la": true, "le": true, "da": true, "dos": true, "von": true, "zu": true, "d": true}

// Kern gives a surname without its particles, in plain letters. A name that is only particles stays as it is.
func Kern(achternaam string) string {
	var rest []string
	words := strings.Fields(Vouw(achternaam))
	for _, w := range words {
		if !voorvoegsels[w] {
			rest = append(rest, w)
		}
	}
	if len(rest) == 0 {
		rest = words
	}
	return strings.Join(rest, " ")
}

// klanken are spellings of one sound in Dutch and in names from Turkish, Arabic and Slavic languages, longest first.
var klanken = strings.NewReplacer(
	"sch", "s", "tsj", "s", "tch", "s", "ch", "g", "gh", "g", "kh", "g", "ck", "k", "cz", "s", "sh", "s", "sj", "s", "sz", "s", "th", "t", "dt", "t", "ph", "f",
	"ij", "i", "ei", "i", "ey", "i", "ai", "i", "ou", "o", "au", "o", "oe", "o", "uu", "u", "ee", "e", "aa", "a", "oo", "o", "ie", "i", "eu", "o",
	"c", "k", "q", "k", "x", "ks", "z", "s", "v", "f", "w", "f", "y", "i", "j", "i", "dj", "i",
)

// Klank gives a code that names which sound alike share: "Yilmaz" and "Yılmaz", "Jansen" and "Janssen", "Dijkstra" and "Dykstra", "Mohammed" and "Muhammad", "Deniz" and
// "Denis". It works on the idea of Soundex and of the Kölner Phonetik (Postel 1969): the first sound stays, other vowels fall away, equal sounds that follow each other
// become one, and a closing d counts as t. It merges too much rather than too little, since a person confirms what is proposed.
func Klank(woord string) string {
	s := klanken.Replace(Vouw(woord))
	var b strings.Builder
	var last byte
	for i := range len(s) {
		c := s[i]
		if c == 'd' {
			c = 't'
		}
		klinker := strings.IndexByte("aeiouh ", c) >= 0
		if klinker && b.Len() > 0 || c == last {
			if klinker {
				last = 0
			}
			continue
		}
		last = c
		if klinker {
			c = 'a'
		}
		b.WriteByte(c)
	}
	return b.String()
}
