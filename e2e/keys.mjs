// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Keys does a task with the keyboard alone: a walk goes to its first page with page.goto and from there uses only this.
export class Keys {
  constructor(page) {
    this.page = page;
  }

  // focused tells the role-free facts of the element with focus: its name as people read it, and whether its focus shows.
  focused() {
    return this.page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return { name: "", visible: true };
      const label = e.labels?.[0]?.textContent ?? "";
      const by = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      const name = e.getAttribute("aria-label") || by.trim() || label || e.textContent || e.value || "";
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 8));
      return {
        name: name.replace(/\s+/g, " ").trim(),
        shows: style.outlineStyle !== "none" || style.boxShadow !== "none",
        covered: box.width > 0 && top !== null && !e.contains(top) && !top.contains(e) && !e.labels?.[0]?.contains(top),
      };
    });
  }

  // tabTo presses Tab until the element whose name is or begins with name has focus. On the way each element with focus must show it
  // (WCAG 2.4.7) and not be hidden behind another (2.4.11), and no element may keep the focus (2.1.2).
  async tabTo(name, { back = false, limit = 300 } = {}) {
    let before;
    for (let i = 0; i < limit; i += 1) {
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
      const at = await this.focused();
      if (at.name && !at.shows) throw new Error(`focus on "${at.name}" cannot be seen`);
      if (at.name && at.covered) throw new Error(`"${at.name}" has focus behind another element`);
      if (at.name === name || at.name.startsWith(`${name} `)) return;
      before = at.name;
    }
    throw new Error(`Tab does not reach "${name}" on ${this.page.url()}; the last stop was "${before}"`);
  }

  // press presses keys one after the other: press("Enter"), press("ArrowDown", "ArrowDown").
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  // enter presses Enter and waits for the page that it leads to.
  async enter() {
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  // type replaces the text of the field with focus.
  async type(text) {
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  // expect fails unless the page shows text within ten seconds. A page that says it is still at work is asked again for a minute: how long that takes is not what a walk judges.
  async expect(text) {
    const start = Date.now();
    for (let limit = 10000; Date.now() - start < limit; await this.page.waitForTimeout(250)) {
      const shown = await this.page.locator("body").innerText().catch(() => ""); // between two pages there is none
      if (shown.replace(/\s+/g, " ").includes(text)) return;
      if (await this.page.locator("[data-voortgang]").count().catch(() => 0)) {
        limit = 60000;
        await this.page.waitForTimeout(1000);
        await this.page.reload().catch(() => undefined); // its own script may be doing so
      }
    }
    throw new Error(`"${text}" is not on ${this.page.url()}`);
  }
}
