import type { WebField, WebForm } from "./web-forms.ts";

/** Marks an element of a page as one that came out of somebody's words. */
export const hostileMark = "data-hostile";

/** A formula for a spreadsheet, an end of an attribute, and elements that would run. */
export const hostileWords = `=1+1 "'><img ${hostileMark} src=x onerror="window.hostile=1"></textarea></title><script ${hostileMark}>window.hostile=1</script>`;

export const hostileUrls = {
  "a script": "javascript:window.hostile=1",
  "a page in itself": `data:text/html,<script>window.hostile=1</script>`,
  "words after an address": `https://example.org/"'><img ${hostileMark} src=x onerror="window.hostile=1">`,
};

const words = new Set(["text", "textarea", "search", "input"]);

/**
 * A form as it stands, with hostile words wherever words are typed and `url` wherever an address is. `plain` names fields that
 * take no words although they look so (a date in words, a code) and keep what they have.
 */
export function hostilelyFilled(
  form: WebForm,
  { url, plain = new Set() }: { url: string; plain?: ReadonlySet<string> },
): [string, string][] {
  const given: Record<string, string> = {
    email: "someone@example.org",
    date: "2027-01-05",
    number: "1",
    time: "10:00",
  };
  return form.fields
    .filter(({ type, value }) => type !== "submit" || value !== "")
    .map((field): [string, string] => {
      if (field.type === "url") return [field.name, url];
      if (isWords(field) && !plain.has(field.name)) return [field.name, hostileWords];
      return [field.name, field.value || (field.choices.find((choice) => choice) ?? given[field.type] ?? "")];
    });
}

export function isWords({ type }: WebField): boolean {
  return words.has(type);
}
