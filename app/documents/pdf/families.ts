import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type Weight = 400 | 700;

/** One font file, or one file of a family that is packed in parts. */
export type Family = {
  name: string;
  /** Where its file lies, as a module path. */
  file(weight: Weight): string;
  /** Set for variable fonts: one file holds every weight. */
  variable?: true;
  /** Letters that it is asked for; whether it has them is then looked up in the font. */
  holds: RegExp;
};

const variable = (name: string, packageName: string, part: string, holds: RegExp): Family => ({
  name,
  file: () => `@fontsource-variable/${packageName}/files/${packageName}-${part}-wght-normal.woff2`,
  variable: true,
  holds,
});

const still = (packageName: string, part: string, holds: RegExp): Family => ({
  name: `${packageName}-${part}`,
  file: (weight) => `@fontsource/${packageName}/files/${packageName}-${part}-${weight}-normal.woff2`,
  holds,
});

const text = "atkinson-hyperlegible-next";

/**
 * The families in the order in which they are asked: the text face first, then the Noto families (Open Font Licence) for
 * letters that it has not. Urdu is set in Naskh: the sloping lines of Nastaliq come apart when somebody copies a PDF or hears it.
 */
export const families: readonly Family[] = [
  variable("latin", text, "latin", /./u),
  variable("latin-ext", text, "latin-ext", /./u),
  still("noto-naskh-arabic", "arabic", /[\p{Script_Extensions=Arabic}\u200c\u200d]/u),
  still("noto-sans-hebrew", "hebrew", /\p{Script_Extensions=Hebrew}/u),
  still("noto-sans-bengali", "bengali", /[\p{Script_Extensions=Bengali}\u200c\u200d]/u),
  still("noto-sans-gurmukhi", "gurmukhi", /[\p{Script_Extensions=Gurmukhi}\u200c\u200d]/u),
  still("noto-sans-gujarati", "gujarati", /[\p{Script_Extensions=Gujarati}\u200c\u200d]/u),
  still("noto-sans-tamil", "tamil", /[\p{Script_Extensions=Tamil}\u200c\u200d]/u),
  still("noto-sans", "devanagari", /[\p{Script_Extensions=Devanagari}\u200c\u200d]/u),
  still("noto-sans-ethiopic", "ethiopic", /\p{Script_Extensions=Ethiopic}/u),
  still("noto-sans", "cyrillic", /\p{Script=Cyrillic}/u),
  still("noto-sans", "cyrillic-ext", /\p{Script=Cyrillic}/u),
  still("noto-sans", "greek", /\p{Script=Greek}/u),
  still("noto-sans", "greek-ext", /\p{Script=Greek}/u),
  still("noto-sans", "vietnamese", /[\p{Script=Latin}\p{M}]/u),
  still("noto-sans", "latin-ext", /[\p{Script=Latin}\p{Script=Common}\p{M}]/u),
];

const han = "noto-sans-sc";
type Range = { first: number; last: number; part: string };
let parts: Range[] | undefined;

/** The part of the Chinese family that holds a letter: it is packed in a hundred files of some hundred letters each. */
export function chineseFamily(point: number): Family | undefined {
  parts ??= rangesOf(readPackage(`@fontsource-variable/${han}/unicode.json`).toString("utf8"));
  const part = parts.find(({ first, last }) => first <= point && point <= last)?.part;
  return part === undefined ? undefined : variable(`${han}-${part}`, han, part, /./u);
}

function rangesOf(json: string): Range[] {
  return Object.entries(JSON.parse(json) as Record<string, string>).flatMap(([key, ranges]) =>
    ranges.split(",").map((range) => {
      const [first, last = first] = range.replace(/^U\+/i, "").split("-");
      return { first: parseInt(first!, 16), last: parseInt(last!, 16), part: key.replace(/[[\]]/g, "") };
    }),
  );
}

const files = new Map<string, Buffer>();

/** A file of an installed package, read once. Found from where the app was started, because the bundle lies elsewhere than this file. */
export function readPackage(path: string): Buffer {
  let read = files.get(path);
  if (!read) {
    read = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve(path));
    files.set(path, read);
  }
  return read;
}
