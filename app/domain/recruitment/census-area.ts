import { plainKey } from "./plain-key.ts";

/** Nine characters, such as E06000001. */
const CODE = /\b[A-Z]\d{8}\b/;

/**
 * Whether a cell names this area, by name or code. Nomis writes some areas as "E02000001 : City of London 001" and some with
 * the kind before them, "ualad09:Hartlepool".
 */
export function isArea(cell: string, area: string): boolean {
  const wanted = plainKey(area);
  if (wanted === "" || cell.length > 200) return false;
  if (plainKey(cell) === wanted) return true;
  const colon = cell.indexOf(":");
  return colon > 0 && [cell.slice(0, colon), cell.slice(colon + 1)].some((part) => plainKey(part) === wanted);
}

/** How an area is called in these cells, for a sentence: "Hartlepool (E06000001)". */
export function areaName(cells: readonly string[]): string {
  const texts = cells
    .map((cell) => cell.trim())
    .filter((cell) => /\p{L}/u.test(cell) && !/^(number|value|count|percent)s?$/i.test(cell));
  const code = texts.map((cell) => CODE.exec(cell)?.[0]).find((found) => found !== undefined);
  const name = texts.find((cell) => !CODE.test(cell));
  if (!name) return texts[0]?.slice(0, 60) ?? "";
  return code ? `${name.slice(0, 60)} (${code})` : name.slice(0, 60);
}

/** The name alone, for who gave a code: "Hartlepool" of "Hartlepool (E06000001)" and of "E06000001 : Hartlepool". */
export function withoutCode(name: string): string {
  const plain = name
    .replace(CODE, "")
    .replace(/\(\)|^\s*:|:\s*$/g, "")
    .trim();
  return plain === "" ? name : plain;
}

const SHOWN = 3;

/** @param names of the areas that there are, as `areaName` gives them */
export function noSuchArea(area: string, names: readonly string[]): RangeError {
  const known = [...new Set(names.filter((name) => name !== ""))];
  const more = known.length - SHOWN;
  const list =
    known.slice(0, SHOWN).join(", ") + (more > 0 ? ` and ${more.toLocaleString("en-GB")} more` : "");
  return new RangeError(
    `The table has no area called "${area.slice(0, 60)}"; use its name or its nine-character code.` +
      (list === ""
        ? " It names none: write the name in the cell above or beside the figures, and choose the file again."
        : ` It has ${list}.`),
  );
}

/** Which of several is meant is for a person to say. @param names of the places that `area` names, as `areaName` gives them */
export function severalAreas(area: string, names: readonly string[]): RangeError {
  const wanted = `"${area.slice(0, 60)}"`;
  const different = [...new Set(names)];
  return new RangeError(
    different.length > 1
      ? `The table has ${names.length} areas called ${wanted}: ${different.slice(0, SHOWN).join(", ")}. Give the nine-character code of the one you mean.`
      : `The table has ${wanted} ${names.length} times, with different figures. Leave the one you mean in the file, and choose it again.`,
  );
}
