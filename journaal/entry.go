// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package journaal answers one question: WHO DID WHAT? It is the arithmetic of
// a log in which nobody, the owner of the database included, can change the
// past unseen. It does no I/O: the store keeps what it returns.
//
// # How it works
//
// Each act is an [Entry]. [Append] gives it the next number of its tenant and
// turns it into a row ([Rij]). The canonical bytes of a row ([Rij.Leaf]) are a
// leaf of a Merkle tree (RFC 6962, section 2.1): leaves are hashed in pairs,
// the pairs in pairs, up to one root of 32 bytes that depends on every byte of
// every row. With a row its own hash is kept and those of the subtrees that it
// completes, under two on average. The [Head] of a tenant holds its size and
// the roots of its complete subtrees (the edge), which is all that the next
// row needs.
//
// A hash alone proves nothing, since who can change a row can recompute the
// hashes too. Hence the [Checkpoint]: size and root, signed, in a file outside
// the database, best with somebody else. From then on the rows below that size
// are fixed: [Verify] recomputes the tree from the readable columns and finds
// any edit, drop, swap, insertion or rewriting, because it must arrive at the
// signed root. What was written after the last checkpoint is not covered, so
// one is made at least every minute.
//
// The edge is carried in the head, not read back from the rows. So a row that
// was altered never seeps into a later checkpoint.
//
// # What an entry holds
//
// Pseudonyms, codes and a keyed commitment to the content; never a name,
// an address or free text (AVG art. 5 lid 1 onder c). Without the key nobody
// can guess the content from the commitment; when the key is destroyed the
// commitment means nothing, so content can be erased without breaking a proof.
// That is also why the journal may outlive what it is about (AVG art. 5 lid 2).
//
// # What the store does
//
// In the transaction of the act itself: read the head under lock, Append,
// insert the row, write the new head last. The moment of an entry is a label;
// the number is the order.
package journaal

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bounds of the fields, in bytes. A list of pseudonyms fits in an object, a
// text does not.
const (
	maxCode       = 128
	maxObject     = 2048
	maxSleutel    = 64
	minSleutel    = 32
	maxOmschreven = 200
)

// Params is what an act says about itself. Every field is needed except
// Beleid (empty when nothing permitted or forbade it) and Inhoud with Sleutel
// (absent when there is no content, such as for a look).
type Params struct {
	Verantwoordelijke string   // tenant: letters, digits, "-", "_", "."
	Wie               string   // pseudonym of who acted
	Rol               string   // code of the role he acted in
	Actie             string   // code of the action
	Soort             string   // kind of the object
	Object            string   // id of the object, or ids separated by a comma
	Doel              string   // purpose, from a list
	Grondslag         string   // ground in law, from a list
	Beleid            []string // ids of the policies that decided
	Uitkomst          string   // code of the outcome: gedaan, geweigerd, getoond, ...
	Inhoud            []byte   // content to commit to; it is not kept
	Sleutel           []byte   // key of the commitment, at least 32 bytes
	Moment            time.Time
}

// Entry is an act that is fit to be recorded. Only [New] makes one.
type Entry struct{ rij Rij }

// Zero reports whether this is no entry at all.
func (e Entry) Zero() bool { return e.rij.Verantwoordelijke == "" }

// Verantwoordelijke returns the tenant whose journal it belongs in.
func (e Entry) Verantwoordelijke() string { return e.rij.Verantwoordelijke }

// New checks p and makes an entry of it. The error names every fault.
func New(p Params) (Entry, error) {
	beleid := slices.Clone(p.Beleid)
	slices.Sort(beleid)
	beleid = slices.Compact(beleid)
	var fouten []error
	code := func(naam, waarde, extra string, max int) {
		if !isCode(waarde, extra, max) {
			fouten = append(fouten, fmt.Errorf("%s %q is geen code van 1 tot %d tekens", naam, waarde, max))
		}
	}
	code("verantwoordelijke", p.Verantwoordelijke, "", maxSleutel)
	code("wie", p.Wie, ":/", maxCode)
	code("rol", p.Rol, ":/", maxCode)
	code("actie", p.Actie, ":/", maxCode)
	code("soort", p.Soort, ":/", maxCode)
	code("object", p.Object, ":/,", maxObject)
	code("uitkomst", p.Uitkomst, ":/", maxCode)
	for _, b := range beleid {
		code("beleid", b, ":/", maxCode)
	}
	if !isOmschrijving(p.Doel) {
		fouten = append(fouten, fmt.Errorf("doel %q is geen omschrijving uit een lijst", p.Doel))
	}
	if !isOmschrijving(p.Grondslag) {
		fouten = append(fouten, fmt.Errorf("grondslag %q is geen omschrijving uit een lijst", p.Grondslag))
	}
	if p.Moment.Year() < 2000 || p.Moment.Year() > 9999 {
		fouten = append(fouten, fmt.Errorf("moment %v kan niet", p.Moment))
	}
	if p.Inhoud != nil && len(p.Sleutel) < minSleutel {
		fouten = append(fouten, fmt.Errorf("sleutel heeft %d bytes, nodig zijn er minstens %d", len(p.Sleutel), minSleutel))
	}
	if len(fouten) > 0 {
		return Entry{}, fmt.Errorf("journaal: regel geweigerd: %w", errors.Join(fouten...))
	}
	r := Rij{
		Verantwoordelijke: p.Verantwoordelijke, Versie: versie,
		Moment: p.Moment.UTC().Truncate(time.Microsecond),
		Wie:    p.Wie, Rol: p.Rol, Actie: p.Actie, Soort: p.Soort, Object: p.Object,
		Doel: p.Doel, Grondslag: p.Grondslag, Beleid: strings.Join(beleid, ","), Uitkomst: p.Uitkomst,
	}
	if p.Inhoud != nil {
		r.Vastlegging = vastlegging(r, p.Sleutel, p.Inhoud)
	}
	return Entry{r}, nil
}

// isCode reports whether s consists of ASCII letters, digits, "-", "_", "." and
// the extra characters only. A space is not among them, which keeps names and
// sentences out; neither is a comma in a policy id, so joined ids stay apart.
func isCode(s, extra string, max int) bool {
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && !strings.ContainsRune("-_.", rune(c)) && !strings.ContainsRune(extra, rune(c)) {
			return false
		}
	}
	return len(s) > 0 && len(s) <= max
}

// isOmschrijving reports whether s is one line of printable text.
func isOmschrijving(s string) bool {
	for _, c := range s {
		if c == utf8.RuneError || !unicode.IsPrint(c) {
			return false
		}
	}
	return strings.TrimSpace(s) != "" && len(s) <= maxOmschreven
}

// vastlegging is the keyed commitment: HMAC-SHA256 over the object and the
// content. The object is in it so that equal content of two objects does not
// show as equal.
func vastlegging(r Rij, sleutel, inhoud []byte) []byte {
	kop := []byte("dwarsverband/journaal/vastlegging/1")
	for _, veld := range []string{r.Verantwoordelijke, r.Soort, r.Object} {
		kop = appendVeld(kop, []byte(veld))
	}
	mac := hmac.New(sha256.New, sleutel)
	mac.Write(kop)
	mac.Write(inhoud)
	return mac.Sum(nil)
}

// CheckInhoud reports whether the row commits to this content under this key.
func (r Rij) CheckInhoud(sleutel, inhoud []byte) bool {
	return len(r.Vastlegging) > 0 && bytes.Equal(r.Vastlegging, vastlegging(r, sleutel, inhoud))
}
