// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import (
	"fmt"
	"strings"
)

// Fault is one thing wrong in a GeoJSON file.
type Fault struct {
	Feature int    // number of the area in the file, from 1; 0 for the file as a whole
	Code    string // one of the Fault* constants, for programs
	Message string // what is wrong and what to do, in Dutch, for the user
}

// Codes of faults.
const (
	FaultSize       = "groot"         // file larger than the limit
	FaultEncoding   = "codering"      // not UTF-8
	FaultTruncated  = "afgebroken"    // text ends too early
	FaultSyntax     = "json"          // text is not JSON
	FaultCollection = "verzameling"   // not a FeatureCollection, or without areas
	FaultCRS        = "stelsel"       // unknown coordinate reference system
	FaultType       = "soort"         // not a Polygon or MultiPolygon
	FaultProperties = "eigenschappen" // properties are not an object
	FaultEmpty      = "leeg"          // no geometry
	FaultShape      = "vorm"          // coordinates nested another way than their type says
	FaultNumber     = "getal"         // coordinate that is no finite number
	FaultOpen       = "open"          // ring that does not end where it starts
	FaultPoints     = "punten"        // ring of fewer than 4 points
	FaultOutside    = "buiten"        // point outside the Netherlands
	FaultSwapped    = "verwisseld"    // the two coordinates are in the wrong order
	FaultCrosses    = "kruist"        // border crosses itself
	FaultBacks      = "terug"         // border runs back over itself
	FaultTangled    = "ingewikkeld"   // border too tangled to check
	FaultHole       = "gat"           // hole outside the outer border
)

// Faults are all faults of a file, in the order of the file. It is an error:
// find it with errors.As.
type Faults []Fault

// Error gives all messages, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Message
	}
	return strings.Join(lines, "\n")
}

const readAgain = " en lees het bestand opnieuw in."

// fileFault is a fault of the file as a whole.
func fileFault(code, format string, args ...any) Fault {
	return Fault{Code: code, Message: fmt.Sprintf(format, args...)}
}

// featureFaults gathers the faults of one area, at most one of each kind for
// each ring: a border in the wrong system is one fault, not one for each point.
type featureFaults struct {
	number int
	label  string
	list   []Fault
}

// add puts the name of the area before the message and "read again" behind it.
func (f *featureFaults) add(code, format string, args ...any) {
	f.list = append(f.list, Fault{Feature: f.number, Code: code,
		Message: fmt.Sprintf("Vlak %d%s: ", f.number, f.label) + fmt.Sprintf(format, args...) + readAgain})
}

// position looks up the line and the character (from 1) of a byte offset.
func position(b []byte, offset int) (line, char int) {
	before := string(b[:min(offset, len(b))])
	return strings.Count(before, "\n") + 1, len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
}
