// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math/bits"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// Bounds that keep a damaged journal from exhausting memory: how many faults
// are listed, and how many missing rows in a row are bridged to go on behind them.
const (
	maxFouten = 1000
	maxGat    = 1 << 20
)

// Geheel is the number of a fault that concerns the journal as a whole.
const Geheel = -1

// Fout is one thing that is wrong, in Dutch.
type Fout struct {
	Volgnr int64 // row, or Geheel
	Tekst  string
}

// Report is the outcome of a verification.
type Report struct {
	Verantwoordelijke string
	Rijen             int64 // rows that were read
	Gedekt            int64 // rows that the last checkpoint fixes
	Punten            int   // checkpoints that were compared
	Fouten            []Fout
	Meer              int64 // faults beyond those in Fouten
	berekend          Head
}

// OK reports whether nothing is wrong.
func (r Report) OK() bool { return len(r.Fouten) == 0 }

// String gives the report in Dutch, one line for the outcome and one per fault.
func (r Report) String() string {
	var b strings.Builder
	if r.OK() {
		fmt.Fprintf(&b, "Het journaal van %s klopt: %d regels, waarvan %d vastliggen in %d controlepunt(en).\n",
			r.Verantwoordelijke, r.Rijen, r.Gedekt, r.Punten)
		return b.String()
	}
	fmt.Fprintf(&b, "Het journaal van %s klopt niet: %d fout(en) in %d regels.\n",
		r.Verantwoordelijke, int64(len(r.Fouten))+r.Meer, r.Rijen)
	for _, f := range r.Fouten {
		if f.Volgnr == Geheel {
			fmt.Fprintf(&b, "- %s\n", f.Tekst)
		} else {
			fmt.Fprintf(&b, "- Regel %d: %s\n", f.Volgnr, f.Tekst)
		}
	}
	return b.String()
}

func (r *Report) meld(volgnr int64, vorm string, args ...any) {
	if len(r.Fouten) == maxFouten {
		r.Meer++
		return
	}
	r.Fouten = append(r.Fouten, Fout{volgnr, fmt.Sprintf(vorm, args...)})
}

// CheckHead adds a fault when the stored head is not the one that the rows give.
func (r *Report) CheckHead(h Head) {
	if h.Verantwoordelijke != r.Verantwoordelijke || h.Omvang != r.berekend.Omvang || !bytes.Equal(h.Rand, r.berekend.Rand) {
		r.meld(Geheel, "De kop van het journaal past niet bij de regels: de kop telt %d regels, er zijn er %d.", h.Omvang, r.berekend.Omvang)
	}
}

// Verify recomputes the journal of one tenant from its rows, in order of number,
// and compares it with one or more checkpoints. It needs memory for one row
// only. The error says that the check could not be done; what is wrong with the
// journal stands in the report. Rows after the last checkpoint are checked for
// coherence, but who can write the database could have replaced them as a whole.
func Verify(rijen iter.Seq2[Rij, error], punten ...Checkpoint) (Report, error) {
	if len(punten) == 0 || punten[0].Zero() {
		return Report{}, errors.New("journaal: zonder controlepunt is er niets om mee te vergelijken")
	}
	punten = slices.Clone(punten)
	slices.SortStableFunc(punten, func(a, b Checkpoint) int { return cmp.Compare(a.omvang, b.omvang) })
	k := controle{punten: punten}
	k.Verantwoordelijke = punten[0].verantwoordelijke
	k.Gedekt = punten[len(punten)-1].omvang
	for _, c := range punten {
		if c.verantwoordelijke != k.Verantwoordelijke {
			return Report{}, fmt.Errorf("journaal: controlepunten van %q en %q horen niet bij één journaal", k.Verantwoordelijke, c.verantwoordelijke)
		}
	}
	k.vergelijk()
	for r, err := range rijen {
		if err != nil {
			return Report{}, fmt.Errorf("journaal: lees na regel %d: %w", k.omvang-1, err)
		}
		k.Rijen++
		k.rij(r)
	}
	if k.omvang < k.Gedekt {
		k.meld(Geheel, "De regels %d tot en met %d ontbreken aan het eind.", k.omvang, k.Gedekt-1)
	}
	k.berekend = Head{Verantwoordelijke: k.Verantwoordelijke, Omvang: k.omvang, Rand: plat(k.waar)}
	return k.Report, nil
}

// controle is a verification under way. waar is the edge of the tree that the
// columns give; bewaard the edge that the stored hashes give. They are kept
// apart so that one altered row is one fault and not one for each hash above it.
type controle struct {
	Report
	punten  []Checkpoint // those still to be met
	omvang  int64        // rows placed in the tree
	goed    int64        // size at the last checkpoint that matched
	waar    []tlog.Hash
	bewaard []knoop
}

// knoop is a stored hash, or the absence of one.
type knoop struct {
	hash tlog.Hash
	er   bool
}

// rij places a row, after standing in for those that are missing before it.
func (k *controle) rij(r Rij) {
	switch {
	case r.Volgnr < k.omvang:
		k.meld(r.Volgnr, "Deze regel staat er dubbel of op de verkeerde plaats (verwacht: regel %d).", k.omvang)
		return
	case r.Volgnr-k.omvang > maxGat:
		k.meld(r.Volgnr, "Dit volgnummer kan niet (verwacht: regel %d).", k.omvang)
		return
	case r.Volgnr > k.omvang:
		k.meld(k.omvang, "Hier ontbreken %d regel(s), tot en met regel %d.", r.Volgnr-k.omvang, r.Volgnr-1)
	}
	for k.omvang < r.Volgnr {
		k.groei(tlog.Hash{}, nil)
	}
	if r.Verantwoordelijke != k.Verantwoordelijke {
		k.meld(r.Volgnr, "Deze regel is van %q.", r.Verantwoordelijke)
	}
	if r.Versie != versie {
		k.meld(r.Volgnr, "Versie %d van de vastlegging bestaat niet.", r.Versie)
	}
	if r.Moment.Nanosecond()%int(time.Microsecond) != 0 {
		k.meld(r.Volgnr, "Het moment is fijner dan een miljoenste seconde en dus niet zo vastgelegd.")
	}
	blad := tlog.RecordHash(r.Leaf())
	nodig := 1 + bits.TrailingZeros64(^uint64(r.Volgnr))
	if len(r.Hashes) != nodig*tlog.HashSize {
		k.meld(r.Volgnr, "Er horen %d hashes bij, er staan %d bytes.", nodig, len(r.Hashes))
		k.groei(blad, nil)
		return
	}
	if tlog.Hash(r.Hashes) != blad {
		k.meld(r.Volgnr, "De inhoud past niet bij de hash: de regel is na het vastleggen gewijzigd.")
	}
	k.groei(blad, r.Hashes)
}

// groei adds one leaf to both trees; hashes is nil when nothing usable is stored.
func (k *controle) groei(blad tlog.Hash, hashes []byte) {
	volgnr := k.omvang
	rechts := knoop{er: hashes != nil}
	if rechts.er {
		rechts.hash = tlog.Hash(hashes)
	}
	for niveau := 1; niveau <= bits.TrailingZeros64(^uint64(volgnr)); niveau++ {
		top := len(k.waar) - 1
		blad = tlog.NodeHash(k.waar[top], blad)
		links := k.bewaard[top]
		k.waar, k.bewaard = k.waar[:top], k.bewaard[:top]
		if hashes == nil {
			continue
		}
		boven := tlog.Hash(hashes[niveau*tlog.HashSize:])
		if links.er && tlog.NodeHash(links.hash, rechts.hash) != boven {
			k.meld(volgnr, "De bewaarde hash over %d regels klopt niet.", int64(1)<<niveau)
		}
		rechts.hash = boven
	}
	k.waar, k.bewaard = append(k.waar, blad), append(k.bewaard, rechts)
	k.omvang++
	k.vergelijk()
}

// vergelijk holds the rows so far against the checkpoints of this size.
func (k *controle) vergelijk() {
	for len(k.punten) > 0 && k.punten[0].omvang == k.omvang {
		c := k.punten[0]
		k.punten = k.punten[1:]
		k.Punten++
		if k.wortel() == c.wortel {
			k.goed = c.omvang
			continue
		}
		k.meld(Geheel, "De regels kloppen niet met het controlepunt van %s over %d regels: er is iets gewijzigd tussen regel %d en regel %d.",
			c.moment.Format("2006-01-02 15:04:05 UTC"), c.omvang, k.goed, c.omvang-1)
	}
}

// wortel folds the edge into the root, from small subtrees to large.
func (k *controle) wortel() tlog.Hash {
	if len(k.waar) == 0 {
		leeg, _ := tlog.TreeHash(0, nil) // a constant: no hash is read
		return leeg
	}
	h := k.waar[len(k.waar)-1]
	for i := len(k.waar) - 2; i >= 0; i-- {
		h = tlog.NodeHash(k.waar[i], h)
	}
	return h
}
