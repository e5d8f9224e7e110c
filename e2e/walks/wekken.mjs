// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S13: a case comes back on its day. It stands first in the work of its casusregisseur, who opens it and takes it up.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/werk`);
  await keys.expect("Een casus komt terug");
  const first = await page.locator("main .lijst__titel").first().innerText();
  if (first !== "Pak de casus weer op") throw new Error(`"${first}" stands first`);
  await keys.tabTo("Pak de casus weer op");
  await keys.enter();
  await keys.expect("sluimerend");
  await keys.tabTo("Waarom?");
  await keys.type("De uitspraak is er: wij gaan verder.");
  await keys.tabTo("Stap zetten");
  await keys.enter();
  await keys.expect("De casus is nu: uitvoering.");
  await page.goto(`${base}/werk`);
  await keys.expect("Een casus komt terug");
  if (await page.getByText("Pak de casus weer op").count()) throw new Error("the task still waits");
}
