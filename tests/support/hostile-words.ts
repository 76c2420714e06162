import type { WebField, WebForm } from "./web-forms.ts";

/** Marks an element of a page as one that came out of somebody's words. */
export const hostileMark = "data-hostile";

/** A formula for a spreadsheet, an end of an attribute, and elements that would run; and the same where little fits. */
export const hostileWords = `=1+1 "'><img ${hostileMark} src=x onerror="window.hostile=1"></textarea></title><script ${hostileMark}>window.hostile=1</script>`;
export const shortHostileWords = `=1"><img ${hostileMark} src=x onerror=hostile=1>`;

/** What might stand where a web address is asked for. The last one is honest, for forms that take no other. */
export const hostileUrls = [
  "javascript:window.hostile=1",
  "data:text/html,<script>window.hostile=1</script>",
  `https://example.org/"'><img ${hostileMark} src=x onerror="window.hostile=1">`,
  "https://example.org/",
];

const ordinary: Record<string, string> = {
  email: "someone@example.org",
  number: "1",
  time: "10:00",
  end: "12:00",
  url: "https://example.org/",
  password: "lantern orchard ferry",
};

/** Much is noted once it has happened, and some is planned: yesterday first, then a day to come. */
const days = [-1, 400].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));

/**
 * A form as it stands, with hostile words wherever words are typed and hostile addresses where addresses are.
 * @param refused how often a field was complained about: each time it is given something milder
 */
export function hostilelyFilled(form: WebForm, refused: ReadonlyMap<string, number>): [string, string][] {
  return form.fields
    .filter(({ type, value }) => type !== "file" && (type !== "submit" || value !== ""))
    .map((field): [string, string] => {
      const turn = refused.get(field.name) ?? 0;
      const stored = field.value || (field.choices.find((choice) => choice) ?? ordinary[kindOf(field)] ?? "");
      if (field.type === "date") return [field.name, [field.value, ...days][turn] ?? ""];
      if (field.type === "url") return [field.name, hostileUrls[turn] ?? stored];
      if (takesWords(field))
        return [field.name, [hostileWords, shortHostileWords, stored][turn] ?? (stored || "1")];
      return [field.name, turn < 2 ? stored : (field.choices[turn] ?? stored)];
    });
}

function kindOf({ name, type }: WebField): string {
  if (!/time/i.test(name)) return type;
  return /end/i.test(name) ? "end" : "time";
}

/** Whether people type into it what they like: no figure, and no time of day. */
export function takesWords({ name, type, value }: WebField): boolean {
  return (
    ["text", "textarea", "search", "input"].includes(type) &&
    !/^[\d:.,-]+$/.test(value) &&
    !/time/i.test(name)
  );
}
