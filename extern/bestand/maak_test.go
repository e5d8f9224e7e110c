// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"
)

func beeld() image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 32, 16))
	for x := range 32 {
		m.Set(x, x/2, color.RGBA{uint8(8 * x), 90, 30, 255})
	}
	return m
}

func eenJPEG(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, beeld(), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func eenPNG(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, beeld()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// segmentMet is a JPEG segment.
func segmentMet(mark byte, data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, mark}, uint16(2+len(data))), data...)
}

// metExif puts a position, a comment and an orientation into a JPEG, as a telephone does.
func metExif(t testing.TB, orientation uint16) []byte {
	t.Helper()
	tiff := binary.LittleEndian.AppendUint16([]byte("II*\x00\x08\x00\x00\x00\x02\x00"), 0x0112)
	tiff = append(tiff, 3, 0, 1, 0, 0, 0, byte(orientation), 0, 0, 0)
	tiff = append(binary.LittleEndian.AppendUint16(tiff, 0x8825), 4, 0, 1, 0, 0, 0, 60, 0, 0, 0, 0, 0, 0, 0)
	tiff = append(tiff, "GPS 52.0907 5.1214 KANARIE-PLEK"...)
	return slices.Insert(eenJPEG(t), 2, append(segmentMet(app1, "Exif\x00\x00"+string(tiff)), append(segmentMet(app1, "http://ns.adobe.com/xap/1.0/\x00KANARIE-XMP"), segmentMet(com, "KANARIE-TEKST")...)...)...)
}

// blok is a PNG chunk.
func blok(kind, data string) []byte {
	b := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind+data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// metBlok puts a chunk behind the head of a PNG.
func metBlok(t testing.TB, kind, data string) []byte {
	t.Helper()
	return slices.Insert(eenPNG(t), len(pngKop)+25, blok(kind, data)...)
}

func eenPDF(meer ...string) []byte {
	return []byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + strings.Join(meer, "\n") +
		"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n")
}

// gepakt is a packed stream of objects in a PDF.
func gepakt(t testing.TB, filter, inhoud string) string {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(inhoud)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter %s /Length %d >>\nstream\n%s\nendstream\nendobj", filter, b.Len(), b.String())
}

// stukje is a part of a packed document.
type stukje struct{ naam, inhoud string }

func pakVan(t testing.TB, delen ...stukje) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, d := range delen {
		method := zip.Deflate
		if d.naam == "mimetype" {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: d.naam, Method: method})
		if err == nil {
			_, err = f.Write([]byte(d.inhoud))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	docx = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docm = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>`
	xlsx = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
	rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="https://voorbeeld.example/x" TargetMode="External"/></Relationships>`
)

func eenDOCX(t testing.TB, meer ...stukje) []byte {
	t.Helper()
	return pakVan(t, append([]stukje{{"[Content_Types].xml", docx}, {"word/document.xml", "<w:document/>"}}, meer...)...)
}

func eenODF(t testing.TB, mime string, meer ...stukje) []byte {
	t.Helper()
	return pakVan(t, append([]stukje{{"mimetype", mime}, {"content.xml", "<office:document-content/>"}, {"META-INF/manifest.xml", "<manifest/>"}}, meer...)...)
}
