// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import "math"

const (
	eersteJaar  = 2015
	laatsteJaar = 2026
)

// inwonersOp is the number of inhabitants on 1 January: the town grows slowly, the new estates were built in these years.
func (b buurt) inwonersOp(jaar int) int {
	terug := float64(laatsteJaar - jaar)
	groei := 0.0035 + 0.004*lattice(7, int64(b.wijk), int64(len(b.naam)))
	deel := math.Pow(1+groei, -terug)
	if b.karakter == nieuwbouw {
		deel = 1 / (1 + math.Exp(0.45*terug-3.2)) * (1 + math.Exp(-3.2))
	}
	return int(math.Round(float64(b.inwoners) * deel))
}

// huishoudens and woningen follow from the inhabitants: households are small in the centre and large in the new estates.
func (b buurt) huishoudens(jaar int) int {
	grootte := [...]float64{centrum: 1.62, oudeStad: 1.95, naoorlogs: 2.12, nieuwbouw: 2.71, dorp: 2.38, bedrijven: 1.9, polder: 2.55}[b.karakter]
	return int(math.Round(float64(b.inwonersOp(jaar)) / grootte))
}

func (b buurt) woningen(jaar int) int { return int(math.Round(float64(b.huishoudens(jaar)) * 1.015)) }
