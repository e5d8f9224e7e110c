// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package export makes files for people to take along. It gets finished words and knows no rule.
package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Document is a text of headings, paragraphs and tables, in their order.
type Document struct {
	Titel string
	Delen []Deel
}

// Deel is one part of a document: a heading, a paragraph, or a table; what is empty is left out.
type Deel struct {
	Kop    string
	Tekst  string
	Tabel  string     // name of the table, for whoever hears it
	Kolom  []string   // heads of the columns
	Rijen  [][]string // each as long as Kolom
	Feiten [][2]string
}

const (
	mimeODT  = "application/vnd.oasis.opendocument.text"
	manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
		`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="` + mimeODT + `"/>` +
		`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>` +
		`<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>` +
		`<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`
	ruimten = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
		` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
		` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`
	stijlen = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles` + ruimten + `><office:styles>` +
		`<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="11pt" fo:language="nl" fo:country="NL"/></style:default-style>` +
		`<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>` +
		`<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>` +
		`</office:styles></office:document-styles>`
)

// ODT gives the document as an OpenDocument text: headings, paragraphs and tables with a head, in Dutch, so that an office suite reads it aloud in order.
func (d Document) ODT() ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><office:document-content%s><office:body><office:text>`, ruimten)
	fmt.Fprintf(&b, `<text:h text:style-name="Heading_20_1" text:outline-level="1">%s</text:h>`, tekst(d.Titel))
	for i, deel := range d.Delen {
		deel.schrijf(&b, i)
	}
	b.WriteString(`</office:text></office:body></office:document-content>`)
	meta := `<?xml version="1.0" encoding="UTF-8"?><office:document-meta` + ruimten + `><office:meta><dc:title>` + tekst(d.Titel) + `</dc:title><dc:language>nl-NL</dc:language></office:meta></office:document-meta>`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, file := range []struct{ naam, inhoud string }{{"mimetype", mimeODT}, {"content.xml", b.String()}, {"styles.xml", stijlen}, {"meta.xml", meta}, {"META-INF/manifest.xml", manifest}} {
		header := &zip.FileHeader{Name: file.naam, Method: zip.Deflate}
		if file.naam == "mimetype" {
			header.Method = zip.Store // the first file, as it is: by this a program knows the format
		}
		w, err := z.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(file.inhoud)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (d Deel) schrijf(b *strings.Builder, nr int) {
	if d.Kop != "" {
		fmt.Fprintf(b, `<text:h text:style-name="Heading_20_2" text:outline-level="2">%s</text:h>`, tekst(d.Kop))
	}
	if d.Tekst != "" {
		fmt.Fprintf(b, `<text:p>%s</text:p>`, tekst(d.Tekst))
	}
	for _, f := range d.Feiten {
		fmt.Fprintf(b, `<text:p>%s: %s</text:p>`, tekst(f[0]), tekst(f[1]))
	}
	if len(d.Kolom) == 0 {
		return
	}
	fmt.Fprintf(b, `<table:table table:name="%s"><table:table-column table:number-columns-repeated="%d"/><table:table-header-rows>`, tekst(fmt.Sprintf("%s %d", d.Tabel, nr+1)), len(d.Kolom))
	rij(b, d.Kolom)
	b.WriteString(`</table:table-header-rows>`)
	for _, r := range d.Rijen {
		rij(b, r)
	}
	b.WriteString(`</table:table>`)
}

func rij(b *strings.Builder, cellen []string) {
	b.WriteString(`<table:table-row>`)
	for _, c := range cellen {
		fmt.Fprintf(b, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, tekst(c))
	}
	b.WriteString(`</table:table-row>`)
}

// tekst escapes what has a meaning in XML and leaves out what XML cannot hold.
func tekst(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer never fails
	return b.String()
}
