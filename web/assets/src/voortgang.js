// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// startVoortgang follows the server-sent events at data-voortgang. Each is JSON:
//   {"deel": 0.4, "tekst": "Rij 400 van 1.000", "klaar": false}
// It fills the progress bar and the text, which a screen reader hears (aria-live is on that text), and loads the page
// again when the work is done: the server then shows the result.
export function startVoortgang(element) {
  const bar = element.querySelector("progress");
  const text = element.querySelector("[data-tekst]");
  const source = new EventSource(element.dataset.voortgang);
  source.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (bar) bar.value = state.deel;
    if (text && text.textContent !== state.tekst) text.textContent = state.tekst;
    if (state.klaar) {
      source.close();
      window.location.reload();
    }
  });
  window.addEventListener("pagehide", () => source.close());
}
