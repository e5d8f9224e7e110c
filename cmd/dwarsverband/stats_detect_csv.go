// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dwarsverband/stats"
)

// maxTime is the highest time point that is read and maxCells the most counts in all, gaps included: one wrong number, or a
// small file of late time points, cannot fill the memory. 13,000 series of 520 weeks are 7 million counts.
const maxTime, maxCells = 100_000, 20_000_000

// readSeries reads series,t,count. Rows may come in any order; a time point without a row is a gap, as is an empty count. The
// series come in the order in which they are first named.
func readSeries(r io.Reader) ([]stats.Series, error) {
	c := csv.NewReader(r)
	c.ReuseRecord = true
	c.FieldsPerRecord = 3
	head, err := c.Read()
	if err != nil || strings.TrimPrefix(strings.Join(head, ","), "\ufeff") != "series,t,count" {
		return nil, tellUser("de eerste regel moet series,t,count zijn. Zet die kolommen er zo boven.")
	}
	s := seriesReader{numbers: map[string]int{}}
	for s.cells <= maxCells {
		record, err := c.Read()
		var wrong *csv.ParseError
		switch {
		case err == nil:
			line, _ := c.FieldPos(0)
			s.row(line, record)
		case errors.Is(err, io.EOF):
			return s.result()
		case errors.As(err, &wrong):
			s.add(fmt.Sprintf("regel %d is geen regel met drie velden; is het bestand misschien afgebroken?", wrong.StartLine))
		default:
			return nil, tellUser("het bestand is niet te lezen (%v).", err)
		}
	}
	return nil, tellUser("het bestand is te groot: meer dan %d tijdstippen. Verdeel de reeksen over meer bestanden.", maxCells)
}

// seriesReader gathers rows to series, and the faults.
type seriesReader struct {
	numbers map[string]int
	series  []stats.Series
	seen    [][]bool
	cells   int
	first   string // the first fault
	faults  int
}

func (s *seriesReader) row(line int, record []string) {
	t, err := strconv.Atoi(record[1])
	if err != nil || t < 1 || t > maxTime {
		s.fault(line, "t", record[1], "is geen nummer van 1 tot en met 100000")
		return
	}
	count := math.NaN()
	if record[2] != "" {
		if count, err = strconv.ParseFloat(record[2], 64); err != nil || math.IsNaN(count) || math.IsInf(count, 0) || count < 0 || count != math.Trunc(count) {
			s.fault(line, "count", record[2], "is geen heel aantal van 0 of meer")
			return
		}
	}
	if !utf8.ValidString(record[0]) {
		s.fault(line, "series", record[0], "is geen UTF-8; sla het bestand op als CSV UTF-8")
		return
	}
	if record[0] == "" {
		s.fault(line, "series", record[0], "is leeg; geef de reeks een naam")
		return
	}
	i, known := s.numbers[record[0]]
	if !known {
		name := strings.Clone(record[0])
		i = len(s.series)
		s.numbers[name] = i
		s.series, s.seen = append(s.series, stats.Series{Name: name}), append(s.seen, nil)
	}
	for len(s.series[i].Counts) < t {
		s.series[i].Counts = append(s.series[i].Counts, math.NaN())
		s.seen[i] = append(s.seen[i], false)
		s.cells++
	}
	if s.seen[i][t-1] {
		s.fault(line, "t", record[1], "staat al eerder in deze reeks")
		return
	}
	s.series[i].Counts[t-1], s.seen[i][t-1] = count, true
}

func (s *seriesReader) fault(line int, column, value, why string) {
	s.add(fmt.Sprintf("regel %d, kolom %s: %q %s.", line, column, value, why))
}

// add counts a fault and keeps the first.
func (s *seriesReader) add(what string) {
	if s.faults == 0 {
		s.first = what
	}
	s.faults++
}

func (s *seriesReader) result() ([]stats.Series, error) {
	switch {
	case s.faults == 1:
		return nil, tellUser("%s Herstel dit en probeer het opnieuw.", s.first)
	case s.faults == 2:
		return nil, tellUser("%s En nog 1 fout. Herstel ze en probeer het opnieuw.", s.first)
	case s.faults > 2:
		return nil, tellUser("%s En nog %d fouten. Herstel ze en probeer het opnieuw.", s.first, s.faults-1)
	case len(s.series) == 0:
		return nil, tellUser("er staan geen reeksen in het bestand.")
	}
	return slices.Clip(s.series), nil
}

// csvField writes a name so that it is read back as one field.
func csvField(name string) string {
	if strings.ContainsAny(name, "\",\r\n") || strings.TrimSpace(name) != name {
		return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
	}
	return name
}
