// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package data holds the files that the demonstration is filled with: real open figures of Rotterdam and the invented municipality
// Voorbeeldstad. README.md names source and licence of each file. No invented figure is ever about a real area: everything under rotterdam
// is a copy, everything under voorbeeldstad carries the unassigned municipality code GM9990.
package data

import "embed"

// Bestanden holds README.md and the folders rotterdam and voorbeeldstad. Names ending in .gz are gzip files.
//
//go:embed README.md rotterdam voorbeeldstad
var Bestanden embed.FS
