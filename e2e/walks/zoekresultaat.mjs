// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A buurt is found by a word of its name, and its page opened.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/vandaag`);
  await keys.tabTo("Zoek een gebied, signaal of doel");
  await keys.type("kersenbuurt");
  await keys.enter();
  await keys.expect("gevonden voor “kersenbuurt”");
  await keys.tabTo("Kersenbuurt");
  await keys.enter();
  await keys.expect("Kersenbuurt");
}
