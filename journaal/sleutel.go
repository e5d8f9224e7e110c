// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package journaal

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

const originPrefix = "dwarsverband/"

// Origin returns the name under which the journal of a tenant is known to the
// outside: first line of its checkpoints, and name of its key.
func Origin(verantwoordelijke string) string { return originPrefix + verantwoordelijke }

// GenerateKey makes a key pair (Ed25519) for the checkpoints of a tenant, in
// the one-line form of signed notes. geheim stays in a secret file outside the
// data folder; publiek goes to everybody who verifies.
func GenerateKey(toeval io.Reader, verantwoordelijke string) (geheim, publiek string, err error) {
	if !isCode(verantwoordelijke, "", maxSleutel) {
		return "", "", fmt.Errorf("journaal: %q is geen code van een verantwoordelijke", verantwoordelijke)
	}
	geheim, publiek, err = note.GenerateKey(toeval, Origin(verantwoordelijke))
	if err != nil {
		return "", "", fmt.Errorf("journaal: maak een sleutel: %w", err)
	}
	return geheim, publiek, nil
}

// PublicKey returns the public line that belongs to a secret one, so that only
// the secret has to be kept where checkpoints are signed.
func PublicKey(geheim string) (string, error) {
	if _, err := note.NewSigner(geheim); err != nil {
		return "", fmt.Errorf("journaal: %w", errGeheim)
	}
	// PRIVATE+KEY+<name>+<hash>+<base64 of the algorithm byte and the seed>;
	// the base64 may hold a "+" of its own.
	delen := strings.SplitN(geheim, "+", 5)
	zaad, err := base64.StdEncoding.DecodeString(delen[4])
	if err != nil || len(zaad) != 1+ed25519.SeedSize {
		return "", fmt.Errorf("journaal: %w", errGeheim)
	}
	openbaar := ed25519.NewKeyFromSeed(zaad[1:]).Public().(ed25519.PublicKey)
	return note.NewEd25519VerifierKey(delen[2], openbaar)
}

// errGeheim never quotes the line, because that would put a secret in a log.
var errGeheim = errors.New("dit is geen geheime sleutel")

// Signers are the secret keys of an installation, by tenant.
type Signers map[string]note.Signer

// ParseSigners reads secret keys, one a line; empty lines and lines that begin
// with # are skipped. Of several keys for one tenant the last one signs: a key
// is replaced by adding a line. The error names every line that is wrong, not
// its content.
func ParseSigners(tekst string) (Signers, error) {
	uit := Signers{}
	err := elkeSleutel(tekst, func(regel string) error {
		s, err := note.NewSigner(regel)
		if err != nil {
			return errGeheim
		}
		verantwoordelijke, ok := strings.CutPrefix(s.Name(), originPrefix)
		if !ok {
			return fmt.Errorf("sleutel van %q, niet van een journaal", s.Name())
		}
		uit[verantwoordelijke] = s
		return nil
	})
	return uit, err
}

// ParseVerifiers reads public keys, one a line, as [ParseSigners] does. All of
// them verify, those that were replaced too.
func ParseVerifiers(tekst string) (note.Verifiers, error) {
	gezien := map[string]bool{}
	var lijst []note.Verifier
	err := elkeSleutel(tekst, func(regel string) error {
		v, err := note.NewVerifier(regel)
		if err != nil {
			return errors.New("dit is geen publieke sleutel")
		}
		if id := KeyID(v); !gezien[id] {
			gezien[id] = true
			lijst = append(lijst, v)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return note.VerifierList(lijst...), nil
}

// KeyID names a key without revealing it: name and hash, as in a signature.
func KeyID(k interface {
	Name() string
	KeyHash() uint32
}) string {
	return fmt.Sprintf("%s+%08x", k.Name(), k.KeyHash())
}

// elkeSleutel calls lees with each line that holds a key, and joins what it
// refuses under the number of the line.
func elkeSleutel(tekst string, lees func(regel string) error) error {
	var fouten []error
	for i, regel := range strings.Split(tekst, "\n") {
		regel = strings.TrimSpace(regel)
		if regel == "" || regel[0] == '#' {
			continue
		}
		if err := lees(regel); err != nil {
			fouten = append(fouten, fmt.Errorf("regel %d: %w", i+1, err))
		}
	}
	if len(fouten) > 0 {
		return fmt.Errorf("journaal: sleutelbestand: %w", errors.Join(fouten...))
	}
	return nil
}
