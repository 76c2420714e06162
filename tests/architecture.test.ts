import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where a file lives in the house. The first match counts. */
const places = [
  ["domain", "app/domain/"],
  ["public-routes", "app/routes/public/"],
  ["routes", "app/routes/"],
  ["http", "app/http/"],
  ["ui", "app/ui/"],
  ["documents", "app/documents/"],
  ["jobs", "app/jobs/"],
  ["settings", "app/server/settings.ts"],
  ["server", "app/server/"],
  ["cli", "app/cli"],
  ["shell", "app/"],
  ["db", "db/"],
  ["data", "seeds/frameworks/"],
  ["seeds", "seeds/"],
] as const;

type Place = (typeof places)[number][0];

/**
 * Who may import whom: the table of DESIGN.md. `shell` is the root, the entries and the list of routes;
 * `data` is a framework's JSON file, which has no code in it.
 */
const mayImport: Record<Place, readonly Place[]> = {
  data: [],
  domain: ["domain", "data"],
  db: ["db", "domain"],
  ui: ["ui", "domain"],
  documents: ["documents", "domain"],
  http: ["http", "db", "domain", "settings"],
  jobs: ["jobs", "db", "domain", "documents", "settings"],
  "public-routes": ["public-routes", "http", "ui", "domain", "documents", "db"],
  routes: ["routes", "http", "ui", "domain", "documents", "db", "jobs", "settings"],
  settings: ["settings", "db"],
  server: ["server", "settings", "http", "db", "domain", "jobs", "seeds", "cli"],
  cli: ["cli", "settings", "jobs", "documents", "db", "domain", "seeds"],
  shell: ["shell", "http", "ui", "domain"],
  seeds: ["seeds", "data", "db", "domain"],
};

/** Of the database, signed-out pages see the public record and nothing else. */
const publicDoor = "db/record.server.ts";

/** The only ones that may prove a scope: whoever checks membership, and those who act for an organisation they made. */
const mayProveScope = [/^app\/http\/require-scope\.server\.ts$/, /^seeds\//, /^app\/jobs\//, /^app\/cli/];

/** Imports of node's own modules that a pure rule may make: none has needed one so far. */
const nodeInDomain: readonly string[] = [];

type Import = { from: string; specifier: string; target: string | undefined; names: string[] };

const files = ["app", "db", "seeds"].flatMap(sourcesUnder);
const imports = files.flatMap(importsOf);

describe("who may import whom", () => {
  test("the walk sees the house", () => {
    expect(files).toContain("app/domain/refusal.ts");
    expect(imports).toContainEqual(
      expect.objectContaining({ from: "db/client.server.ts", target: "app/domain/organisation/scope.ts" }),
    );
  });

  test("every import names a file that exists", () => {
    expect(imports.filter(({ target }) => target !== undefined && !existsSync(join(root, target)))).toEqual(
      [],
    );
  });

  test("no room imports one that it may not", () => {
    const wrong = imports.filter(({ from, target }) => {
      if (target === undefined) return false;
      const to = placeOf(target);
      return to !== undefined && !mayImport[placeOf(from)!].includes(to);
    });
    expect(wrong.map(inWords)).toEqual([]);
  });

  test("signed-out pages reach the database through the public record alone", () => {
    const wrong = imports.filter(
      ({ from, target }) =>
        placeOf(from) === "public-routes" && target?.startsWith("db/") && target !== publicDoor,
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  test("nothing imports a route but its own room", () => {
    const wrong = imports.filter(
      ({ from, target }) => target?.startsWith("app/routes/") && roomOf(from) !== roomOf(target),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  test("a scope is proved in few places", () => {
    const wrong = imports.filter(
      ({ from, names }) =>
        names.includes("proveScope") && !mayProveScope.some((allowed) => allowed.test(from)),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  test("SQL is spoken in db/ and by jobs alone, and db/ has names that keep it on the server", () => {
    const speakers = imports.filter(({ specifier }) => /^(postgres|drizzle-orm)(\/|$)/.test(specifier));
    const wrong = speakers.filter(({ from }) => !["db", "jobs"].includes(placeOf(from)!));
    expect(wrong.map(inWords)).toEqual([]);
    const unnamed = files.filter((file) => /^db\/[^/]+\.ts$/.test(file) && !file.endsWith(".server.ts"));
    expect(unnamed).toEqual([]);
  });
});

describe("the domain is pure", () => {
  const domain = files.filter((file) => placeOf(file) === "domain");

  test("it imports neither React nor node's own modules", () => {
    const wrong = imports.filter(
      ({ from, specifier }) =>
        placeOf(from) === "domain" &&
        (/^react(-dom)?(\/|$)/.test(specifier) ||
          (specifier.startsWith("node:") && !nodeInDomain.includes(from))),
    );
    expect(wrong.map(inWords)).toEqual([]);
  });

  test("it has no clock, no chance and no machine", () => {
    expect(domain.flatMap(impurities)).toEqual([]);
  });

  test("the check can fail", () => {
    const source =
      "const a = Date.now(), b = new Date(), c = Math.random(), d = process.env.X, e = Temporal.Now.instant();";
    expect(impuritiesIn("x.ts", source)).toHaveLength(5);
    expect(impuritiesIn("x.ts", 'const fine = new Date(0); // Date.now() and "process"')).toEqual([]);
  });
});

function inWords({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

/** `app/routes/public` for everything at any depth in it. */
function roomOf(file: string): string {
  return file.split("/").slice(0, 3).join("/");
}

function placeOf(file: string): Place | undefined {
  return places.find(([, prefix]) => file.startsWith(prefix))?.[0];
}

function sourcesUnder(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function parse(file: string, source: string): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
}

function importsOf(from: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, names: string[]) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from, specifier: specifier.text, target: targetOf(from, specifier.text), names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, namesOf(node.importClause?.namedBindings));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, namesOf(node.exportClause));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], []);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(from, readFileSync(join(root, from), "utf8")));
  return found;
}

function namesOf(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): string[] {
  if (!bindings || !("elements" in bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

/** The file in this repository that an import means, relative to the root; undefined for packages. */
function targetOf(from: string, specifier: string): string | undefined {
  const [path = specifier] = specifier.split("?");
  if (path.startsWith("#")) return path.slice(1);
  if (path.startsWith(".")) return relative(root, resolve(root, dirname(from), path));
  return undefined;
}

function impurities(file: string): string[] {
  return impuritiesIn(file, readFileSync(join(root, file), "utf8"));
}

function impuritiesIn(file: string, source: string): string[] {
  const tree = parse(file, source);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const text = `${node.expression.getText(tree)}.${node.name.text}`;
      if (/^(Date\.now|Math\.random|Temporal\.Now|process\.\w+|globalThis\.process)$/.test(text))
        found.push(`${file}: ${text}`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(tree) === "Date" && !node.arguments?.length) {
      found.push(`${file}: new Date()`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
