// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A new plan is drafted: a missing title comes back as a fault, then the draft opens.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/plannen`);
  await keys.tabTo("Integraal veiligheidsplan");
  await keys.enter();
  await page.goto(`${base}/plannen/nieuw?soort=ivp`);
  await keys.tabTo("Titel");
  await keys.type("");
  await keys.press("Backspace", "Enter");
  await page.waitForSelector("main [role=alert]");
  await keys.tabTo("Titel");
  await keys.type("Proefplan van de toetsenbordwandeling");
  await keys.enter();
  await keys.expect("Proefplan van de toetsenbordwandeling");
}
