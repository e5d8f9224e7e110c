// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A small file is tried first: the report says what would happen and names the row that is refused; then it is read in.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/import`);
  // The walk is done twice, with and without the script; the second time the same rows would be nothing new.
  const year = (await page.locator("[data-toon-toetsen]").isHidden()) ? 2013 : 2014;
  await keys.tabTo("Bestand");
  await page.locator("input[type=file]").setInputFiles({
    name: "klein.csv", mimeType: "text/csv",
    buffer: Buffer.from(`code;periode;maat;waarde;waardeattribuut;bron\nBU99900401;${year}MM12;woninginbraak;3;;VBS-REG\nBU99909999;${year}MM12;woninginbraak;3;;VBS-REG\n`),
  });
  await keys.tabTo("Bekijk wat er zou gebeuren");
  await keys.enter();
  await keys.expect("BU99909999");
  await keys.tabTo("Definitief inlezen");
  await keys.enter();
  await keys.expect("Vingerafdruk"); // stands on the report of what was read in, and not while it is being read
}
