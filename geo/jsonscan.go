// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
)

// jsonScan walks over JSON text without building values. A GeoJSON file is
// almost only coordinates, and these go from the text straight into floats.
type jsonScan struct {
	b []byte
	i int
	// lenient accepts the words NaN and Infinity, which JSON does not know but
	// some programs write: the reader then says in which area they stand.
	lenient bool
}

var (
	errTruncated = errors.New("json text ends too early")
	errSyntax    = errors.New("json text is not well formed")
	errNumber    = errors.New("not a usable number")
	errShape     = errors.New("value has another shape")
)

const maxDepth = 64

// space skips white space and gives the byte after it, 0 at the end.
func (s *jsonScan) space() byte {
	for ; s.i < len(s.b); s.i++ {
		switch c := s.b[s.i]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// fail tells the end of the text from a wrong character.
func (s *jsonScan) fail() error {
	if s.i >= len(s.b) {
		return errTruncated
	}
	return errSyntax
}

func (s *jsonScan) expect(c byte) error {
	if s.space() != c {
		return s.fail()
	}
	s.i++
	return nil
}

// list walks over the parts of an array or object: item is called at the start
// of each part and must leave the scanner after it.
func (s *jsonScan) list(open, closing byte, item func() error) error {
	if err := s.expect(open); err != nil {
		return err
	}
	if s.space() == closing {
		s.i++
		return nil
	}
	for {
		if err := item(); err != nil {
			return err
		}
		switch s.space() {
		case ',':
			s.i++
		case closing:
			s.i++
			return nil
		default:
			return s.fail()
		}
	}
}

// elements walks over an array.
func (s *jsonScan) elements(item func() error) error { return s.list('[', ']', item) }

// members walks over an object; member is called at the start of each value.
func (s *jsonScan) members(member func(key string) error) error {
	return s.list('{', '}', func() error {
		s.space()
		key, err := s.text()
		if err != nil {
			return err
		}
		if err := s.expect(':'); err != nil {
			return err
		}
		s.space()
		return member(key)
	})
}

// text reads a string.
func (s *jsonScan) text() (string, error) {
	from := s.i
	if err := s.skipString(); err != nil {
		return "", err
	}
	var out string
	if err := json.Unmarshal(s.b[from:s.i], &out); err != nil {
		return "", errSyntax
	}
	return out, nil
}

// raw skips any value and gives its text.
func (s *jsonScan) raw() ([]byte, error) {
	s.space()
	from := s.i
	if err := s.skip(0); err != nil {
		return nil, err
	}
	return s.b[from:s.i], nil
}

// skip goes past any value and checks that it is well formed.
func (s *jsonScan) skip(depth int) error {
	if depth > maxDepth {
		return errSyntax
	}
	switch c := s.space(); c {
	case '[':
		return s.elements(func() error { return s.skip(depth + 1) })
	case '{':
		return s.list('{', '}', func() error {
			if s.space(); s.i >= len(s.b) || s.b[s.i] != '"' {
				return s.fail()
			}
			if err := s.skipString(); err != nil {
				return err
			}
			if err := s.expect(':'); err != nil {
				return err
			}
			return s.skip(depth + 1)
		})
	case '"':
		return s.skipString()
	default:
		_, err := s.scalar()
		return err
	}
}

func (s *jsonScan) skipString() error {
	if s.i >= len(s.b) || s.b[s.i] != '"' {
		return s.fail()
	}
	for s.i++; s.i < len(s.b); s.i++ {
		switch c := s.b[s.i]; {
		case c == '"':
			s.i++
			return nil
		case c == '\\':
			if err := s.skipEscape(); err != nil {
				return err
			}
		case c < ' ':
			return errSyntax
		}
	}
	return errTruncated
}

// skipEscape leaves the scanner on the last character of the escape.
func (s *jsonScan) skipEscape() error {
	s.i++
	if s.i >= len(s.b) {
		return errTruncated
	}
	switch s.b[s.i] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return nil
	case 'u':
		for range 4 {
			s.i++
			if s.i >= len(s.b) {
				return errTruncated
			}
			if _, err := strconv.ParseUint(string(s.b[s.i]), 16, 8); err != nil {
				return errSyntax
			}
		}
		return nil
	}
	return errSyntax
}

// scalar reads a number or a word and gives its text.
func (s *jsonScan) scalar() ([]byte, error) {
	from := s.i
	for s.i < len(s.b) && scalarByte(s.b[s.i]) {
		s.i++
	}
	word := s.b[from:s.i]
	switch string(word) {
	case "true", "false", "null":
		return word, nil
	case "NaN", "Infinity", "-Infinity":
		if s.lenient {
			return word, nil
		}
		return nil, errSyntax
	}
	if validNumber(word) {
		return word, nil
	}
	if s.i >= len(s.b) {
		return nil, errTruncated
	}
	return nil, errSyntax
}

func scalarByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '.' || c == '-' || c == '+'
}

// validNumber checks the number grammar of RFC 8259, section 6.
func validNumber(b []byte) bool {
	i := 0
	digits := func() bool {
		from := i
		for i < len(b) && '0' <= b[i] && b[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < len(b) && b[i] == '-' {
		i++
	}
	from := i
	if !digits() || b[from] == '0' && i > from+1 {
		return false
	}
	if i < len(b) && b[i] == '.' {
		i++
		if !digits() {
			return false
		}
	}
	if i < len(b) && (b[i] == 'e' || b[i] == 'E') {
		if i++; i < len(b) && (b[i] == '+' || b[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	return i == len(b)
}

// number reads a finite number. It gives errNumber, with the scanner past the
// value, for null, NaN, a text or a number that no float can hold.
func (s *jsonScan) number() (float64, error) {
	if c := s.space(); c == '[' || c == '{' {
		return 0, errShape
	} else if c == '"' {
		if err := s.skipString(); err != nil {
			return 0, err
		}
		return 0, errNumber
	}
	word, err := s.scalar()
	if err != nil {
		return 0, err
	}
	v, err := strconv.ParseFloat(string(word), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, errNumber
	}
	return v, nil
}
