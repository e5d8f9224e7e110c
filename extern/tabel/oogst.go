// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import (
	"fmt"
	"sort"
	"strings"

	"dwarsverband/domein/cijfer"
)

const (
	// maxWeigeringen is where a file stops being a file with faulty rows and becomes the wrong file.
	maxWeigeringen = 200_000
	// maxRijen and maxCijfers bound memory where rows are short. Kerncijfers of the whole country in one year are 18,300 rows with 1.6 million figures.
	maxRijen, maxCijfers = 1_000_000, 2_000_000
)

// cel is what one figure is about, in numbers of Oogst.nummers, because a file holds up to two million of them.
type cel struct{ gebied, soort, periode uint32 }

// periodeIn is a period as read before.
type periodeIn struct {
	periode   cijfer.Periode
	voorlopig bool
}

// Oogst gathers the rows and refusals of one file and sees to it that one cell has one value.
type Oogst struct {
	regels      []cijfer.Regel
	weigeringen []cijfer.Weigering

	nummers  map[string]uint32
	woorden  []string // by number
	perioden map[string]periodeIn
	gebieden map[string]string // code by what the file has
	cellen   map[cel]int
	dubbel   map[int]bool // rows whose cell has two values
}

// NewOogst begins a file.
func NewOogst() *Oogst {
	return &Oogst{
		nummers: map[string]uint32{}, perioden: map[string]periodeIn{}, gebieden: map[string]string{},
		cellen: map[cel]int{}, dubbel: map[int]bool{},
	}
}

// Woord gives one shared copy of s, which does not keep the line alive that s was cut from.
func (o *Oogst) Woord(s string) string { return o.woorden[o.nummer(s)] }

func (o *Oogst) nummer(s string) uint32 {
	n, ok := o.nummers[s]
	if !ok {
		n, s = uint32(len(o.woorden)), strings.Clone(s)
		o.nummers[s] = n
		o.woorden = append(o.woorden, s)
	}
	return n
}

// Periode is the function Periode for a file, which says the same few periods over and over.
func (o *Oogst) Periode(s string) (cijfer.Periode, bool, error) {
	if p, ok := o.perioden[s]; ok {
		return p.periode, p.voorlopig, nil
	}
	p, voorlopig, err := Periode(s)
	if err != nil {
		return "", false, err
	}
	p = cijfer.Periode(o.Woord(string(p)))
	o.perioden[strings.Clone(s)] = periodeIn{p, voorlopig}
	return p, voorlopig, nil
}

// GebiedCode is the function GebiedCode for a file.
func (o *Oogst) GebiedCode(s string) (code, reden string) {
	if code, ok := o.gebieden[s]; ok {
		return code, ""
	}
	if code, reden = GebiedCode(s); reden != "" {
		return "", reden
	}
	code = o.Woord(code)
	o.gebieden[strings.Clone(s)] = code
	return code, ""
}

// Weiger refuses a row. kolom is the name in the file.
func (o *Oogst) Weiger(lijn int, kolom, reden string) {
	o.weigeringen = append(o.weigeringen, cijfer.Weigering{Lijn: lijn, Kolom: kolom, Reden: reden})
}

// Meld tells something about the file as a whole: a refusal of line 0.
func (o *Oogst) Meld(kolom, reden string) { o.Weiger(0, kolom, reden) }

// Neem takes a row whose value stands in the column called kolom. The same cell with the same value is taken once; with another value both rows are refused, because the file does not say which is right.
func (o *Oogst) Neem(r cijfer.Regel, kolom string) {
	sleutel := cel{o.nummer(r.Gebied), o.nummer(r.Soort), o.nummer(string(r.Periode))}
	i, ok := o.cellen[sleutel]
	if !ok {
		o.cellen[sleutel] = len(o.regels)
		o.regels = append(o.regels, r)
		return
	}
	eerder := o.regels[i]
	if !o.dubbel[i] && gelijk(eerder, r) {
		return
	}
	if !o.dubbel[i] {
		o.dubbel[i] = true
		o.Weiger(eerder.Lijn, kolom, tweeWaarden(r.Lijn))
	}
	o.Weiger(r.Lijn, kolom, tweeWaarden(eerder.Lijn))
}

func tweeWaarden(lijn int) string {
	return fmt.Sprintf("Hetzelfde cijfer staat ook op regel %d, met een andere waarde. Zoek uit welke waarde goed is en haal de andere regel weg.", lijn)
}

func gelijk(a, b cijfer.Regel) bool {
	if a.Attribuut != b.Attribuut || (a.Waarde == nil) != (b.Waarde == nil) {
		return false
	}
	return a.Waarde == nil || *a.Waarde == *b.Waarde
}

// TeVeel is the error of a file with so many faulty rows that it must be the wrong one, or more figures than fit in memory; nil for any other.
func (o *Oogst) TeVeel(t *Tekst) error {
	switch {
	case len(o.weigeringen) > maxWeigeringen:
		return t.Fout("bestand", fmt.Sprintf("Meer dan %d rijen kloppen niet. Controleer of dit het goede bestand is.", maxWeigeringen))
	case len(o.regels) > maxCijfers:
		return t.teVeelRijen()
	}
	return nil
}

// Bestand gives what was gathered, in the order of the file.
func (o *Oogst) Bestand(bron cijfer.Bron) cijfer.Bestand {
	regels := o.regels
	if len(o.dubbel) > 0 {
		regels = regels[:0]
		for i, r := range o.regels {
			if !o.dubbel[i] {
				regels = append(regels, r)
			}
		}
	}
	sort.SliceStable(o.weigeringen, func(i, j int) bool { return o.weigeringen[i].Lijn < o.weigeringen[j].Lijn })
	return cijfer.Bestand{Bron: bron, Regels: regels, Weigeringen: o.weigeringen}
}
