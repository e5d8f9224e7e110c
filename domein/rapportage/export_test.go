// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/domein/plan"
	"dwarsverband/domein/termijn"
)

// Overgangen is the life cycle.
var Overgangen = overgangen

// Bloktelling publishes one block in editions.
type Bloktelling struct{ f feiten }

// NewBloktelling begins without editions.
func NewBloktelling(afscherm Afscherm) *Bloktelling {
	return &Bloktelling{feiten{afscherm: afscherm, sleutel: []byte("a key of the tests, 32 bytes long")}}
}

// Publiceer adds an edition with these counts.
func (x *Bloktelling) Publiceer(counts [][]int, minimum int) (Blok, error) {
	var b Blok
	var list []cijfer.Cijfer
	for i, row := range counts {
		b.Rijen = append(b.Rijen, Rij{Code: string(rune('a' + i))})
		for j, n := range row {
			kind := string(rune('A' + j))
			if i == 0 {
				b.Kolommen = append(b.Kolommen, Kolom{Soort: kind, Perioden: []cijfer.Periode{"2026KW01"}})
			}
			value := float64(n)
			list = append(list, cijfer.Cijfer{Soort: kind, Gebied: string(rune('a' + i)), Periode: "2026KW01", Waarde: &value})
		}
	}
	x.f.boek = newCijferboek(list, nil)
	if err := x.f.vul(&b, minimum); err != nil || b.Geweigerd {
		return b, err
	}
	x.f.geefUit(Inhoud{Tabellen: []Tabel{{Blokken: []Blok{b}}}})
	return b, nil
}

// geefUit remembers what went out, as a release does.
func (f *feiten) geefUit(in Inhoud) {
	seals := f.zegels(in)
	for _, b := range in.gesloten() {
		f.eerder = append(f.eerder, publicatie{b, seals[b.sleutel()]})
		f.openbaar = append([]Blok{b}, f.openbaar...)
	}
}

// Proef is a plan with figures, from which reports are made without a store.
type Proef struct{ f feiten }

// NewProef makes facts of a plan.
func NewProef(p plan.Plan, doelen []plan.Doel, indicatoren []plan.Indicator, acties []plan.Actie, soorten []cijfer.Soort, bronnen []cijfer.Bron,
	gebieden []gebied.Gebied, vandaag termijn.Date, afscherm Afscherm) *Proef {
	x := &Proef{feiten{plan: p, doelen: doelen, acties: acties, gebieden: gebieden, vandaag: vandaag, afscherm: afscherm, instelling: StandaardInstelling, sleutel: []byte("a key of the tests, 32 bytes long"),
		indicatoren: map[string]plan.Indicator{}, soorten: map[string]cijfer.Soort{}, bronnen: map[string]cijfer.Bron{}}}
	for n, i := range indicatoren {
		x.f.indicatoren[i.ID] = i
		x.f.koppelingen = append(x.f.koppelingen, plan.Koppeling{Doel: doelen[n%len(doelen)].ID, Indicator: i.ID})
	}
	for _, k := range soorten {
		x.f.soorten[k.Code] = k
	}
	for _, b := range bronnen {
		x.f.bronnen[b.Code] = b
	}
	return x
}

// Cijfers sets the figures in force.
func (x *Proef) Cijfers(list []cijfer.Cijfer) {
	open := map[string]bool{}
	for code := range x.f.soorten {
		open[code] = x.f.soortOpen(code)
	}
	x.f.cijfers, x.f.boek, x.f.metingen = list, newCijferboek(list, open), nil
}

// Maak makes a report; with uit it goes out, so that the next one knows of it.
func (x *Proef) Maak(t Tijdvak, i Indeling, uit bool) (Inhoud, error) {
	r := Rapportage{Plan: x.f.plan.ID, Soort: x.f.plan.Soort, Tijdvak: t, Velden: map[string]domein.Veld{VeldIndeling: {Waarde: string(i)}}}
	in, err := x.f.maakOp(r)
	if err != nil || !uit {
		return in, err
	}
	x.f.geefUit(in)
	return in, nil
}

// Atomen lists what a block counts, as text.
func (b Blok) Atomen() []string {
	var list []string
	for _, a := range b.atomen() {
		list = append(list, a.soort+" "+string(a.periode))
	}
	return list
}
