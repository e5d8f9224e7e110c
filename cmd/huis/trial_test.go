// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

//go:build trial

package huis_test

func init() { knopenInJaar = 500 }
