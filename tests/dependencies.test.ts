import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

/** The packages named in the first column of a part of docs/dependencies.md. */
function packagesIn(part: string): string[] {
  return part
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...line.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!))
    .sort();
}

describe("docs/dependencies.md", () => {
  const [used = "", forTests = ""] = read("docs/dependencies.md").split("## For tests and checks only");

  test("says what each package is for, and names no other", () => {
    expect(packagesIn(used)).toEqual(Object.keys(dependencies).sort());
    expect(packagesIn(forTests)).toEqual(Object.keys(devDependencies).sort());
  });
});

test("every package has one exact version", () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
