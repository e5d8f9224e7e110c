// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// One browser for a whole test run. It reads jobs as JSON, one a line, from standard input and writes an answer of one line for each, in the order in which they are
// done; two at a time. harness_test.go writes the jobs and judges the answers.
//
//   job:    {"id", "path", "user", "width", "js", "steps", "axe", "walk", "shot", "whole", "sheets"}
//   answer: {"id", "status", "title", "violations", "problems", "overflow", "sheets", "fault"}
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { Keys } from "./keys.mjs";

const base = process.argv[2];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const sessions = new Map();

// session gives the cookies of a demo user "controller/id"; each user chooses himself once. A walk has a session of its own: what is said after a save is said once in a session,
// and another page of the same user would take it.
function session(user, own) {
  if (!user) return undefined;
  if (own) return login(user);
  if (!sessions.has(user)) sessions.set(user, login(user));
  return sessions.get(user);
}

async function login(user) {
  const [verantwoordelijke, gebruiker] = user.split("/");
  const context = await browser.newContext();
  const answer = await context.request.post(`${base}/inloggen`, { form: { verantwoordelijke, gebruiker, terug: "/toegankelijkheid" }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`demo user ${user} cannot be chosen: status ${answer.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

// listen collects what a page may not do: script errors, refused content, files that are not there.
function listen(page, problems) {
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) problems.push(`foreign address: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== "document") problems.push(`file: ${response.url()} gives ${response.status()}`);
  });
}

// act brings a page into a state. Each step is one of: {"press": "?"}, {"click": css}, {"fill": css, "text": ""}, {"choose": css, "text": value}, {"focus": css}, {"upload": css, "text": rows of a CSV},
// {"follow": css}: go to the address that a field holds.
async function act(page, step) {
  if (step.press) await page.keyboard.press(step.press);
  else if (step.click) await page.click(step.click);
  else if (step.fill) await page.fill(step.fill, step.text ?? "");
  else if (step.choose) await page.selectOption(step.choose, step.text);
  else if (step.focus) await page.focus(step.focus);
  else if (step.follow) await page.goto(await page.inputValue(step.follow));
  else if (step.upload) await page.setInputFiles(step.upload, { name: "proef.csv", mimeType: "text/csv", buffer: Buffer.from(step.text) });
  else throw new Error(`unknown step ${JSON.stringify(step)}`);
  await page.waitForLoadState("load");
}

async function check(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return result.violations.map((v) => ({
    rule: v.id,
    help: v.help,
    nodes: v.nodes.slice(0, 5).map((n) => ({ html: n.html.slice(0, 300), why: n.failureSummary })),
  }));
}

async function visit(job) {
  const problems = [];
  const context = await browser.newContext({
    viewport: { width: job.width, height: job.width < 600 ? 812 : 900 },
    javaScriptEnabled: job.js || job.axe,
    storageState: await session(job.user, job.walk !== undefined),
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    reducedMotion: "reduce",
  });
  try {
    context.setDefaultTimeout(30000);
    // axe is a script itself; so a page that is judged without JavaScript gets none of its own. All our scripts are files.
    if (!job.js && job.axe) await context.route("**/*.js", (route) => route.abort("aborted"));
    const page = await context.newPage();
    listen(page, problems);
    const answer = { id: job.id, problems };
    if (job.walk) {
      const walk = await import(new URL(`./walks/${job.walk}.mjs`, import.meta.url));
      await walk.default(page, base, new Keys(page));
    } else {
      const response = await page.goto(base + job.path);
      answer.status = response.status();
      for (const step of job.steps ?? []) await act(page, step);
    }
    if (job.shot) await page.screenshot({ path: job.shot, fullPage: job.whole });
    answer.title = await page.title();
    answer.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (job.axe) answer.violations = await check(page);
    if (job.sheets) answer.sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    return answer;
  } finally {
    await context.close();
  }
}

// limited fails a job that hangs, so that one page cannot stop the run.
function limited(job) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("not done within 2 minutes")), 120000);
  });
  return Promise.race([visit(job), late]).finally(() => clearTimeout(timer));
}

let running = 0;
const waiting = [];

function next() {
  while (running < 2 && waiting.length > 0) {
    const job = waiting.shift();
    running += 1;
    limited(job)
      .catch((error) => ({ id: job.id, fault: error.stack ?? String(error) }))
      .then((answer) => {
        process.stdout.write(`${JSON.stringify(answer)}\n`);
        running -= 1;
        next();
      });
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  waiting.push(JSON.parse(line));
  next();
}
await browser.close();
