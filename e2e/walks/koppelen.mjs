// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S10: the procesregisseur sees that two reports are about one household, and why, joins them, and takes them apart again.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/triage`);
  await keys.tabTo("M-2026-0001");
  await keys.enter();
  await keys.expect("Misschien hetzelfde huishouden");
  await keys.expect("zelfde geboortedatum");
  await keys.tabTo("Ja, koppel");
  await keys.enter();
  await keys.expect("Samen te wegen");
  await keys.tabTo("Ontkoppelen");
  await keys.enter();
  await keys.expect("Misschien hetzelfde huishouden");
}
