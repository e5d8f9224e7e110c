// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Somebody without login finds a released report and what was hidden in it.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/raad`);
  await keys.tabTo("Voorbeeldstad");
  await keys.enter();
  await page.locator('main a[href^="/raad/voorbeeldstad/"]').first().focus();
  await keys.enter();
  await keys.expect("collegebesluit");
}
