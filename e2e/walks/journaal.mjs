// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// The data protection officer leafs through the journal and finds his own look in it.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/journaal`);
  await keys.expect("journaal.lezen");
  await keys.tabTo("Ouder");
  await keys.enter();
  await keys.tabTo("Nieuwste");
  await keys.enter();
  await keys.expect("journaal.lezen");
}
