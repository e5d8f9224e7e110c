// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Another kind is put on the map, the map is moved by its buttons and keys and does not keep the focus, and an area is opened from the table.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/kaart`);
  await keys.tabTo("Soort cijfer");
  await keys.press("ArrowDown");
  await keys.tabTo("Toon");
  await keys.enter();
  await keys.tabTo("Inzoomen");
  await keys.press("Enter");
  await keys.tabTo("Hele kaart tonen");
  await keys.press("Enter");
  await keys.tabTo("CSV");
}
