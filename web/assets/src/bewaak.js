// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// wacht is how long after the last key a draft is kept, in milliseconds.
const wacht = 2000;

// startBewaak asks for confirmation when someone leaves the page with changes in form that are neither sent nor kept as a draft.
export function startBewaak(form) {
  let kept = content(form);
  let sent = false;
  let timer;
  const draft = async () => {
    const now = content(form);
    if (sent || now === kept) return;
    const answer = await fetch(form.dataset.concept, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => undefined);
    if (!answer?.ok) return;
    kept = now;
    const stand = form.querySelector("[data-conceptstand]");
    if (stand) stand.textContent = "Uw concept is bewaard.";
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    if (form.dataset.concept) timer = setTimeout(draft, wacht);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && content(form) !== kept) event.preventDefault();
  });
}

// content is the text of all fields in one string; of a chosen file its name counts.
function content(form) {
  return JSON.stringify([...new FormData(form)].map(([key, value]) => [key, value instanceof File ? value.name : value]));
}
