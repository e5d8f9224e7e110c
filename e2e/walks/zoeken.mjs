// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// The skip link is the first stop and leads to the content; "/" goes to the search field from anywhere; "?" shows the keys and Escape closes them.
export default async function walk(page, base, keys) {
  await page.goto(`${base}/vandaag`);
  await keys.tabTo("Naar de inhoud", { limit: 1 });
  await keys.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "inhoud");
  await keys.press("/");
  await page.waitForFunction(() => document.activeElement?.matches("[data-zoekveld]"));
  await keys.press("Shift+Tab", "?");
  await page.waitForSelector("dialog[data-toetsen][open]");
  await keys.press("Escape");
  await page.waitForSelector("dialog[data-toetsen]:not([open])", { state: "attached" });
}
