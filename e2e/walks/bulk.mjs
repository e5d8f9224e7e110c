// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A bulk action without a choice and a reason is refused in words; with both it reports what moved.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/signalen`);
  await keys.tabTo("Voer uit");
  await keys.enter();
  await page.waitForSelector("[role=alert]");
  await page.goto(`${base}/signalen`);
  await page.locator("main input[name=id]").last().focus();
  await keys.press("Space");
  await keys.tabTo("Met de gekozen signalen");
  await keys.type("Sluiten");
  await keys.tabTo("Eén reden, voor alle gekozen signalen");
  await keys.type("Besproken in het overleg van vandaag.");
  await keys.tabTo("Voer uit");
  await keys.enter();
  await keys.expect("signa");
}
