// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S12: a term is laid down and stands still; the page works out its end line by line.
export default async function walk(page, base, keys) {
  const wat = `Beslissen op aanvraag ${Date.now()}`;
  await page.goto(`${base}/casussen`);
  await keys.tabTo("Kievit 1");
  await keys.enter();
  await keys.tabTo("Termijn toevoegen");
  await keys.enter();
  await keys.tabTo("Welke termijn loopt er?");
  await keys.type(wat);
  await keys.tabTo("Begint op");
  await page.keyboard.type("03022026");
  await keys.tabTo("Hoeveel dagen?");
  await keys.type("56");
  await keys.tabTo("Opslaan");
  await keys.enter();
  await keys.expect("eindigt op 28 april 2026");
  await keys.tabTo(`Laat stilstaan: ${wat}`);
  await keys.enter();
  await keys.tabTo("Waarom?");
  await keys.type("De aanvraag is niet compleet.");
  await keys.tabTo("Staat stil vanaf");
  await page.keyboard.type("03162026");
  await keys.tabTo("Loopt volgens plan weer vanaf");
  await page.keyboard.type("03272026");
  await keys.tabTo("Schuiven de open taken mee?");
  await page.keyboard.type("nee");
  await keys.tabTo("Opslaan");
  await keys.enter();
  await keys.expect("eindigt op 8 mei 2026");
  await keys.tabTo(`Hoe is dat berekend? ${wat}`);
  await page.keyboard.press("Enter");
  await keys.expect("11 dagen erbij");
}
