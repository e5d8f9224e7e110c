// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// startToetsen: "/" goes to the search field, "?" opens the list of keys. Both can be switched off (WCAG 2.1.4) with the
// box in that list; the choice stays in this browser. Keys that are typed in a field stay text.
const OFF = "dwarsverband-toetsen-uit";

export function startToetsen(page) {
  const dialog = page.querySelector("dialog[data-toetsen]");
  const search = page.querySelector("[data-zoekveld]");
  const opener = page.querySelector("[data-toon-toetsen]");
  const box = dialog?.querySelector("[data-toetsen-uit]");
  if (opener && dialog) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
  }
  if (box) {
    box.checked = localStorage.getItem(OFF) === "1";
    box.addEventListener("change", () => localStorage.setItem(OFF, box.checked ? "1" : "0"));
  }
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
    if (box?.checked || page.querySelector("dialog[open]")) return;
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?" && dialog) {
      event.preventDefault();
      dialog.showModal();
    }
  });
}

function isField(element) {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select"));
}
