import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { neutralSite } from "#app/ui/shell/leave-site.tsx";
import { isCurrent } from "#app/ui/shell/nav-link.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { WorkspaceShell } from "#app/ui/shell/workspace-shell.tsx";

const shells = {
  public: <PublicShell path="/journeys/northgate">words</PublicShell>,
  account: <AccountShell title="Sign in">words</AccountShell>,
  workspace: (
    <WorkspaceShell
      organisation={{ name: "Northgate", href: "/o/northgate" }}
      rooms={[{ links: [{ href: "/o/northgate/commitments", label: "Commitments", count: 3 }] }]}
      path="/o/northgate/commitments/1"
      person="Sam"
      memberRole="editor"
      signOutAction="/sign-out"
    >
      words
    </WorkspaceShell>
  ),
};

describe.each(Object.entries(shells))("the %s shell", (_name, shell) => {
  const html = renderToStaticMarkup(shell);

  it("has one way out that needs no JavaScript and tells the next site nothing", () => {
    expect(html.match(/data-leave/g)).toHaveLength(1);
    expect(html).toContain(`href="${neutralSite}" rel="noreferrer"`);
  });

  it("begins with the way past the navigation, to the one main part", () => {
    expect(html).toMatch(/^(<div class="workspace">)?<a class="skip" href="#main">/);
    expect(html.match(/<main[^>]* id="main"/g)).toHaveLength(1);
  });

  it("holds no inline style or script, which the security policy refuses", () => {
    expect(html).not.toMatch(/ style=|<script|<style/);
  });
});

it("leads from the workspace to one's own account, to one's organisations and out again", () => {
  const html = renderToStaticMarkup(shells.workspace);
  for (const href of ["/account", "/account/organisations"]) expect(html).toContain(`href="${href}"`);
  expect(html).toContain('action="/sign-out"');
});

it("knows the room that holds a page, and no other", () => {
  expect(isCurrent("/journeys", "/journeys")).toBe("page");
  expect(isCurrent("/journeys", "/journeys/northgate")).toBe("true");
  expect(isCurrent("/journeys", "/journeys-old")).toBeUndefined();
  expect(isCurrent("/", "/journeys")).toBeUndefined();
});

describe("what every page carries", () => {
  const at = (path: string) => new URL(`../../../${path}`, import.meta.url);

  it("is a script of at most 1 KB", () => {
    expect(readFileSync(at("public/leave.js")).length).toBeLessThanOrEqual(1024);
  });

  it("is a stylesheet of at most 12 KB as sent, and the workspace's own of at most 4 KB more; every part exists and is used", () => {
    const folder = at("app/ui/styles/");
    const names = readdirSync(folder);
    const sheets = ["kept.css", "desk.css"].map((sheet) => {
      const text = readFileSync(new URL(sheet, folder), "utf8");
      const named = [...text.matchAll(/@import "\.\/(.+?)"/g)].map(([, name]) => name ?? "");
      expect(named.every((name) => existsSync(new URL(name, folder)))).toBe(true);
      const parts = named.map((name) => readFileSync(new URL(name, folder), "utf8"));
      return { named, size: gzipSync([text, ...parts].join("\n")).length };
    });
    expect(sheets[0]!.size).toBeLessThanOrEqual(12 * 1024);
    expect(sheets[1]!.size).toBeLessThanOrEqual(4 * 1024);
    expect(sheets.flatMap(({ named }) => named).length).toBe(names.length - sheets.length);
  });
});
