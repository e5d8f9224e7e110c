// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S1: the casusregisseur shares a safety agreement, hears at once everything that is missing, and loses nothing of what he chose.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/casussen`);
  await keys.tabTo("Kievit 1");
  await keys.enter();
  await keys.tabTo("Delen");
  await keys.enter();
  await keys.tabTo("Soort gegeven");
  await page.keyboard.type("veiligheidsafspraak");
  await keys.tabTo("Organisatie");
  await page.keyboard.type("politie");
  await keys.tabTo("Delen");
  await keys.enter();
  await keys.expect("Kies op welke wet u zich baseert.");
  await keys.expect("Schrijf waarom dit nodig is (minstens 20 tekens).");
  if ((await page.inputValue("#aan")) !== "politie") throw new Error("what was chosen is lost");
  await keys.tabTo("Op welke wet?");
  await page.keyboard.type("deelnemers");
  await keys.tabTo("Waarom is het nodig?");
  await keys.type("De politie moet weten wie zij kan bellen.");
  await keys.tabTo("Delen");
  await keys.enter();
  await keys.expect("Gedeeld en vastgelegd.");
}
