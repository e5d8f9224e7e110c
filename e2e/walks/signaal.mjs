// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// The newest signal is opened and given a reading with its source; what happened to it then says so.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/signalen?status=nieuw`);
  await keys.expect("nieuw");
  // The walk is done twice at a time, with and without the script; each takes its own signal.
  const titles = page.locator("main .verhaal a.lijst__titel");
  await ((await page.locator("[data-toon-toetsen]").isHidden()) ? titles.last() : titles.first()).focus();
  await keys.enter();
  await keys.tabTo("Wat er aan de hand kan zijn");
  await keys.type("Rond het winkelplein hangen meer jongeren dan in de zomer.");
  await keys.tabTo("Waarop u dat baseert");
  await keys.type("Gesprek met het wijkteam, 3 november.");
  await keys.tabTo("Duiden");
  await keys.enter();
  await keys.expect("Gesprek met het wijkteam, 3 november.");
  await keys.expect("geduid");
}
