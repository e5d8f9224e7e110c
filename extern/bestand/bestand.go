// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package bestand judges a file that somebody adds to a case. What it is follows from its bytes, never from its name or from what a browser says of it. What can do something by
// itself, or what is two kinds of file at once, is refused; what a picture tells about where and with what it was made is taken out without touching the picture.
package bestand

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
)

// soort is a kind of file that a case can hold.
type soort struct {
	naam, mime string
	einde      []string // endings of a name, the usual one first
	is         func(inhoud []byte) bool
	keur       func(k *keuring)
}

var soorten = []soort{
	{"een PDF", "application/pdf", []string{"pdf"}, begint("%PDF-"), keurPDF},
	{"een foto (JPEG)", "image/jpeg", []string{"jpg", "jpeg"}, begint(jpegKop), keurJPEG},
	{"een afbeelding (PNG)", "image/png", []string{"png"}, begint(pngKop), keurPNG},
	{"een tekstdocument (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{"docx"}, ooxml("wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"), keurOOXML},
	{"een rekenblad (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{"xlsx"}, ooxml("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"), keurOOXML},
	{"een tekstdocument (ODT)", odfText, []string{"odt"}, odf(odfText), keurODF},
	{"een rekenblad (ODS)", odfBlad, []string{"ods"}, odf(odfBlad), keurODF},
	{"gewone tekst", "text/plain; charset=utf-8", []string{"txt", "csv", "md"}, isTekst, keurTekst},
}

func begint(met string) func([]byte) bool {
	return func(inhoud []byte) bool { return bytes.HasPrefix(inhoud, []byte(met)) }
}

// keuring is one file on its way through.
type keuring struct {
	inhoud []byte // becomes what is kept
	fouten []string
	weg    []string
}

func (k *keuring) fout(tekst string) {
	if !slices.Contains(k.fouten, tekst) {
		k.fouten = append(k.fouten, tekst)
	}
}

func (k *keuring) haalWeg(wat string) {
	if !slices.Contains(k.weg, wat) {
		k.weg = append(k.weg, wat)
	}
}

// Keur gives a file as it can be kept, or an Invalid error that names all that is wrong with it.
func Keur(naam string, inhoud []byte) (casus.Bestand, error) {
	const op = "bestand.Keur"
	k := &keuring{inhoud: inhoud}
	var s soort
	i := slices.IndexFunc(soorten, func(s soort) bool { return s.is(inhoud) })
	switch {
	case len(inhoud) == 0:
		k.fout("Dit bestand is leeg. Kies een bestand.")
	case len(inhoud) > casus.MaxBijlage:
		k.fout(fmt.Sprintf("Dit bestand is groter dan %d MB. Maak het kleiner of splits het.", casus.MaxBijlage>>20))
	case i < 0:
		k.fout("Dit soort bestand kan niet. Kies " + casus.Bestandsoorten + ".")
	default:
		s = soorten[i]
		naam = s.naamVan(k, naam)
		s.keur(k)
		s.eenSoort(k, inhoud)
	}
	var faults []domein.Fault
	for _, f := range k.fouten {
		faults = append(faults, domein.Fault{Veld: "bestand", Melding: f})
	}
	if err := domein.Refuse(op, "Dit bestand is niet toegevoegd.", faults); err != nil {
		return casus.Bestand{}, err
	}
	return casus.Bestand{Naam: naam, MIME: s.mime, Inhoud: k.inhoud, Weg: k.weg}, nil
}

// langsteNaam is how many characters of a name are kept.
const langsteNaam = 120

// naamVan gives the name without a path and without what cannot be seen, ending as its kind does. An ending that belongs to another kind is a fault: somebody means something else.
func (s soort) naamVan(k *keuring, naam string) string {
	naam = path.Base(strings.ReplaceAll(naam, `\`, "/"))
	naam = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) { // Cf turns the direction of a text: "fdp.exe"
			return -1
		}
		return r
	}, naam)
	ending := strings.ToLower(strings.TrimPrefix(path.Ext(naam), "."))
	stem := strings.TrimSuffix(naam, path.Ext(naam))
	if ending == "" || stem == "" || strings.ContainsFunc(ending, unicode.IsSpace) {
		stem, ending = naam, s.einde[0]
	}
	if !slices.Contains(s.einde, ending) {
		k.fout(fmt.Sprintf("De naam eindigt op .%s, maar het bestand is %s. Bewaar het opnieuw onder de goede naam.", ending, s.naam))
	}
	if r := []rune(stem); len(r) > langsteNaam {
		stem = string(r[:langsteNaam])
	}
	return stem + "." + ending
}

// eenSoort refuses a file that is a second kind beside the first.
func (s soort) eenSoort(k *keuring, inhoud []byte) {
	const dubbel = "Dit bestand is twee soorten bestanden in een. Bewaar het opnieuw in het programma waarin het is gemaakt."
	inPak := begint("PK")(inhoud)
	if r, err := zip.NewReader(bytes.NewReader(inhoud), int64(len(inhoud))); !inPak && err == nil && len(r.File) > 0 {
		k.fout(dubbel)
	}
	head := bytes.ToLower(inhoud[:min(len(inhoud), 1024)])
	if !begint("%PDF-")(inhoud) && bytes.Contains(head, []byte("%pdf-")) {
		k.fout(dubbel)
	}
}

// vreemd tells whether bytes that follow the end of a picture are a file of their own. Telephones put harmless data there, which is cut off.
func vreemd(rest []byte) bool {
	low := bytes.ToLower(rest)
	for _, mark := range []string{"pk\x03\x04", "pk\x05\x06", "%pdf-", "<html", "<script", "<svg", "<?php", "rar!", "7z\xbc\xaf", "\x7felf"} {
		if bytes.Contains(low, []byte(mark)) {
			return true
		}
	}
	return bytes.HasPrefix(low, []byte("mz"))
}
