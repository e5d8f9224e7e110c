// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Nothing typed is lost: a note that was not sent is there again, after the page was closed without a warning.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/casussen`);
  await keys.tabTo("Kievit 1");
  await keys.enter();
  await keys.tabTo("Notitie toevoegen");
  await keys.enter();
  const form = page.url();
  await keys.tabTo("Notitie");
  await keys.type("Ik bel morgen met de school.");
  await page.getByText("Uw concept is bewaard.").waitFor();
  await page.goto(`${base}/werk`);
  await page.goto(form);
  await keys.expect("Dit is uw concept van");
  if ((await page.inputValue("#tekst")) !== "Ik bel morgen met de school.") throw new Error("what was typed is lost");
  await keys.tabTo("Concept weggooien");
  await keys.enter();
  await keys.expect("Uw concept is weg.");
}
