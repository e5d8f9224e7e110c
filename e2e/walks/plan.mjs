// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A new plan is drafted: faults come back with what was typed, then the draft stands in the list.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/plannen`);
  await keys.tabTo("Integraal veiligheidsplan");
  await keys.enter();
  await page.goto(`${base}/plannen/nieuw?soort=ivp`);
  await keys.tabTo("Titel");
  await keys.type("Proefplan van de toetsenbordwandeling");
  await keys.press("Enter");
  await page.waitForSelector("[role=alert]");
  const title = await page.locator("main form input").evaluateAll((list) => list.map((e) => e.value).join("|"));
  if (!title.includes("Proefplan van de toetsenbordwandeling")) throw new Error("what was typed is gone");
}
