// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// Bewijs shows that one row is in the journal that a checkpoint signed. It is
// under 1 kB for a hundred million rows and says nothing of the other rows. It
// may be sent as JSON.
type Bewijs struct {
	Volgnr int64            `json:"volgnr"`
	Omvang int64            `json:"omvang"` // size of the journal that it leads to
	Hashes tlog.RecordProof `json:"hashes"` // audit path of RFC 6962, section 2.1.1
}

// Prove makes the proof of row volgnr in the first omvang rows, from the stored
// hashes (see [Lezer]).
func Prove(volgnr, omvang int64, hashes tlog.HashReader) (Bewijs, error) {
	pad, err := tlog.ProveRecord(omvang, volgnr, hashes)
	if err != nil {
		return Bewijs{}, fmt.Errorf("journaal: bewijs van regel %d in %d: %w", volgnr, omvang, err)
	}
	return Bewijs{Volgnr: volgnr, Omvang: omvang, Hashes: pad}, nil
}

// CheckInclusion verifies that leaf is the row that the proof is about, in the
// journal that the checkpoint signed. It needs no database.
func CheckInclusion(leaf []byte, b Bewijs, c Checkpoint) error {
	r, err := ParseLeaf(leaf)
	if err != nil {
		return err
	}
	switch {
	case r.Verantwoordelijke != c.verantwoordelijke:
		return fmt.Errorf("journaal: regel van %q, controlepunt van %q", r.Verantwoordelijke, c.verantwoordelijke)
	case r.Volgnr != b.Volgnr:
		return fmt.Errorf("journaal: regel %d, bewijs van regel %d", r.Volgnr, b.Volgnr)
	case b.Omvang != c.omvang:
		return fmt.Errorf("journaal: bewijs voor %d regels, controlepunt van %d", b.Omvang, c.omvang)
	}
	if err := tlog.CheckRecord(b.Hashes, c.omvang, c.wortel, b.Volgnr, tlog.RecordHash(leaf)); err != nil {
		return fmt.Errorf("journaal: regel %d staat niet in het ondertekende journaal: %w", b.Volgnr, err)
	}
	return nil
}

// CheckGrowth verifies that the journal only grew between two checkpoints of
// one tenant: the first omvang rows of the older one are still the first rows
// of the newer one.
func CheckGrowth(oud, nieuw Checkpoint, hashes tlog.HashReader) error {
	if oud.verantwoordelijke != nieuw.verantwoordelijke {
		return fmt.Errorf("journaal: controlepunten van %q en %q zijn niet te vergelijken", oud.verantwoordelijke, nieuw.verantwoordelijke)
	}
	return groei(oud, nieuw.omvang, nieuw.wortel, hashes)
}

// CheckHead verifies that a journal still contains what this checkpoint signed.
// Do this before signing the next one: a log that signs two histories has
// broken its promise (C2SP tlog-checkpoint, "Signatures").
func (c Checkpoint) CheckHead(h Head, hashes tlog.HashReader) error {
	if h.Verantwoordelijke != c.verantwoordelijke {
		return fmt.Errorf("journaal: kop van %q, controlepunt van %q", h.Verantwoordelijke, c.verantwoordelijke)
	}
	wortel, err := h.Wortel()
	if err != nil {
		return err
	}
	return groei(c, h.Omvang, wortel, hashes)
}

func groei(oud Checkpoint, omvang int64, wortel tlog.Hash, hashes tlog.HashReader) error {
	switch {
	case omvang < oud.omvang:
		return fmt.Errorf("journaal: %d regels, maar eerder waren er %d ondertekend; is een oude kopie teruggezet?", omvang, oud.omvang)
	case omvang == oud.omvang && wortel != oud.wortel:
		return fmt.Errorf("journaal: twee verschillende wortels bij %d regels; de regels zijn herschreven", omvang)
	case omvang == oud.omvang || oud.omvang == 0:
		return nil
	}
	bewijs, err := tlog.ProveTree(omvang, oud.omvang, hashes)
	if err != nil {
		return fmt.Errorf("journaal: samenhang van %d en %d regels: %w", oud.omvang, omvang, err)
	}
	if err := tlog.CheckTree(bewijs, omvang, wortel, oud.omvang, oud.wortel); err != nil {
		return fmt.Errorf("journaal: het journaal van %d regels is geen vervolg op dat van %d: %w", omvang, oud.omvang, err)
	}
	return nil
}
