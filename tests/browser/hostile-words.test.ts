import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldId } from "#app/ui/forms/field-ids.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { hostileMark, hostilelyFilled, hostileWords, takesWords } from "#tests/support/hostile-words.ts";
import { isDocument, patternOf } from "#tests/support/crawl.ts";
import { startJanitor } from "#tests/support/janitor.ts";
import { demonstrationPassword } from "#tests/support/people-of-demonstration.ts";
import { type RunningApp, startApp } from "#tests/support/running-app.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";
import { formsIn, type WebForm } from "#tests/support/web-forms.ts";
import { WebPerson } from "#tests/support/web-person.ts";
import { distinctForms, sendForm, walk } from "#tests/support/web-walk.ts";

/** An app of this file's own: afterwards its demonstration is full of hostile words. */
const janitor = startJanitor();
const place = "/o/northgate-community-health-trust";
const publicly = [
  "/",
  "/journeys",
  "/journeys/northgate-community-health-trust",
  "/recommendations",
  "/personas",
  "/calendar",
];
let app: RunningApp | undefined;
let browser: Browser | undefined;
let url = "";
let owner: WebPerson;
let stranger: WebPerson;
/** Forms that took the words, and answers of those that showed them again. */
const taken: string[] = [];
const pages: Record<"owner" | "stranger", string[]> = { owner: [], stranger: [] };
/** Forms that took none of it, with what they said. */
const untaken: string[] = [];
const shown: { where: string; html: string }[] = [];

beforeAll(async () => {
  const folder = await temporaryFolder();
  janitor.remember({ dataFolder: folder });
  app = startApp(folder, "hostile-words.log", { TRUST_PROXY: "1" });
  janitor.remember({ pid: app.pid, signal: "SIGTERM" });
  url = await app.ready;
  owner = new WebPerson(url);
  await owner.signIn("owner@northgate.example", demonstrationPassword);
  stranger = new WebPerson(url);
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
  });
  const found = await walk(owner, [place, "/account", ...publicly]);
  for (const form of distinctForms(found.forms).filter(changesWords)) await fill(owner, form);
  const strangely = await walk(stranger, publicly);
  for (const form of distinctForms(strangely.forms).filter(changesWords)) await fill(stranger, form);
  await publish();
  pages.owner = (await walk(owner, [place, "/account", ...publicly])).paths;
  pages.stranger = (await walk(stranger, publicly)).paths;
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await janitor.finish();
});

describe("words that would run, in every field that takes words", () => {
  test("reach most forms", () => {
    expect(taken.length, untaken.join("\n")).toBeGreaterThan(60);
  });

  test("are shown as words when a form is sent back", () => {
    const wrong = shown.filter(
      ({ html }) => html.includes(`<img ${hostileMark}`) || html.includes(`<script ${hostileMark}`),
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
    expect(shown.length).toBeGreaterThan(20);
  });

  test("would be seen if they ran", async () => {
    const page = await pageOf(stranger);
    await page.goto(`${url}/about`);
    await page.evaluate(
      (words) => (document.body.innerHTML += `<a href="javascript:1">${words}</a>`),
      hostileWords,
    );
    await page.waitForFunction(() => "hostile" in window);
    expect(await page.evaluate(looked, hostileMark)).toMatchObject({ marked: 2, ran: true, links: 1 });
  });

  test("do nothing on any page, even if no policy held them back", { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    const shows: string[] = [];
    for (const [person, paths] of [
      [owner, pages.owner],
      [stranger, pages.stranger],
    ] as const) {
      const page = await pageOf(person);
      page.on(
        "dialog",
        (dialog) => void dialog.dismiss().then(() => wrong.push(`a dialog at ${page.url()}`)),
      );
      for (const path of onceEach(paths.filter((path) => !isDocument(path)))) {
        await page.goto(url + path, { waitUntil: "load" });
        const { marked, ran, links, words } = await page.evaluate(looked, hostileMark);
        if (marked > 0) wrong.push(`${marked} elements at ${path}`);
        if (ran) wrong.push(`a script at ${path}`);
        if (links > 0) wrong.push(`${links} links that run at ${path}`);
        if (words) shows.push(path);
      }
    }
    expect(wrong).toEqual([]);
    expect(shows.length).toBeGreaterThan(60);
  });

  test("do nothing in feeds, tables, drawings and data", { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const [person, paths] of [
      [owner, pages.owner],
      [stranger, pages.stranger],
    ] as const) {
      for (const path of paths.filter(isDocument)) {
        const { text, headers } = await person.get(path);
        const type = headers.get("Content-Type") ?? "no type";
        if (headers.get("X-Content-Type-Options") !== "nosniff") wrong.push(`${path} may be guessed at`);
        if (/xml|svg|html/.test(type) && text.includes(`<img ${hostileMark}`))
          wrong.push(`an element in ${path}`);
        if (/atom|rss/.test(type) && /type="html"[^>]*>[^<]*&lt;img/.test(text))
          wrong.push(`an element in the words of ${path}`);
        if (/csv/.test(type) && /(?:^|[,;\n])"?[=+@]/m.test(text)) wrong.push(`a formula in ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** One page of each kind. */
function onceEach(paths: readonly string[]): string[] {
  const kinds = new Map(paths.map((path) => [patternOf(path), path]));
  return [...kinds.values()];
}

/** Runs in the page. */
function looked(mark: string) {
  const links = [...document.querySelectorAll("a[href], form[action], [src], use[href]")].filter((element) =>
    ["href", "action", "src"].some((name) =>
      /^\s*(?:javascript|data:text)/i.test(element.getAttribute(name) ?? ""),
    ),
  );
  return {
    marked: document.querySelectorAll(`[${mark}]`).length,
    ran: "hostile" in window,
    links: links.length,
    words: document.body.innerText.includes("window.hostile"),
  };
}

async function pageOf(person: WebPerson): Promise<Page> {
  // Without the policy in the way: what would run has to be seen running.
  const context = await browser!.newContext({ bypassCSP: true, extraHTTPHeaders: {} });
  await context.addCookies(person.cookiesFor(url));
  return context.newPage();
}

/** What would sign people out, take them away or spoil the rest is left alone. */
function changesWords(form: WebForm): boolean {
  const action = new URL(form.action, "http://kept.invalid").pathname;
  return (
    form.fields.some((field) => takesWords(field) || field.type === "url") &&
    !/sign-in|sign-out|members|reset/.test(action)
  );
}

/** Sends a form with hostile words, and again with milder ones in the fields that were complained about. */
async function fill(person: WebPerson, found: WebForm): Promise<void> {
  const intent = intentOf(found);
  // As it is by now: forms sent before this one may have changed what it holds.
  const now = formsIn((await person.get(found.page)).text, found.page);
  const form = now.find((one) => one.action === found.action && intentOf(one) === intent) ?? found;
  const where = intent ? `${form.page} (${intent})` : form.page;
  const refused = new Map<string, number>();
  for (let turn = 0; turn < 6; turn++) {
    const answer = await sendForm(person, form, hostilelyFilled(form, refused));
    if (answer.status >= 500) throw new Error(`${answer.status} ${where}`);
    if (answer.status < 400) {
      taken.push(where);
      return;
    }
    shown.push({ where, html: answer.text });
    const complained = new Set(
      form.fields
        .filter(({ name }) => answer.text.includes(`href="#${fieldId(name)}"`))
        .map(({ name }) => name),
    );
    if (complained.size === 0) break;
    for (const name of complained) refused.set(name, (refused.get(name) ?? 0) + 1);
  }
  const sentences =
    /id="errors"[^>]*>.*?<ul>(.*?)<\/ul>/s.exec(shown.at(-1)?.html ?? "")?.[1] ??
    shown.at(-1)?.html.slice(-300);
  untaken.push(`${where}: ${sentences?.replace(/<[^>]*>/g, " ").slice(0, 200)}`);
}

function intentOf(form: WebForm): string | undefined {
  return form.fields.find(({ name }) => name === "intent")?.value;
}

async function publish(): Promise<void> {
  const path = `${place}/publish`;
  const form = formsIn((await owner.get(path)).text, path).find(({ fields }) =>
    fields.some(({ name }) => name === "fingerprint"),
  );
  if (!form) throw new Error("There is nothing to publish.");
  const fields = form.fields.map(({ name, value }): [string, string] => [name, value || hostileWords]);
  const answer = await sendForm(owner, form, fields);
  if (answer.status >= 400)
    throw new Error(`It was not published: ${answer.status} ${answer.text.slice(0, 3000)}`);
}
