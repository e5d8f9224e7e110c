// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S8: the holder of a knot reads both positions, forgets the motivation, is told, and stays on the page with what he typed.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/knopen`);
  await keys.tabTo("Knoop in Kievit 1");
  await keys.enter();
  await keys.expect("De ladder");
  await keys.tabTo("Wat gebeurt er nu?");
  await keys.type("Eerst een gesprek op kantoor.");
  await keys.tabTo("Beslissen");
  await keys.enter();
  await keys.expect("Schrijf waarom (minstens 20 tekens).");
  if ((await page.inputValue("#besluit")) !== "Eerst een gesprek op kantoor.") throw new Error("what was typed is lost");
}
