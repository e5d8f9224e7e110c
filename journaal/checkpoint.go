// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// tijdlabel begins the extension line that dates a checkpoint. The C2SP form
// leaves extension lines to the log; the moment is a claim of the signer.
const tijdlabel = "tijd "

// Checkpoint is the signed state of the journal of one tenant. It comes from
// [ParseCheckpoint] only, so who holds one knows that its signature was checked.
type Checkpoint struct {
	verantwoordelijke string
	omvang            int64
	wortel            tlog.Hash
	moment            time.Time
}

// Verantwoordelijke returns the tenant.
func (c Checkpoint) Verantwoordelijke() string { return c.verantwoordelijke }

// Omvang returns the number of rows that are fixed by it.
func (c Checkpoint) Omvang() int64 { return c.omvang }

// Wortel returns the root hash of those rows.
func (c Checkpoint) Wortel() tlog.Hash { return c.wortel }

// Moment returns when it was signed, to the second, as the signer claims.
func (c Checkpoint) Moment() time.Time { return c.moment }

// Zero reports whether this is no checkpoint at all.
func (c Checkpoint) Zero() bool { return c.verantwoordelijke == "" }

// Sign makes the checkpoint of a head: a signed note in the form of C2SP
// tlog-checkpoint, with the moment in an extension line. The key carries the
// origin of the tenant as its name, so a key of one cannot sign for another.
func Sign(h Head, moment time.Time, sleutel note.Signer) ([]byte, error) {
	if naam := Origin(h.Verantwoordelijke); sleutel.Name() != naam {
		return nil, fmt.Errorf("journaal: de sleutel van %q tekent niet voor %q", sleutel.Name(), naam)
	}
	wortel, err := h.Wortel()
	if err != nil {
		return nil, err
	}
	tekst := fmt.Sprintf("%s\n%d\n%s\n%s%s\n", Origin(h.Verantwoordelijke), h.Omvang, wortel,
		tijdlabel, moment.UTC().Format(time.RFC3339))
	if _, err := leesTekst(tekst); err != nil {
		return nil, err
	}
	bericht, err := note.Sign(&note.Note{Text: tekst}, sleutel)
	if err != nil {
		return nil, fmt.Errorf("journaal: onderteken het controlepunt: %w", err)
	}
	return bericht, nil
}

// ParseCheckpoint reads one signed checkpoint and checks the signature of its
// tenant. Signatures by unknown keys, such as those of witnesses, are ignored.
func ParseCheckpoint(bericht []byte, bekend note.Verifiers) (Checkpoint, error) {
	n, err := note.Open(bericht, bekend)
	var onbekend *note.UnverifiedNoteError
	var ongeldig *note.InvalidSignatureError
	switch {
	case errors.As(err, &onbekend):
		return Checkpoint{}, errors.New("journaal: dit controlepunt is niet ondertekend met een bekende sleutel; geef de publieke sleutel op")
	case errors.As(err, &ongeldig):
		return Checkpoint{}, fmt.Errorf("journaal: de handtekening van %s onder dit controlepunt klopt niet; het is gewijzigd", ongeldig.Name)
	case err != nil:
		return Checkpoint{}, fmt.Errorf("journaal: dit is geen ondertekend controlepunt: %w", err)
	}
	c, err := leesTekst(n.Text)
	if err != nil {
		return Checkpoint{}, err
	}
	naam := Origin(c.verantwoordelijke)
	if !slices.ContainsFunc(n.Sigs, func(s note.Signature) bool { return s.Name == naam }) {
		return Checkpoint{}, fmt.Errorf("journaal: het controlepunt van %s is door een ander ondertekend", naam)
	}
	return c, nil
}

// leesTekst reads the text of a checkpoint: origin, size, root, moment. Further
// extension lines are allowed, as the form prescribes.
func leesTekst(tekst string) (Checkpoint, error) {
	regels := strings.Split(strings.TrimSuffix(tekst, "\n"), "\n")
	if len(regels) < 4 || slices.Contains(regels, "") {
		return Checkpoint{}, errors.New("journaal: een controlepunt heeft minstens vier regels en geen lege")
	}
	verantwoordelijke, ok := strings.CutPrefix(regels[0], originPrefix)
	if !ok || !isCode(verantwoordelijke, "", maxSleutel) {
		return Checkpoint{}, fmt.Errorf("journaal: controlepunt van een onbekend soort journaal: %q", regels[0])
	}
	omvang, err := strconv.ParseInt(regels[1], 10, 64)
	if err != nil || omvang < 0 || strconv.FormatInt(omvang, 10) != regels[1] {
		return Checkpoint{}, fmt.Errorf("journaal: omvang %q is geen heel getal", regels[1])
	}
	wortel, err := tlog.ParseHash(regels[2])
	if err != nil || wortel.String() != regels[2] {
		return Checkpoint{}, fmt.Errorf("journaal: wortel %q is geen hash van 32 bytes", regels[2])
	}
	tijd, ok := strings.CutPrefix(regels[3], tijdlabel)
	moment, err := time.Parse(time.RFC3339, tijd)
	if !ok || err != nil || moment.UTC().Format(time.RFC3339) != tijd {
		return Checkpoint{}, fmt.Errorf("journaal: %q is geen regel met het moment, zoals %q", regels[3], "tijd 2026-03-02T09:30:00Z")
	}
	return Checkpoint{verantwoordelijke, omvang, wortel, moment.UTC()}, nil
}
