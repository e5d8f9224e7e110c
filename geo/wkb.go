// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Well-known binary of OGC Simple Feature Access (OGC 06-103r4, 8.2), little
// endian: what spatial databases and desktop GIS read and write.
const (
	wkbLittleEndian = 1
	wkbPolygon      = 3
	wkbMultiPolygon = 6
	wkbHead         = 1 + 4 + 4
	wkbPoint        = 16
)

// Encode writes the area as a WKB MultiPolygon, little endian.
func Encode(mp MultiPolygon) []byte {
	size := wkbHead
	for _, rings := range mp {
		size += wkbHead
		for _, ring := range rings {
			size += 4 + wkbPoint*len(ring)
		}
	}
	b := appendHead(make([]byte, 0, size), wkbMultiPolygon, len(mp))
	for _, rings := range mp {
		b = appendHead(b, wkbPolygon, len(rings))
		for _, ring := range rings {
			b = binary.LittleEndian.AppendUint32(b, uint32(len(ring)))
			for _, p := range ring {
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[0]))
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[1]))
			}
		}
	}
	return b
}

func appendHead(b []byte, kind uint32, count int) []byte {
	b = binary.LittleEndian.AppendUint32(append(b, wkbLittleEndian), kind)
	return binary.LittleEndian.AppendUint32(b, uint32(count))
}

// ErrWKB is the error of Decode for bytes that are no two-dimensional little
// endian WKB Polygon or MultiPolygon.
var ErrWKB = errors.New("not a WKB area")

// Decode reads a WKB MultiPolygon or Polygon, little endian and without
// heights. Its errors match ErrWKB.
func Decode(b []byte) (MultiPolygon, error) {
	d := wkbReader{b: b}
	kind, count := d.head()
	mp := MultiPolygon{}
	switch kind {
	case wkbPolygon:
		mp = append(mp, d.rings(count))
	case wkbMultiPolygon:
		for i := 0; i < count && d.err == nil; i++ {
			part, rings := d.head()
			if d.err == nil && part != wkbPolygon {
				d.fail("part %d is of kind %d", i+1, part)
			}
			mp = append(mp, d.rings(rings))
		}
	default:
		d.fail("kind %d", kind)
	}
	if d.err == nil && len(d.b) > 0 {
		d.fail("%d bytes too many", len(d.b))
	}
	if d.err != nil {
		return nil, d.err
	}
	return mp, nil
}

// wkbReader takes bytes from the front; after an error it gives zeros.
type wkbReader struct {
	b   []byte
	err error
}

func (d *wkbReader) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", ErrWKB, fmt.Sprintf(format, args...))
	}
}

// head reads byte order, kind and the number of parts.
func (d *wkbReader) head() (kind uint32, count int) {
	if len(d.b) < wkbHead || d.b[0] != wkbLittleEndian {
		d.fail("no little endian head")
		return 0, 0
	}
	kind = binary.LittleEndian.Uint32(d.b[1:])
	d.b = d.b[5:]
	return kind, d.count(4)
}

// count reads a number of things that take at least the given number of bytes
// each: a false number cannot ask for more memory than there is input.
func (d *wkbReader) count(each int) int {
	if len(d.b) < 4 {
		d.fail("ends too early")
		return 0
	}
	n := binary.LittleEndian.Uint32(d.b)
	d.b = d.b[4:]
	if uint64(n)*uint64(each) > uint64(len(d.b)) {
		d.fail("ends too early")
		return 0
	}
	return int(n)
}

func (d *wkbReader) rings(n int) [][][2]float64 {
	rings := make([][][2]float64, 0, n)
	for i := 0; i < n && d.err == nil; i++ {
		ring := make([][2]float64, d.count(wkbPoint))
		for k := range ring {
			for axis := range 2 {
				v := math.Float64frombits(binary.LittleEndian.Uint64(d.b))
				if math.IsNaN(v) || math.IsInf(v, 0) {
					d.fail("coordinate is no finite number")
				}
				ring[k][axis] = v
				d.b = d.b[8:]
			}
		}
		rings = append(rings, ring)
	}
	return rings
}
