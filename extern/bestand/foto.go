// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package bestand

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
)

const (
	jpegKop     = "\xff\xd8\xff"
	pngKop      = "\x89PNG\r\n\x1a\n"
	meestePunt  = 100_000_000 // a picture of more points is a bomb for whoever opens it
	wegPlaats   = "waar en waarmee de foto is gemaakt"
	wegTekst    = "teksten in de afbeelding"
	wegStaart   = "gegevens achter de afbeelding"
	dubbeleFoto = "Achter de afbeelding staat nog een ander bestand. Bewaar de afbeelding opnieuw."
	stuk        = "Dit bestand is beschadigd of niet volledig. Bewaar het opnieuw."
	teGroot     = "Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner."
)

var errStuk = errors.New("bestand: broken picture")

func keurJPEG(k *keuring) {
	clean, err := schoonJPEG(k)
	k.neem(clean, err, jpeg.DecodeConfig)
}

// neem takes a cleaned picture in place of the file, where it can be shown and does not become too large.
func (k *keuring) neem(clean []byte, err error, maten func(io.Reader) (image.Config, error)) {
	var c image.Config
	if err == nil {
		c, err = maten(bytes.NewReader(clean))
	}
	switch {
	case err != nil:
		k.fout(stuk)
	case c.Width*c.Height > meestePunt:
		k.fout(teGroot)
	default:
		k.inhoud = clean
	}
}

// The markers of JPEG (ITU-T T.81, table B.1) that matter here.
const (
	soi, eoi, sos    = 0xd8, 0xd9, 0xda
	app0, app1, app2 = 0xe0, 0xe1, 0xe2
	app14, com       = 0xee, 0xfe
)

// schoonJPEG copies the segments that make the picture. Of Exif (CIPA DC-008) only the orientation stays: without it a photo lies on its side.
func schoonJPEG(k *keuring) ([]byte, error) {
	in, out := k.inhoud[2:], []byte{0xff, soi}
	for {
		if len(in) < 2 || in[0] != 0xff {
			return nil, errStuk
		}
		mark := in[1]
		switch {
		case mark == 0xff: // a fill byte
			in = in[1:]
			continue
		case mark == eoi:
			return append(out, 0xff, eoi), k.staart(in[2:])
		case len(in) < 4:
			return nil, errStuk
		}
		n := 2 + int(binary.BigEndian.Uint16(in[2:]))
		if n < 4 || n > len(in) {
			return nil, errStuk
		}
		out = append(out, k.segment(mark, in[:n])...)
		in = in[n:]
		if mark == sos {
			n = beeldlengte(in)
			out, in = append(out, in[:n]...), in[n:]
		}
	}
}

// beeldlengte is how many bytes of coded picture follow: up to a marker that is neither a stuffed byte nor a restart.
func beeldlengte(in []byte) int {
	for i := 0; i+1 < len(in); i++ {
		if in[i] == 0xff && in[i+1] != 0 && (in[i+1] < 0xd0 || in[i+1] > 0xd7) && in[i+1] != 0xff {
			return i
		}
	}
	return len(in)
}

// segment gives what stays of one segment.
func (k *keuring) segment(mark byte, seg []byte) []byte {
	data := seg[4:]
	switch {
	case mark == app0 && bytes.HasPrefix(data, []byte("JFIF\x00")) && len(data) >= 14:
		return append([]byte{0xff, app0, 0, 16}, append(slices.Clone(data[:12]), 0, 0)...) // without its thumbnail
	case mark == app2 && bytes.HasPrefix(data, []byte("ICC_PROFILE\x00")), mark == app14 && bytes.HasPrefix(data, []byte("Adobe")):
		return seg
	case mark == app1 && bytes.HasPrefix(data, []byte("Exif\x00\x00")):
		turn := draaiing(stand(data[6:]))
		if !bytes.Equal(turn, seg) {
			k.haalWeg(wegPlaats)
		}
		return turn
	case mark >= app0 && mark <= 0xef || mark == com || mark >= 0xf0 && mark <= 0xfd:
		k.haalWeg(wegPlaats)
		return nil
	}
	return seg
}

// stand reads the orientation of Exif, 1 to 8; 1 where there is none.
func stand(tiff []byte) uint16 {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	for i := range uint64(order.Uint16(tiff[at:])) {
		from := at + 2 + 12*i
		if from+12 > uint64(len(tiff)) {
			return 1
		}
		if entry := tiff[from:]; order.Uint16(entry) == 0x0112 {
			if v := order.Uint16(entry[8:]); v >= 1 && v <= 8 {
				return v
			}
		}
	}
	return 1
}

// draaiing is an Exif segment that holds nothing but an orientation; nothing for an upright picture.
func draaiing(v uint16) []byte {
	if v == 1 {
		return nil
	}
	data := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"), 0, byte(v), 0, 0, 0, 0, 0, 0)
	return append([]byte{0xff, app1, 0, byte(2 + len(data))}, data...)
}

// staart deals with what follows the end of a picture.
func (k *keuring) staart(rest []byte) error {
	switch {
	case vreemd(rest):
		k.fout(dubbeleFoto)
	case len(rest) > 0:
		k.haalWeg(wegStaart)
	}
	return nil
}

// beeldblokken are the chunks that make a PNG (ISO/IEC 15948): the picture, its colours and its movement. All others tell something about it.
var beeldblokken = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"}

func keurPNG(k *keuring) {
	clean, err := schoonPNG(k)
	k.neem(clean, err, png.DecodeConfig)
}

func schoonPNG(k *keuring) ([]byte, error) {
	in, out := k.inhoud[len(pngKop):], []byte(pngKop)
	for {
		if len(in) < 12 {
			return nil, errStuk
		}
		n := uint64(binary.BigEndian.Uint32(in))
		if n+12 > uint64(len(in)) {
			return nil, errStuk
		}
		block, kind := in[:n+12], string(in[4:8])
		if crc32.ChecksumIEEE(block[4:n+8]) != binary.BigEndian.Uint32(block[n+8:]) {
			return nil, errStuk
		}
		in = in[n+12:]
		switch {
		case slices.Contains(beeldblokken, kind):
			out = append(out, block...)
		case kind[0] >= 'A' && kind[0] <= 'Z': // critical, and unknown: nobody can tell what it does
			return nil, errStuk
		default:
			k.haalWeg(wegTekst)
		}
		if kind == "IEND" {
			return out, k.staart(in)
		}
	}
}
