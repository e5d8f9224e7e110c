// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package rapportage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/rapportage"
)

// boek publishes one block in editions and remembers them for the attacker.
type boek struct {
	*rapportage.Bloktelling
	editions []uitgegeven
	herzien  int // editions that showed the table of before
}

func newBoek() *boek { return &boek{Bloktelling: rapportage.NewBloktelling(huis.Afscherm)} }

// publiceer adds an edition; it tells whether there is a table at all.
func (x *boek) publiceer(t *testing.T, counts [][]int, minimum int) bool {
	t.Helper()
	b, err := x.Publiceer(counts, minimum)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case b.Geweigerd:
		return false
	case b.Eerder:
		if was := x.editions[len(x.editions)-1].getoond; schrijf(b.Raster) != schrijf(was) {
			t.Fatalf("the table of before was\n%sand is\n%s", schrijf(was), schrijf(b.Raster))
		}
		x.herzien++
	default:
		x.editions = append(x.editions, uitgegeven{metTotalen(counts), b.Raster})
	}
	return true
}

func schrijf(grid [][]rapportage.Cel) string {
	var b strings.Builder
	for _, row := range grid {
		for _, c := range row {
			if c.Stand == rapportage.Getoond {
				fmt.Fprintf(&b, "%4.0f", *c.Waarde)
			} else {
				fmt.Fprintf(&b, "%4s", c.Stand)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// The table of scenario S23: 3 and 2 are hidden, with enough others to leave an interval of 10 for each.
func TestS23(t *testing.T) {
	counts := [][]int{{3, 12, 9}, {14, 2, 11}, {20, 17, 8}}
	x := newBoek()
	if !x.publiceer(t, counts, 5) {
		t.Fatal("refused")
	}
	shown := x.editions[0].getoond
	if shown[0][0].Stand != rapportage.Afgeschermd || shown[1][1].Stand != rapportage.Afgeschermd {
		t.Errorf("a small count is shown:\n%s", schrijf(shown))
	}
	text, err := json.Marshal(shown[0][0])
	if err != nil || string(text) != `{"s":"x"}` {
		t.Errorf("a hidden cell is kept as %s, %v", text, err)
	}
	if n := val(t, x.editions, 5); n != 2 {
		t.Errorf("%d small counts were attacked", n)
	}
}

// Editions of one block, in which figures are revised, never narrow what an attacker with all of them finds.
func TestEditiesVernauwenNiet(t *testing.T) {
	chance := rand.New(rand.NewPCG(23, 16))
	refused, checked, again := 0, 0, 0
	for try := range 400 {
		minimum := []int{3, 5, 10}[try%3]
		rows, cols := 2+chance.IntN(4), 1+chance.IntN(3)
		counts := make([][]int, rows)
		for i := range counts {
			counts[i] = make([]int, cols)
			for j := range counts[i] {
				counts[i][j] = int(chance.ExpFloat64() * 14)
			}
		}
		x := newBoek()
		for range 3 {
			if !x.publiceer(t, counts, minimum) {
				refused++
			}
			checked += val(t, x.editions, minimum)
			counts = clone(counts)
			for range 1 + chance.IntN(2) { // a revision, sometimes to a small count
				counts[chance.IntN(rows)][chance.IntN(cols)] = chance.IntN(20)
			}
		}
		again += x.herzien
	}
	t.Logf("%d small counts attacked; %d editions refused, %d showed the table of before", checked, refused, again)
	if checked < 1000 {
		t.Errorf("only %d small counts were attacked", checked)
	}
}

func clone(grid [][]int) [][]int {
	out := make([][]int, len(grid))
	for i := range grid {
		out[i] = append([]int(nil), grid[i]...)
	}
	return out
}

// val attacks every small count of every edition with all editions in hand.
func val(t *testing.T, editions []uitgegeven, minimum int) int {
	t.Helper()
	if len(editions) == 0 {
		return 0
	}
	a := newAanvaller(t, editions)
	n := 0
	for k, e := range editions {
		for _, p := range klein(e.waar, minimum) {
			if e.getoond[p[0]][p[1]].Stand == rapportage.GeenTotaal {
				continue
			}
			n++
			if w := a.breedte(p[0], p[1], e.waar[p[0]][p[1]]); w < float64(2*minimum)-1e-6 {
				var all []string
				for _, x := range editions {
					all = append(all, fmt.Sprint(x.waar), schrijf(x.getoond))
				}
				t.Fatalf("edition %d: the solver finds place %v within %.2f, minimum %d:\n%s", k+1, p, w, minimum, strings.Join(all, "\n"))
			}
		}
	}
	return n
}

// The same figures give the same table. A figure that was shown and is revised is shown anew; where one that was hidden is revised, the table of before stays.
func TestHerziening(t *testing.T) {
	counts := [][]int{{3, 12, 9}, {14, 2, 11}, {20, 17, 8}}
	x := newBoek()
	x.publiceer(t, counts, 5)
	x.publiceer(t, counts, 5)
	if first, second := schrijf(x.editions[0].getoond), schrijf(x.editions[1].getoond); first != second {
		t.Errorf("the same figures, first\n%sand then\n%s", first, second)
	}
	counts = clone(counts)
	counts[2][0] = 25
	x.publiceer(t, counts, 5)
	if len(x.editions) != 3 || x.editions[2].getoond[2][0].Stand != rapportage.Getoond || x.editions[2].getoond[0][0].Stand != rapportage.Afgeschermd {
		t.Errorf("after the revision of a figure that was shown:\n%s", schrijf(x.editions[len(x.editions)-1].getoond))
	}
	counts = clone(counts)
	counts[0][0] = 40
	x.publiceer(t, counts, 5)
	if x.herzien != 1 {
		t.Error("a figure that was hidden was revised, and the table is new")
	}
}

// A list without a safe way is refused: two small counts under a known total cannot be hidden in one another.
func TestGeenVeiligeManier(t *testing.T) {
	raster := [][]rapportage.Getal{
		{{Stand: rapportage.Tellend, N: 3}, {}}, {{Stand: rapportage.Tellend, N: 2}, {}}, {{Stand: rapportage.Bekend, N: 5}, {}},
	}
	if _, err := huis.Afscherm(raster, 5); !errors.Is(err, rapportage.ErrOnveilig) {
		t.Errorf("got %v", err)
	}
}
