// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

const (
	odfText = "application/vnd.oasis.opendocument.text"
	odfBlad = "application/vnd.oasis.opendocument.spreadsheet"

	macro     = "In dit bestand zit een macro. Bewaar het zonder macro's, of als PDF."
	ingebed   = "In dit bestand zit een ander bestand. Voeg dat apart toe."
	buiten    = "Dit bestand haalt iets van buiten op. Bewaar het als PDF."
	beveiligd = "Dit bestand is beveiligd, zodat niemand kan nagaan wat erin zit. Bewaar het zonder beveiliging."
	bom       = "Dit bestand wordt bij het openen veel te groot. Bewaar het als PDF."
	rommel    = "Dit bestand is geen gewoon document van een tekstprogramma. Bewaar het opnieuw."

	meestDelen = 5000
	meestPak   = 200 << 20 // bytes unpacked
	meestMaal  = 200       // as many times as large, for more than pakVrij
	pakVrij    = 10 << 20
)

// pak opens a file of parts (ZIP), or gives nil.
func pak(inhoud []byte) *zip.Reader {
	if !bytes.HasPrefix(inhoud, []byte("PK\x03\x04")) {
		return nil
	}
	r, err := zip.NewReader(bytes.NewReader(inhoud), int64(len(inhoud)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil
	}
	return r
}

// deel reads one part, at most n bytes.
func deel(f *zip.File, n int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	return io.ReadAll(io.LimitReader(r, n))
}

// lees reads a part by its name; nothing where it is not there.
func lees(r *zip.Reader, naam string) []byte {
	for _, f := range r.File {
		if f.Name == naam {
			text, _ := deel(f, 1<<20)
			return text
		}
	}
	return nil
}

// ooxml recognises an Office Open XML document (ECMA-376) by the type of its main part, with macros or without.
func ooxml(main ...string) func([]byte) bool {
	return func(inhoud []byte) bool {
		r := pak(inhoud)
		if r == nil {
			return false
		}
		types := lees(r, "[Content_Types].xml")
		return slices.ContainsFunc(main, func(m string) bool { return bytes.Contains(types, []byte(m)) })
	}
}

// odf recognises an OpenDocument (ISO/IEC 26300) by the first part, which says what it is.
func odf(mime string) func([]byte) bool {
	return func(inhoud []byte) bool {
		r := pak(inhoud)
		if r == nil || len(r.File) == 0 || r.File[0].Name != "mimetype" || r.File[0].Method != zip.Store {
			return false
		}
		text, err := deel(r.File[0], 200)
		return err == nil && string(text) == mime
	}
}

func keurOOXML(k *keuring) {
	k.delen(func(naam string, text []byte) {
		low := strings.ToLower(naam)
		switch {
		case strings.HasSuffix(low, "vbaproject.bin"), strings.HasSuffix(low, "vbadata.xml"), strings.Contains(low, "/activex/"), strings.Contains(low, "/macrosheets/"):
			k.fout(macro)
		case strings.Contains(low, "/embeddings/"):
			k.fout(ingebed)
		case naam == "[Content_Types].xml" && bytes.Contains(bytes.ToLower(text), []byte("macroenabled")):
			k.fout(macro)
		case strings.HasSuffix(low, ".rels") && haaltOp(text):
			k.fout(buiten)
		case strings.HasSuffix(low, ".xml") && bytes.Contains(text, []byte("DDEAUTO")):
			k.fout(macro)
		}
	})
}

// haaltOp tells whether a list of relations fetches something from elsewhere when the document is opened. A link that somebody must follow himself does not.
func haaltOp(rels []byte) bool {
	var list struct {
		Relationship []struct {
			Type string `xml:"Type,attr"`
			Mode string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(rels, &list); err != nil {
		return true
	}
	for _, r := range list.Relationship {
		if strings.EqualFold(r.Mode, "External") && !strings.HasSuffix(r.Type, "/hyperlink") {
			return true
		}
	}
	return false
}

func keurODF(k *keuring) {
	k.delen(func(naam string, text []byte) {
		switch {
		case strings.HasPrefix(naam, "Basic/"), strings.HasPrefix(naam, "Scripts/"), strings.HasSuffix(naam, "content.xml") && bytes.Contains(text, []byte("vnd.sun.star.script:")):
			k.fout(macro)
		case strings.HasPrefix(naam, "Object ") && !strings.Contains(naam, "/"):
			k.fout(ingebed)
		case naam == "META-INF/manifest.xml" && bytes.Contains(text, []byte("encryption-data")):
			k.fout(beveiligd)
		}
	})
}

// delen holds each part to what all documents must keep, gives it to kijk, and cleans the pictures among them.
func (k *keuring) delen(kijk func(naam string, text []byte)) {
	r := pak(k.inhoud)
	end := len(k.inhoud) - 22 // a ZIP without a comment ends with this record
	if end < 0 || binary.LittleEndian.Uint32(k.inhoud[end:]) != 0x06054b50 || len(r.File) > meestDelen {
		k.fout(rommel)
		return
	}
	seen, left, clean := map[string]bool{}, int64(meestPak), map[string][]byte{}
	for _, f := range r.File {
		naam := f.Name
		if seen[naam] || path.Clean("/"+naam) != "/"+strings.TrimSuffix(naam, "/") || strings.ContainsAny(naam, "\\\x00") {
			k.fout(rommel)
			return
		}
		if seen[naam] = true; f.Flags&1 != 0 {
			k.fout(beveiligd)
			return
		}
		text, err := deel(f, left+1)
		if left -= int64(len(text)); left < 0 || meestPak-left > pakVrij && meestPak-left > meestMaal*int64(len(k.inhoud)) {
			k.fout(bom)
			return
		}
		if err != nil {
			k.fout(stuk)
			return
		}
		if bytes.HasPrefix(text, []byte("PK\x03\x04")) {
			k.fout(ingebed)
		}
		kijk(naam, text)
		if picture := k.beeld(text); picture != nil {
			clean[naam] = picture
		}
	}
	k.herpak(r, clean)
}

// beeld gives a picture in a document without what it tells about its making, or nil where nothing changes.
func (k *keuring) beeld(text []byte) []byte {
	in := &keuring{inhoud: text}
	switch {
	case begint(jpegKop)(text):
		keurJPEG(in)
	case begint(pngKop)(text):
		keurPNG(in)
	}
	for _, f := range in.fouten {
		k.fout(f)
	}
	for _, w := range in.weg {
		k.haalWeg(w)
	}
	if len(in.weg) == 0 {
		return nil
	}
	return in.inhoud
}

// herpak puts cleaned parts in the place of the old ones; all others stay byte for byte.
func (k *keuring) herpak(r *zip.Reader, clean map[string][]byte) {
	if len(clean) == 0 {
		return
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		text, changed := clean[f.Name]
		if !changed {
			if err := w.Copy(f); err != nil {
				k.fout(stuk)
				return
			}
			continue
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified})
		if err == nil {
			_, err = part.Write(text)
		}
		if err != nil {
			k.fout(stuk)
			return
		}
	}
	if err := w.Close(); err != nil {
		k.fout(stuk)
		return
	}
	k.inhoud = out.Bytes()
}
