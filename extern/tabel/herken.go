// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package tabel

import "strings"

// Begin gives the first bytes of a file as text without byte order mark and leading blanks, to recognise its format.
func Begin(head []byte) string {
	return strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n")
}

// KopVan gives the column names of a CSV of which head is the beginning; nil for anything else.
func KopVan(head []byte) []string {
	regel, _, _ := strings.Cut(Begin(head), "\n")
	if regel == "" || strings.HasPrefix(regel, "{") || strings.HasPrefix(regel, "[") {
		return nil
	}
	regel = strings.TrimRight(regel, "\r")
	cellen, _, fout := splits(regel, Scheiding(regel), nil)
	if fout != "" {
		return nil
	}
	for i := range cellen {
		cellen[i] = strings.TrimSpace(cellen[i])
	}
	return cellen
}
