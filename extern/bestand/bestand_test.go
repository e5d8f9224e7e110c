// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"testing"

	"dwarsverband/domein"
	"dwarsverband/domein/casus"
)

// Every kind that people use every day goes in, byte for byte where there is nothing to take out.
func TestGood(t *testing.T) {
	for name, inhoud := range map[string][]byte{
		"brief.pdf": eenPDF(), "packed.pdf": eenPDF(gepakt(t, "/FlateDecode", "1 0 << /Type /Page >>")), "foto.jpg": eenJPEG(t), "foto.jpeg": eenJPEG(t), "schema.PNG": eenPNG(t),
		"verslag.docx": eenDOCX(t, stukje{"word/_rels/document.xml.rels", fmt.Sprintf(rels, "hyperlink")}), "lijst.xlsx": pakVan(t, stukje{"[Content_Types].xml", xlsx}, stukje{"xl/workbook.xml", "<workbook/>"}),
		"verslag.odt": eenODF(t, odfText), "grafiek.ods": eenODF(t, odfBlad, stukje{"Object 1/content.xml", "<office:chart/>"}), "notitie.txt": []byte("Café à la plage: 12 € & 3 < 4.\r\n"), "lijst.csv": []byte("a;b\n1;2\n"),
	} {
		b, err := Keur(name, inhoud)
		if err != nil || !bytes.Equal(b.Inhoud, inhoud) && !strings.HasSuffix(name, "g") || b.Naam != name && name != "schema.PNG" || b.MIME == "" || len(b.Weg) > 0 {
			t.Errorf("%s: %q %q %q: %v", name, b.Naam, b.MIME, b.Weg, err)
		}
	}
}

// What a file could do to whoever opens it, and what it hides, is refused with a reason that says what to do.
func TestBad(t *testing.T) {
	jpg, pdf := eenJPEG(t), eenPDF()
	archive := pakVan(t, stukje{"x.txt", "verborgen"})
	for name, tt := range map[string]struct {
		naam   string
		inhoud []byte
		want   string
	}{
		"nothing":                            {"leeg.pdf", nil, "leeg"},
		"too large":                          {"groot.txt", bytes.Repeat([]byte("a"), casus.MaxBijlage+1), "groter dan 25 MB"},
		"a program":                          {"setup.exe", []byte("MZ\x90\x00\x03"), "Dit soort bestand kan niet"},
		"an archive":                         {"alles.zip", archive, "Dit soort bestand kan niet"},
		"a page of the web":                  {"x.txt", []byte("<!DOCTYPE html><html><script>alert(1)</script>"), "webpagina"},
		"an SVG":                             {"x.txt", []byte("<svg onload=alert(1)>"), "webpagina"},
		"another ending":                     {"foto.pdf", jpg, "eindigt op .pdf, maar het bestand is een foto"},
		"a PDF called a program":             {"factuur.pdf.exe", pdf, "eindigt op .exe"},
		"script in a PDF":                    {"x.pdf", eenPDF("3 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"), "JavaScript"},
		"script by another spelling":         {"x.pdf", eenPDF("3 0 obj << /S /J#61vaScr#69pt >> endobj"), "JavaScript"},
		"script in packed objects":           {"x.pdf", eenPDF(gepakt(t, "/FlateDecode", "1 0 << /S /JavaScript >>")), "JavaScript"},
		"packed objects that nobody can see": {"x.pdf", eenPDF(gepakt(t, "[/ASCIIHexDecode /FlateDecode]", "1 0 << >>")), "niet te lezen"},
		"a PDF that starts something":        {"x.pdf", eenPDF("3 0 obj << /S /Launch /F (cmd.exe) >> endobj"), "start een ander programma"},
		"a file in a PDF":                    {"x.pdf", eenPDF("3 0 obj << /Type /EmbeddedFile >> endobj"), "ander bestand"},
		"a PDF with a password":              {"x.pdf", eenPDF("trailer << /Encrypt 5 0 R >>"), "beveiligd"},
		"a PDF with something behind it":     {"x.pdf", append(slices.Clone(pdf), "<html>"...), "houdt niet op"},
		"a PDF that is an archive":           {"x.pdf", append(slices.Clone(pdf), archive...), "twee soorten"},
		"a picture that is an archive":       {"x.jpg", append(slices.Clone(jpg), archive...), "ander bestand"},
		"a picture that is a PDF":            {"x.jpg", slices.Insert(slices.Clone(jpg), 2, segmentMet(com, string(pdf))...), "twee soorten"},
		"half a picture":                     {"x.jpg", jpg[:60], "beschadigd"},
		"a broken PNG":                       {"x.png", bytes.Replace(eenPNG(t), []byte("IDAT"), []byte("IDAX"), 1), "beschadigd"},
		"a picture that is a bomb":           {"x.png", metReuzenkop(t), "te veel beeldpunten"},
		"macro":                              {"x.docx", eenDOCX(t, stukje{"word/vbaProject.bin", "\xd0\xcf"}), "macro"},
		"a document of the kind with macros": {"x.docx", pakVan(t, stukje{"[Content_Types].xml", docm}, stukje{"word/document.xml", "<w/>"}), "macro"},
		"a field that runs":                  {"x.docx", eenDOCX(t, stukje{"word/footnotes.xml", "<w:instrText>DDEAUTO c:\\cmd.exe</w:instrText>"}), "macro"},
		"a template from elsewhere":          {"x.docx", eenDOCX(t, stukje{"word/_rels/settings.xml.rels", fmt.Sprintf(rels, "attachedTemplate")}), "van buiten"},
		"a picture from elsewhere":           {"x.docx", eenDOCX(t, stukje{"word/_rels/document.xml.rels", fmt.Sprintf(rels, "image")}), "van buiten"},
		"a file in a document":               {"x.docx", eenDOCX(t, stukje{"word/embeddings/oleObject1.bin", "x"}), "ander bestand"},
		"an archive in a document":           {"x.docx", eenDOCX(t, stukje{"word/media/foto.bin", string(archive)}), "ander bestand"},
		"macro in ODF":                       {"x.odt", eenODF(t, odfText, stukje{"Basic/Standard/Module1.xml", "<x/>"}), "macro"},
		"an event in ODF":                    {"x.ods", eenODF(t, odfBlad, stukje{"a/content.xml", `xlink:href="vnd.sun.star.script:x"`}), "macro"},
		"ODF with a password":                {"x.odt", pakVan(t, stukje{"mimetype", odfText}, stukje{"META-INF/manifest.xml", "<manifest:encryption-data/>"}), "beveiligd"},
		"a bomb":                             {"x.docx", eenDOCX(t, stukje{"word/bom.xml", strings.Repeat("0", 20<<20)}), "te groot"},
		"a way out":                          {"x.docx", eenDOCX(t, stukje{"../../etc/passwd", "x"}), "geen gewoon document"},
		"a part twice":                       {"x.docx", eenDOCX(t, stukje{"word/document.xml", "anders"}), "geen gewoon document"},
		"something behind a document":        {"x.docx", append(eenDOCX(t), "extra"...), "geen gewoon document"},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Keur(tt.naam, tt.inhoud)
			var said []string
			for _, f := range domein.FaultsOf(err) {
				said = append(said, f.Melding)
			}
			if err == nil || b.Inhoud != nil || !strings.Contains(strings.Join(said, " "), tt.want) {
				t.Errorf("%q, want %q: %v", said, tt.want, err)
			}
		})
	}
}

// metReuzenkop says that it is 100,000 by 100,000 points.
func metReuzenkop(t *testing.T) []byte {
	t.Helper()
	big := blok("IHDR", "\x00\x01\x86\xa0\x00\x01\x86\xa0\x08\x02\x00\x00\x00")
	return append(append([]byte(pngKop), big...), eenPNG(t)[len(pngKop)+25:]...)
}

// All that is wrong is said at once.
func TestAllFaultsAtOnce(t *testing.T) {
	_, err := Keur("brief.docx", eenPDF("3 0 obj << /S /JavaScript >> << /S /Launch >> endobj"))
	if n := len(domein.FaultsOf(err)); n != 3 {
		t.Errorf("%d faults, want 3: %v", n, err)
	}
}

// Where and with what a photo was made goes out; the picture itself stays byte for byte, and upright.
func TestPhotoTellsNothing(t *testing.T) {
	for _, orientation := range []uint16{1, 6} {
		b, err := Keur("foto.jpg", append(metExif(t, orientation), "KANARIE-STAART"...))
		if err != nil || bytes.Contains(b.Inhoud, []byte("KANARIE")) || len(b.Weg) != 2 {
			t.Fatalf("%q: %v", b.Weg, err)
		}
		want, got := pixels(t, eenJPEG(t)), pixels(t, b.Inhoud)
		if !bytes.Equal(want, got) {
			t.Error("the picture changed")
		}
		if turned := bytes.Contains(b.Inhoud, []byte("Exif")); turned != (orientation == 6) {
			t.Errorf("with orientation %d an Exif stays: %v", orientation, turned)
		}
		if i := bytes.Index(b.Inhoud, []byte("Exif")); i > 0 && stand(b.Inhoud[i+6:]) != 6 {
			t.Errorf("the orientation became %d", stand(b.Inhoud[i+6:]))
		}
		again, err := Keur("foto.jpg", b.Inhoud)
		if err != nil || !bytes.Equal(again.Inhoud, b.Inhoud) {
			t.Errorf("what was cleaned changes again: %v", err)
		}
	}
	for _, kind := range []string{"tEXt", "eXIf", "tIME", "zTXt"} {
		b, err := Keur("schema.png", metBlok(t, kind, "KANARIE"))
		if err != nil || bytes.Contains(b.Inhoud, []byte("KANARIE")) || len(b.Weg) != 1 || !bytes.Equal(b.Inhoud, eenPNG(t)) {
			t.Errorf("%s: %q: %v", kind, b.Weg, err)
		}
	}
}

func pixels(t *testing.T, inhoud []byte) []byte {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(inhoud))
	if err != nil {
		t.Fatal(err)
	}
	return m.(*image.YCbCr).Y
}

// A photo in a document tells nothing either; the other parts stay as they are.
func TestPhotoInDocument(t *testing.T) {
	for name, inhoud := range map[string][]byte{"a.docx": eenDOCX(t, stukje{"word/media/image1.jpeg", string(metExif(t, 6))}), "a.odt": eenODF(t, odfText, stukje{"Pictures/1.jpg", string(metExif(t, 1))})} {
		b, err := Keur(name, inhoud)
		if err != nil || len(b.Weg) != 1 {
			t.Fatalf("%s: %q: %v", name, b.Weg, err)
		}
		r := pak(b.Inhoud)
		for i, f := range pak(inhoud).File {
			text, err := deel(r.File[i], 1<<20)
			if err != nil || r.File[i].Name != f.Name || bytes.Contains(text, []byte("KANARIE")) {
				t.Errorf("%s %s: %v", name, f.Name, err)
			}
		}
		if again, err := Keur(name, b.Inhoud); err != nil || len(again.Weg) > 0 {
			t.Errorf("%s: what was cleaned is not clean: %q, %v", name, again.Weg, err)
		}
	}
}

// A name loses its path and what cannot be seen in it.
func TestNames(t *testing.T) {
	for in, want := range map[string]string{`C:\Users\x\brief.pdf`: "brief.pdf", "../../brief.pdf": "brief.pdf", "brief": "brief.pdf", "bri\u202eef.pdf": "brief.pdf", "a\x00b.pdf": "ab.pdf", ".pdf": ".pdf.pdf", strings.Repeat("é", 300) + ".pdf": strings.Repeat("é", langsteNaam) + ".pdf"} {
		if b, err := Keur(in, eenPDF()); err != nil || b.Naam != want {
			t.Errorf("%q becomes %q, want %q: %v", in, b.Naam, want, err)
		}
	}
}

// Whatever the bytes, there is an answer and no crash; what is kept can be kept again.
func FuzzKeur(f *testing.F) {
	for _, inhoud := range [][]byte{eenPDF(), eenJPEG(f), metExif(f, 3), eenPNG(f), eenDOCX(f), eenODF(f, odfText), []byte("tekst")} {
		f.Add("naam", inhoud)
	}
	f.Fuzz(func(t *testing.T, naam string, inhoud []byte) {
		b, err := Keur(naam, inhoud)
		if err != nil {
			if domein.KindOf(err) != domein.Invalid {
				t.Fatal(err)
			}
			return
		}
		if again, err := Keur(b.Naam, b.Inhoud); err != nil || !bytes.Equal(again.Inhoud, b.Inhoud) {
			t.Errorf("%s is not kept again: %v", b.Naam, err)
		}
	})
}
