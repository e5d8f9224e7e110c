// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// From the adopted plan to a goal: where it stands, the chart with its table, and what it is tied to.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/plannen`);
  await keys.tabTo("Integraal veiligheidsplan 2023-2026");
  await keys.enter();
  await keys.expect("De tekst ligt vast.");
  await page.locator('main a[href^="/doelen/"]').first().focus();
  await keys.enter();
  await keys.expect("Nulmeting");
  await keys.expect("Verbanden");
}
