// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"bytes"

	"dwarsverband/extern/canon"
	"dwarsverband/extern/cbs"
	"dwarsverband/extern/politie"
)

// FormaatGebieden is the format of a file with areas; the other formats are those of figures.
const FormaatGebieden = "gebieden"

// Herken gives the format of a file from its first 64 kB, unpacked, or "" where no reader knows it. The formats of others are asked first: a canonical CSV is
// known by columns that others may have too.
func Herken(head []byte) string {
	known := []struct {
		formaat string
		is      func([]byte) bool
	}{
		{FormaatGebieden, herkenGebieden}, {"politie-odata", politie.HerkenOData}, {"politie-csv", politie.HerkenPortal},
		{"kwb", cbs.HerkenKWB}, {"canoniek", canon.Herken},
	}
	for _, k := range known {
		if k.is(head) {
			return k.formaat
		}
	}
	return ""
}

func herkenGebieden(head []byte) bool {
	text := bytes.TrimPrefix(bytes.TrimSpace(head), []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(text, []byte("{")) && (bytes.Contains(text, []byte(`"FeatureCollection"`)) || bytes.Contains(text, []byte(`"Feature"`)))
}
