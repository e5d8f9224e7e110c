// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"dwarsverband/domein/cijfer"
)

// What a reader is told when something is left out.
const (
	letOpAnders    = "Een deel van deze cijfers staat al in een andere tabel van een eerdere rapportage. Twee indelingen naast elkaar zouden te veel vertellen. Daarom staan ze hier niet."
	letOpHerzien   = "U ziet deze cijfers zoals ze eerder zijn gepubliceerd. Ze zijn daarna herzien. De oude en de nieuwe tabel naast elkaar zouden te veel vertellen."
	letOpGeweigerd = "Deze tabel kan niet veilig worden getoond."
)

// tabel makes the table of a group.
func (f *feiten) tabel(g groep, r Rapportage) (Tabel, error) {
	names := make([]string, len(g.soorten))
	for i, k := range g.soorten {
		names[i] = k.Naam
	}
	t := Tabel{Titel: strings.Join(names, " en "), Eenheid: g.soorten[0].Eenheid, Niveau: g.niveau, Bron: f.bronnamen(g), Open: g.open}
	if g.open {
		t.Blokken = f.openBlokken(g, r.Tijdvak)
		return t, nil
	}
	t.Minimum = g.minimum(f.instelling)
	blocks, left := f.verdeel(g, r)
	if left {
		t.LetOp = append(t.LetOp, letOpAnders)
	}
	for _, b := range blocks {
		if err := f.vul(&b, t.Minimum); err != nil {
			return Tabel{}, err
		}
		t.Blokken = append(t.Blokken, b)
	}
	if slices.ContainsFunc(t.Blokken, func(b Blok) bool { return b.Geweigerd }) {
		t.LetOp = append(t.LetOp, letOpGeweigerd)
	}
	if slices.ContainsFunc(t.Blokken, func(b Blok) bool { return b.Eerder }) {
		t.LetOp = append(t.LetOp, letOpHerzien)
	}
	return t, nil
}

// vul puts the figures of now into a block, shielded, minding what went out before. Where a figure that was hidden then has been revised since, two tables beside each other would tell by how
// much, and with that too much: then the block is shown as it was published. A block that was never published and cannot be shown safely is refused.
func (f *feiten) vul(b *Blok, minimum int) error {
	waar := f.boek.raster(b.Kolommen, b.Rijen, true)
	var before []publicatie
	revised := false
	for _, old := range f.eerder {
		if old.zelfde(*b) {
			before = append(before, old)
			revised = revised || f.zegel(old.Blok, waar) != old.zegel
		}
	}
	if !revised {
		grid, err := scherm(waar, before, minimum, f.afscherm)
		if !errors.Is(err, ErrOnveilig) {
			b.Raster = grid
			return err
		}
	}
	if b.Geweigerd = len(before) == 0; !b.Geweigerd {
		b.Raster, b.Eerder = before[len(before)-1].Raster, true
	}
	return nil
}

// verdeel lays what a group wants to show out in blocks, oldest first. A block that an earlier edition published comes back as it was; what an earlier edition
// published in another way is left out; the rest gets blocks of its own. left tells that something was left out.
func (f *feiten) verdeel(g groep, r Rapportage) (blocks []Blok, left bool) {
	rijen := f.rijen(g.niveau)
	free := map[atoom]bool{}
	periods := g.perioden(r.Tijdvak, f)
	for _, k := range g.soorten {
		for _, p := range periods {
			free[atoom{k.Code, p}] = true
		}
	}
	wanted := func(a atoom) bool { _, ok := free[a]; return ok }
	for _, old := range f.eerder {
		atoms := old.atomen()
		if !slices.ContainsFunc(atoms, wanted) {
			continue
		}
		whole := gelijkeRijen(old.Rijen, rijen) && !slices.ContainsFunc(atoms, func(a atoom) bool { return !wanted(a) })
		if whole && !slices.ContainsFunc(blocks, old.Blok.zelfde) {
			blocks = append(blocks, Blok{Kolommen: f.noem(old.Kolommen), Rijen: rijen})
		}
		left = left || !whole
		for _, a := range atoms {
			if wanted(a) {
				free[a] = false
			}
		}
	}
	for _, stretch := range stukken(periods, r.Tijdvak, g.soorten[0].Lengte) {
		blocks = append(blocks, f.nieuweBlokken(g, stretch, free, rijen, r.Indeling())...)
	}
	slices.SortStableFunc(blocks, func(a, b Blok) int { return cmp.Compare(a.begin(), b.begin()) })
	return blocks, left
}

// stukken cuts the periods in stretches that each get blocks of their own: those of the report in one, and the ones before it, back in time, in stretches as long as the
// report.
func stukken(periods []cijfer.Periode, t Tijdvak, l cijfer.Lengte) [][]cijfer.Periode {
	var before, within []cijfer.Periode
	for _, p := range periods {
		if t.omvat(p) {
			within = append(within, p)
		} else {
			before = append(before, p)
		}
	}
	var list [][]cijfer.Periode
	size := max((eindmaand(t.Tot)-beginmaand(t.Van)+1)*l.PerJaar()/12, 1)
	for end := len(before); end > 0; end -= size {
		list = append(list, before[max(end-size, 0):end])
	}
	if len(within) > 0 {
		list = append(list, within)
	}
	return list
}

// nieuweBlokken makes blocks for the atoms of a stretch that are free: kinds that are free in the same periods go together.
func (f *feiten) nieuweBlokken(g groep, stretch []cijfer.Periode, free map[atoom]bool, rijen []Rij, indeling Indeling) []Blok {
	type deel struct {
		perioden []cijfer.Periode
		soorten  []cijfer.Soort
	}
	var parts []deel
	for _, k := range g.soorten {
		var left []cijfer.Periode
		for _, p := range stretch {
			if free[atoom{k.Code, p}] {
				left = append(left, p)
			}
		}
		i := slices.IndexFunc(parts, func(d deel) bool { return slices.Equal(d.perioden, left) })
		switch {
		case len(left) == 0:
		case i >= 0:
			parts[i].soorten = append(parts[i].soorten, k)
		default:
			parts = append(parts, deel{left, []cijfer.Soort{k}})
		}
	}
	var blocks []Blok
	for _, d := range parts {
		blocks = append(blocks, blokkenVan(d.soorten, d.perioden, rijen, indeling)...)
	}
	return blocks
}

// blokkenVan divides: over the whole stretch a column for each kind; per period a column for each period where there is one kind, and a block for each period where
// there are more.
func blokkenVan(soorten []cijfer.Soort, perioden []cijfer.Periode, rijen []Rij, indeling Indeling) []Blok {
	if indeling == PerPeriode && len(soorten) > 1 {
		var blocks []Blok
		for i := range perioden {
			blocks = append(blocks, blokkenVan(soorten, perioden[i:i+1], rijen, Geheel)...)
		}
		return blocks
	}
	b := Blok{Rijen: rijen}
	for _, k := range soorten {
		if indeling == Geheel {
			b.Kolommen = append(b.Kolommen, Kolom{k.Code, k.Naam, perioden})
			continue
		}
		for i := range perioden {
			b.Kolommen = append(b.Kolommen, Kolom{k.Code, k.Naam, perioden[i : i+1]})
		}
	}
	return []Blok{b}
}

// noem gives columns the names of now.
func (f *feiten) noem(kolommen []Kolom) []Kolom {
	list := slices.Clone(kolommen)
	for i := range list {
		if k, ok := f.soorten[list[i].Soort]; ok {
			list[i].Naam = k.Naam
		}
	}
	return list
}

// meesteKolommen is how many periods fit beside each other on a sheet; more are added up per quarter, and then per year.
const meesteKolommen = 6

// openBlokken makes the block of figures that their source publishes: as published, for the areas of the indicator.
func (f *feiten) openBlokken(g groep, t Tijdvak) []Blok {
	i := g.indicatoren[0]
	periods := g.perioden(t, f)
	if within := slices.DeleteFunc(slices.Clone(periods), func(p cijfer.Periode) bool { return !t.omvat(p) }); len(within) > 0 {
		periods = within
	}
	counts := g.telt()
	var b Blok
	for _, code := range i.Gebieden {
		b.Rijen = append(b.Rijen, Rij{code, f.naam(code)})
	}
	stretches := kolomPerioden(periods, counts)
	if len(g.soorten) > 1 && len(b.Rijen) > 1 && len(periods) > 0 {
		stretches = [][]cijfer.Periode{periods} // kinds beside each other, for the period as a whole
	}
	for _, stretch := range stretches {
		for _, k := range g.soorten {
			b.Kolommen = append(b.Kolommen, Kolom{k.Code, k.Naam, stretch})
		}
	}
	if len(b.Kolommen) == 0 || len(b.Rijen) == 0 {
		return nil
	}
	for _, row := range f.boek.raster(b.Kolommen, b.Rijen, counts) {
		cells := make([]Cel, len(row))
		for j, c := range row {
			cells[j] = c.toon(false)
		}
		b.Raster = append(b.Raster, cells)
	}
	return []Blok{b}
}

// kolomPerioden divides periods over columns. Marks and percentages cannot be added up: of those only the newest periods are kept.
func kolomPerioden(periods []cijfer.Periode, counts bool) [][]cijfer.Periode {
	single := make([][]cijfer.Periode, 0, len(periods))
	for i := range periods {
		single = append(single, periods[i:i+1])
	}
	if len(periods) <= meesteKolommen {
		return single
	}
	if !counts {
		return single[len(single)-meesteKolommen:]
	}
	for _, months := range []int{3, 6, 12} {
		var merged [][]cijfer.Periode
		last := -1
		for i, p := range periods {
			if q := beginmaand(p) / months; q == last {
				merged[len(merged)-1] = append(merged[len(merged)-1], p)
			} else {
				merged, last = append(merged, periods[i:i+1:i+1]), q
			}
		}
		if len(merged) <= meesteKolommen || months == 12 {
			return merged
		}
	}
	return single
}
