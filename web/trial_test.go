// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

//go:build trial

package web

func init() { omvangen, hitProeven = append(omvangen, 100_000), 1_000 }
