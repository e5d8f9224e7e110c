// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// BenchmarkKeur judges files of 1 and of 24 MB: a PDF with a packed picture in it, a photo, and a document with a photo that tells where it was made.
func BenchmarkKeur(b *testing.B) {
	noise := rand.NewChaCha8([32]byte{26})
	for _, mb := range []int{1, 24} {
		picture := make([]byte, mb<<20)
		_, _ = noise.Read(picture)
		photo := metExif(b, 6)
		end := len(photo) - 2 // the picture grows by coded points, in which no marker stands
		photo = slices.Insert(photo, end, bytes.ReplaceAll(picture, []byte{0xff}, []byte{0xfe})...)
		for _, f := range []struct {
			naam   string
			inhoud []byte
		}{
			{"brief.pdf", eenPDF("9 0 obj << /Filter /DCTDecode >>\nstream\n" + string(picture) + "\nendstream endobj")}, {"foto.jpg", photo},
			{"verslag.docx", eenDOCX(b, stukje{"word/media/image1.jpeg", string(photo)})},
		} {
			b.Run(fmt.Sprintf("%s/%dMB", f.naam, mb), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Keur(f.naam, f.inhoud); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
