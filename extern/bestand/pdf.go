// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"dwarsverband/domein/casus"
)

// handelingen are the names in a PDF (ISO 32000-2) with which it does something by itself or carries another file.
var handelingen = map[string]string{
	"/JavaScript":    "In dit bestand zit een programma (JavaScript). Druk het opnieuw af als PDF.",
	"/Launch":        "Dit bestand start een ander programma. Druk het opnieuw af als PDF.",
	"/SubmitForm":    "Dit formulier verstuurt gegevens. Druk het opnieuw af als PDF.",
	"/ImportData":    "Dit formulier haalt gegevens op. Druk het opnieuw af als PDF.",
	"/RichMedia":     "In dit bestand zit beeld of geluid dat zelf iets doet. Druk het opnieuw af als PDF.",
	"/EmbeddedFile":  "In dit bestand zit een ander bestand. Voeg dat apart toe.",
	"/EmbeddedFiles": "In dit bestand zit een ander bestand. Voeg dat apart toe.",
	"/GoToE":         "In dit bestand zit een ander bestand. Voeg dat apart toe.",
	"/XFA":           "Dit is een formulier dat kan rekenen. Druk het opnieuw af als PDF.",
	"/Encrypt":       "Dit bestand is beveiligd, zodat niemand kan nagaan wat erin zit. Bewaar het zonder beveiliging.",
}

const (
	slotPDF  = "Dit bestand houdt niet op waar een PDF ophoudt. Druk het opnieuw af als PDF."
	dichtPDF = "Een deel van dit bestand is niet te lezen. Druk het opnieuw af als PDF."

	meestPDF = 200 << 20 // bytes that the packed objects of one PDF may become
)

var (
	naamPDF   = regexp.MustCompile(`/[A-Za-z0-9]+`)
	hexPDF    = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
	streamPDF = regexp.MustCompile(`>>\s*stream\r?\n`)
	filterPDF = regexp.MustCompile(`/(Filter|F)\b`)
	decodePDF = regexp.MustCompile(`/\w+Decode\b`)
)

// keurPDF looks at every name in the file, also in the objects that are packed together. Names can be written with #hh for a letter.
func keurPDF(k *keuring) {
	end := bytes.LastIndex(k.inhoud, []byte("%%EOF"))
	if end < 0 || len(bytes.TrimSpace(bytes.Trim(k.inhoud[end+5:], "\x00"))) > 0 {
		k.fout(slotPDF)
	}
	k.namen(k.inhoud)
	left := int64(meestPDF)
	for _, at := range streamPDF.FindAllIndex(k.inhoud, -1) {
		from := bytes.LastIndex(k.inhoud[:at[0]], []byte("obj"))
		dict := ontdoe(k.inhoud[max(from, 0):at[1]])
		if !bytes.Contains(dict, []byte("/ObjStm")) || !filterPDF.Match(dict) {
			continue
		}
		if !bytes.Contains(dict, []byte("/FlateDecode")) || bytes.Contains(dict, []byte("/DecodeParms")) || len(decodePDF.FindAll(dict, -1)) != 1 {
			k.fout(dichtPDF)
			continue
		}
		text, ok := uitgepakt(k.inhoud[at[1]:], left)
		if left -= int64(len(text)); !ok || left < 0 {
			k.fout(dichtPDF)
			return
		}
		k.namen(text)
	}
}

// namen adds what is wrong with the names in a part of a PDF.
func (k *keuring) namen(text []byte) {
	for _, name := range naamPDF.FindAll(ontdoe(text), -1) {
		if fault, ok := handelingen[string(name)]; ok {
			k.fout(fault)
		}
	}
}

// ontdoe writes #hh as the letter that it stands for.
func ontdoe(text []byte) []byte {
	if !bytes.ContainsRune(text, '#') {
		return text
	}
	return hexPDF.ReplaceAllFunc(text, func(h []byte) []byte {
		n, _ := strconv.ParseUint(string(h[1:]), 16, 8)
		return []byte{byte(n)}
	})
}

// uitgepakt unpacks objects; ok is false where they are broken or become more than most bytes.
func uitgepakt(packed []byte, most int64) (text []byte, ok bool) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, false
	}
	text, err = io.ReadAll(io.LimitReader(r, most+1))
	return text, err == nil && int64(len(text)) <= most
}

// isTekst tells whether somebody could have typed it.
func isTekst(inhoud []byte) bool {
	return utf8.Valid(inhoud) && !bytes.ContainsFunc(inhoud, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' || r == 0x7f })
}

func keurTekst(k *keuring) {
	head := bytes.ToLower(k.inhoud[:min(len(k.inhoud), 4096)])
	for _, tag := range []string{"<html", "<!doctype", "<script", "<svg", "<?php", "<?xml"} {
		if bytes.Contains(head, []byte(tag)) {
			k.fout("Dit is een webpagina of een ander soort code. Kies " + casus.Bestandsoorten + ".")
			return
		}
	}
}
