// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package domein is what every room of the domain shares: the kinds of error a use case can end in. It knows no room.
//
// An error has a kind for the program and a Dutch message for the person who reads it. The kind decides the HTTP status, the exit code and
// whether a retry makes sense; it is never turned into false or a nil result (rule 7).
package domein

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of end a use case came to.
type Kind int

// The kinds. Internal is the zero value: an error nobody classified must never look like the user's mistake.
const (
	Internal Kind = iota
	Invalid
	NotFound
	Forbidden
	Conflict
	Gone
)

// Fault is one thing that is wrong with what somebody sent in.
type Fault struct {
	Veld    string // field, column or parameter name, as the sender knows it
	Melding string // Dutch, B1: what to do
}

// Error is the end of a use case that went wrong.
type Error struct {
	Kind    Kind
	Op      string // operation, English, for the log: "cijfer.Import"
	Melding string // Dutch, for the user
	Faults  []Fault
	Err     error // cause, for the log only

	Botsingen []Botsing // the clashing fields of a Conflict
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.Op != "" {
		b.WriteString(e.Op + ": ")
	}
	b.WriteString(e.Melding)
	for i, f := range e.Faults {
		if i > 0 {
			b.WriteString(";")
		}
		fmt.Fprintf(&b, " %s: %s", f.Veld, f.Melding)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of err; Internal when nobody classified it.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// FaultsOf gives the faults of an Invalid error, or nil.
func FaultsOf(err error) []Fault {
	var e *Error
	if errors.As(err, &e) {
		return e.Faults
	}
	return nil
}

// Refuse gives an Invalid error that carries all faults at once, or nil when there are none.
func Refuse(op, melding string, faults []Fault) error {
	if len(faults) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Op: op, Melding: melding, Faults: faults}
}

// Missing is the answer for what does not exist and, word for word, for what the asker may not know exists (promise 2).
func Missing(op string) error {
	return &Error{Kind: NotFound, Op: op, Melding: "Dit bestaat niet, of u mag het niet zien."}
}

// Wrap puts the operation in front of err and keeps its kind.
func Wrap(op string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", op, err)
}
