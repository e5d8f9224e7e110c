// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package stats answers "how much": it judges series of counts and hides small counts in tables. All of it is pure: functions
// of their arguments, equal on repeat, without clock, chance or files.
//
// # Detection
//
// A verdict compares a count with what its own past leads one to expect. The methods and their papers:
//
//   - Farrington: Farrington, Andrews, Beale & Catchpole (1996), A statistical algorithm for the early detection of outbreaks
//     of infectious disease, J. R. Stat. Soc. A 159(3).
//   - Flexible: Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett (2013), An improved algorithm for outbreak detection in
//     multiple surveillance systems, Stat. Med. 32(7); the threshold Muan: Salmon, Schumacher & Höhle (2016), J. Stat. Softw. 70(10).
//   - EARS C1, C2, C3: Hutwagner, Thompson, Seeman & Treadwell (2003), J. Urban Health 80(2); Fricker, Hegler & Dunfee (2008),
//     Stat. Med. 27(17).
//   - Bayes: Höhle & Riebler (2005), The R-package surveillance, SFB 386 discussion paper 422.
//   - Monthly: Flexible, with a predictive law whose overdispersion is learned from the whole family (docs/detection.md).
//   - BenjaminiHochberg: Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1).
//
// The first four give the numbers of R surveillance 1.20.3 and are undefined (NaN) where it gives NA. They cannot name a cause,
// judge a series with less history than its reference period, or tell a change in recording from a change in the street.
//
// # Suppression
//
// Suppress hides the small counts of a table with totals and as many others as are needed to keep them hidden.
package stats
