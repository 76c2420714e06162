/** What no honest browser sends, and what some do by accident. */
export const hostileValues: Record<string, string> = {
  nul: "a\u0000b",
  "100 KB": "x".repeat(100_000),
  emoji: "👩🏽‍🤝‍👩🏿",
  "marks that turn the text": "\u202eabc\u200f",
  "half a character": "\ud800",
  "a script": `'";--<script>alert(1)</script>`,
  "a header": "a\r\nBcc: x@example.org",
  negative: "-1",
  fraction: "0.5",
  "2^31": "2147483648",
  "2^53": "9007199254740993",
  "too large": "1e999",
  "no number": "NaN",
  "no day": "0000-00-00",
  "the first day": "0001-01-01",
  "the last day": "9999-12-31",
  "day after the last": "+010000-01-01",
  "no such day": "2026-02-30",
  "no such time": "25:61",
  prototype: "__proto__",
  list: "[]",
  nothing: "",
  space: "   ",
  "unknown id": "0190a4b2-7c3d-7e5f-8a9b-0c1d2e3f4a5b",
};

type Fields = [string, string][];

/** Forms that no page of ours makes: each is given all fields and the name of the one to spoil. */
export const hostileShapes: Record<string, (fields: Fields, name: string) => Fields> = {
  missing: (fields, name) => fields.filter(([each]) => each !== name),
  twice: (fields, name) => [...fields, [name, "2"]],
  "a list": (fields, name) => renamed(fields, name, `${name}[0]`),
  "an object": (fields, name) => renamed(fields, name, `${name}.a`),
  "a far place in a list": (fields, name) => [...fields, [`${name}.b[99999]`, "2"]],
  "the prototype": (fields) => [...fields, ["__proto__.x", "2"]],
};

/** Parts of an address, as they stand in it. */
export const hostileParts: Record<string, string> = {
  "no id": "not-an-id",
  nul: "a%00b",
  emoji: "%F0%9F%98%80",
  "10 KB": "x".repeat(10_000),
  "a way up": "..%2f..",
  "half a character": "%ED%A0%80",
  "a broken escape": "%",
  negative: "-1",
  "2^31": "2147483648",
  "too large": "99999999999999999999",
  prototype: "__proto__",
  constructor: "constructor",
  "a header": "a%0d%0ab",
};

/** What programs say among themselves, and what an answer to a person never holds. */
export const notForPeople =
  /\[object |undefined|\bNaN\b|Invalid (?:input|option|discriminator|string|number|date)|\bToo (?:big|small): |\bat [\w.<>]+ \(|node_modules|Error: /;

function renamed(fields: Fields, from: string, to: string): Fields {
  return fields.map(([name, value]) => [name === from ? to : name, value]);
}
