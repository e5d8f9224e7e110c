// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package gebied

import "dwarsverband/domein/termijn"

// The sorts of controller.
const (
	VanGemeente = "gemeente"
	VanZVH      = "zvh" // a Zorg- en Veiligheidshuis region that serves several gemeenten
)

// Verantwoordelijke is the controller: a gemeente, or a samenwerkingsverband that serves several. It is the tenant; nothing crosses it.
type Verantwoordelijke struct {
	ID       string // "rotterdam"
	Naam     string
	Soort    string // VanGemeente or VanZVH
	Gemeente string // CBS code of the municipality
	Namen    Namen  // local names of the levels
	// Verzonnen marks a tenant in which everything is invented; every page of it says so.
	Verzonnen bool
	// Toelichting says on every page what the reader must know of the figures in this tenant.
	Toelichting string
	// Peildatum is the day up to which the figures are known; Vandaag, when set, stands in for the calendar so that a demonstration looks the same every
	// year.
	Peildatum, Vandaag termijn.Date
}
