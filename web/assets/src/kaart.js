// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Pan and zoom of the map that the server drew, and areas that light up together with their table row.

const MAX_ZOOM = 24;
const STEP = 1.5;

// startKaart makes the SVG in element movable: wheel (once the map has focus, so that a page can be scrolled past it),
// drag, pinch, buttons, and the keys + - 0 and arrows while the map has focus. Tab always leaves the map.
export function startKaart(element) {
  const svg = element.querySelector("svg");
  if (!svg || !svg.viewBox.baseVal.width) return;
  const view = new View(svg);
  element.dataset.actief = "";
  element.tabIndex = 0;
  element.setAttribute("role", "group");
  if (!element.hasAttribute("aria-label")) element.setAttribute("aria-label", "Kaart");
  addButtons(element, view);
  listenKeys(element, view);
  listenPointers(element, svg, view);
  element.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !element.contains(document.activeElement)) return;
    event.preventDefault();
    view.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, view.point(event));
  }, { passive: false });
  linkRows(svg);
}

// View is the part of the drawing that is in sight; it never leaves the drawing.
class View {
  constructor(svg) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.svg = svg;
    this.home = { x, y, width, height };
    this.now = { ...this.home };
    this.listeners = [];
  }

  get scale() {
    return this.home.width / this.now.width;
  }

  // point gives the place in the drawing under a pointer.
  point(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  // zoom enlarges by factor and keeps the place at fixed.
  zoom(factor, fixed = { x: this.now.x + this.now.width / 2, y: this.now.y + this.now.height / 2 }) {
    const scale = Math.min(MAX_ZOOM, Math.max(1, this.scale * factor));
    const width = this.home.width / scale;
    const shrink = width / this.now.width;
    this.set({
      x: fixed.x - (fixed.x - this.now.x) * shrink,
      y: fixed.y - (fixed.y - this.now.y) * shrink,
      width,
      height: this.home.height / scale,
    });
  }

  // pan moves by a number of units of the drawing.
  pan(dx, dy) {
    this.set({ ...this.now, x: this.now.x + dx, y: this.now.y + dy });
  }

  reset() {
    this.set({ ...this.home });
  }

  set(next) {
    const { home } = this;
    next.x = Math.min(home.x + home.width - next.width, Math.max(home.x, next.x));
    next.y = Math.min(home.y + home.height - next.height, Math.max(home.y, next.y));
    this.now = next;
    this.svg.setAttribute("viewBox", `${next.x} ${next.y} ${next.width} ${next.height}`);
    for (const listener of this.listeners) listener();
  }
}

function addButtons(element, view) {
  const bar = document.createElement("div");
  bar.className = "kaart__knoppen";
  const button = (text, name, act, off) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = text;
    b.setAttribute("aria-label", name);
    b.title = name;
    b.addEventListener("click", act);
    const show = () => b.setAttribute("aria-disabled", String(off()));
    view.listeners.push(show);
    show();
    bar.append(b);
  };
  button("+", "Inzoomen", () => view.zoom(STEP), () => view.scale >= MAX_ZOOM);
  button("\u2212", "Uitzoomen", () => view.zoom(1 / STEP), () => view.scale <= 1);
  button("\u2302", "Hele kaart tonen", () => view.reset(), () => view.scale <= 1);
  element.append(bar);
}

function listenKeys(element, view) {
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = view.now.width / 8;
    const acts = {
      "+": () => view.zoom(STEP),
      "=": () => view.zoom(STEP),
      "-": () => view.zoom(1 / STEP),
      0: () => view.reset(),
      ArrowLeft: () => view.pan(-step, 0),
      ArrowRight: () => view.pan(step, 0),
      ArrowUp: () => view.pan(0, -step),
      ArrowDown: () => view.pan(0, step),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

// listenPointers drags with one pointer and pinches with two. A press without movement stays a click on the area.
function listenPointers(element, svg, view) {
  const down = new Map();
  let moved = 0;
  svg.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, event);
    moved = 0;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before || (event.pointerType === "touch" && !element.contains(document.activeElement))) return;
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (moved < 4) return;
    svg.setPointerCapture(event.pointerId);
    element.dataset.sleept = "";
    const from = view.point(before);
    const to = view.point(event);
    const other = [...down.values()].find((e) => e.pointerId !== event.pointerId);
    if (other) {
      const fixed = view.point(other);
      view.zoom(Math.hypot(to.x - fixed.x, to.y - fixed.y) / Math.hypot(from.x - fixed.x, from.y - fixed.y), fixed);
    } else {
      view.pan(from.x - to.x, from.y - to.y);
    }
    down.set(event.pointerId, event);
  });
  const up = (event) => {
    down.delete(event.pointerId);
    delete element.dataset.sleept;
  };
  svg.addEventListener("pointerup", up);
  svg.addEventListener("pointercancel", up);
  svg.addEventListener("click", (event) => {
    if (moved >= 4) event.preventDefault();
  }, true);
}

// linkRows marks everything on the page with the data-code of the area or row under the pointer or with focus, and lets
// a click on an area follow the link in its row. It
// listens on the document: a focus listener on an area itself would make each area a stop of the Tab key in Chromium.
function linkRows(svg) {
  const all = [...document.querySelectorAll("tr[data-code]"), ...svg.querySelectorAll("[data-code]")];
  const mark = (event, on) => {
    const code = event.target instanceof Element && event.target.closest("[data-code]")?.dataset.code;
    if (!code) return;
    for (const element of all) if (element.dataset.code === code) element.classList.toggle("is-gekozen", on);
  };
  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, (event) => mark(event, true));
  for (const kind of ["pointerout", "focusout"]) document.addEventListener(kind, (event) => mark(event, false));
  svg.addEventListener("click", (event) => {
    const code = event.target.closest("[data-code]")?.dataset.code;
    if (code && !event.defaultPrevented) document.querySelector(`tr[data-code="${CSS.escape(code)}"] th a`)?.click();
  });
}
