import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sheet = readFileSync(new URL("../../../app/ui/styles/tokens.css", import.meta.url), "utf8");

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

const [lightPart = "", darkPart = ""] = sheet.split("@media screen and (prefers-color-scheme: dark)");
const light = colours(lightPart);
const schemes = { light, dark: { ...light, ...colours(darkPart) } };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "card", "wash"];
const words = ["ink", "soft", "plum", "plum-deep", "leaf", "clay", "marigold-text", "sky"];
const textPairs = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ["on-plum", "plum"],
  ["on-plum", "plum-deep"],
  ["on-bar", "bar"],
  ["clay", "clay-wash"],
  ["ink", "clay-wash"],
  ["ink", "leaf-wash"],
  ["ink", "marigold-wash"],
  ["ink", "sky-wash"],
  ["plum", "leaf-wash"],
  ["plum", "marigold-wash"],
  ["plum", "sky-wash"],
] as const;

/** What is not text but must be seen: borders of fields, threads, marks, the ring of the focus. */
const shapePairs = [
  ...["edge", "plum", "leaf", "clay", "marigold-edge", "sky", "focus"].flatMap((shape) =>
    grounds.map((ground) => [shape, ground] as const),
  ),
  ["thread-gold", "bar"],
  ["leaf", "leaf-wash"],
  ["marigold-edge", "marigold-wash"],
  ["sky", "sky-wash"],
] as const;

it("measures contrast as the standard's own examples do", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(Object.entries(schemes))("%s colours", (_name, scheme) => {
  const of = (name: string) => scheme[name] ?? expect.fail(`tokens.css has no --${name}`);

  it.each(textPairs)("%s can be read on %s", (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)("%s can be seen on %s", (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3);
  });
});

it("gives the dark scheme every colour of the light one that stands on the page", () => {
  const missing = Object.keys(light).filter((name) => !(name in colours(darkPart)));
  expect(missing).toEqual(["thread-gold"]);
});
