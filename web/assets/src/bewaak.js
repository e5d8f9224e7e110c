// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// startBewaak asks for confirmation when someone leaves the page with changes in form that are not sent.
export function startBewaak(form) {
  const start = content(form);
  let sent = false;
  form.addEventListener("submit", () => {
    sent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && content(form) !== start) event.preventDefault();
  });
}

// content is the text of all fields in one string; of a chosen file its name counts.
function content(form) {
  return JSON.stringify([...new FormData(form)].map(([key, value]) => [key, value instanceof File ? value.name : value]));
}
