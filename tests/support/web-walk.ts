import { patternOf } from "./crawl.ts";
import { formsIn, linksIn, type WebForm } from "./web-forms.ts";
import type { WebPerson } from "./web-person.ts";

export type Walk = { paths: string[]; forms: WebForm[]; failed: string[] };

/**
 * Everything that links lead to, over HTTP and without scripts: up to two pages of each pattern.
 * @param start where the walk begins; pages of other sites and the way out are left alone
 */
export async function walk(person: WebPerson, start: string[]): Promise<Walk> {
  const queue = [...start];
  const seen = new Set<string>();
  const often = new Map<string, number>();
  const found: Walk = { paths: [], forms: [], failed: [] };
  for (let path = queue.shift(); path; path = queue.shift()) {
    const { pathname } = new URL(path, "http://kept.invalid");
    const pattern = patternOf(pathname);
    const count = often.get(pattern) ?? 0;
    if (seen.has(pathname) || count >= 2 || pathname === "/sign-out") continue;
    seen.add(pathname);
    often.set(pattern, count + 1);
    const answer = await person.get(pathname);
    found.paths.push(pathname);
    if (answer.status >= 400) found.failed.push(`${answer.status} ${pathname}`);
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) continue;
    queue.push(...linksIn(answer.text, pathname));
    found.forms.push(...formsIn(answer.text, pathname));
  }
  return found;
}

/** One form of each kind that changes something: kinds are told apart by where they go and what they hold. */
export function distinctForms(forms: WebForm[]): WebForm[] {
  const kinds = new Map<string, WebForm>();
  for (const form of forms) {
    const { pathname } = new URL(form.action, "http://kept.invalid");
    if (form.method !== "post" || pathname === "/sign-out") continue;
    const names = form.fields.map(({ name, type, value }) =>
      name === "intent" && type === "hidden" ? value : name,
    );
    const kind = [patternOf(pathname), ...new Set(names)].join("|");
    if (!kinds.has(kind)) kinds.set(kind, form);
  }
  return [...kinds.values()];
}

/** Sends a form as the browser would, with other fields than it holds. */
export function sendForm(person: WebPerson, form: WebForm, fields: [string, string][]) {
  if (!form.multipart) return person.post(form.action, fields);
  const body = new FormData();
  for (const [name, value] of fields) {
    if (form.fields.find((field) => field.name === name)?.type === "file")
      body.append(name, new File([value], "sheet.csv", { type: "text/csv" }));
    else body.append(name, value);
  }
  return person.post(form.action, body);
}

/** With something in every field, so that nothing but who sends it stands in the way. */
export function filledIn(form: WebForm): [string, string][] {
  const words: Record<string, string> = { email: "someone@example.org", date: "2026-01-05", number: "1" };
  return form.fields.map(({ name, type, value }) => [name, value || (words[type] ?? "Words for this form.")]);
}
