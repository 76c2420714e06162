import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { findChromium } from "./chromium.ts";

export type PageOptions = {
  javaScript?: boolean;
  /** In CSS pixels: 360 is a phone, 1440 a desk. */
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  reducedMotion?: "reduce" | "no-preference";
  /** Anything that goes wrong in the page (errors, blocked scripts) fails the test, unless it is expected. */
  mayFail?: boolean;
};

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Call once at the top of a browser test file: one browser for the file, a context of its own for each page. */
export function useBrowser(): { openPage(options?: PageOptions): Promise<Page> } {
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  });
  afterEach(async () => {
    const heard = complaints;
    const open = contexts;
    complaints = [];
    contexts = [];
    await Promise.all(open.map((context) => context.close()));
    expect(heard, "what the page complained about").toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async openPage({ javaScript = true, width = 1280, height = 900, mayFail = false, ...media } = {}) {
      if (!browser)
        throw new Error("The browser is there inside tests and hooks, not while the file is read.");
      const context = await browser.newContext({
        baseURL: inject("app").url,
        javaScriptEnabled: javaScript,
        viewport: { width, height },
        locale: "en-GB",
        timezoneId: "Europe/London",
        ...media,
      });
      contexts.push(context);
      const page = await context.newPage();
      if (!mayFail) {
        page.on("pageerror", (error) => complaints.push(error.message));
        page.on("console", (message) => {
          const answered = message.text().startsWith("Failed to load resource");
          if (message.type() === "error" && !answered) complaints.push(message.text());
        });
      }
      return page;
    },
  };
}

/** These files of the styles, for a page that holds one rule of them at a time. */
export function stylesOf(...names: string[]): string {
  return names.map((name) => readFileSync(`app/ui/styles/${name}`, "utf8")).join("\n");
}

/** Every rule of axe, none left out. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Signs in as the first demonstration account of this role (in this organisation, when one is named). */
export async function signIn(page: Page, role: string, organisation?: string): Promise<void> {
  const account = inject("app").signIns.find(
    (entry) => entry.role === role && (organisation === undefined || entry.organisation === organisation),
  );
  if (!account)
    throw new Error(`No demonstration account is ${role} of ${organisation ?? "any organisation"}.`);
  await page.goto("/sign-in");
  const form = page.locator("form").filter({ has: page.locator("input[name=password]") });
  await form.locator("input[name=email]").fill(account.email);
  await form.locator("input[name=password]").fill(account.password);
  await form.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
