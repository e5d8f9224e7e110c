// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// S7 and S5: the casusregisseur opens the case, reads what does not go together, and changes one field of a goal.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/casussen`);
  await keys.tabTo("Kievit 1");
  await keys.enter();
  await keys.expect("heeft zicht op veiligheid");
  await keys.expect("Dit gaat niet samen");
  await keys.tabTo("De schulden lopen niet verder op.");
  await keys.enter();
  await keys.tabTo("Wat vindt het gezin hiervan?");
  await keys.type("Moeder wil hier hulp bij.");
  await keys.tabTo("Opslaan");
  await keys.enter();
  await keys.expect("Opgeslagen: doel.");
  await keys.expect("Moeder wil hier hulp bij.");
}
