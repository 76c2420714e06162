/** A form as it stands in a page of ours: where it goes and what would be sent if nobody changed anything. */
export type WebForm = {
  /** The page it was found on, without its query. */
  page: string;
  /** Where it is sent. */
  action: string;
  method: "get" | "post";
  multipart: boolean;
  fields: WebField[];
};

/** `choices` of a select, of radio buttons or of a checkbox; empty for what is typed. */
export type WebField = { name: string; type: string; value: string; choices: string[] };

/**
 * The forms of a page, read with patterns: enough for our own markup, which React writes.
 * @param path of the page, for forms without an action
 */
export function formsIn(html: string, path: string): WebForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = "", inner = ""]) => ({
    page: path,
    action: sentTo(attribute(attributes, "action"), path),
    method: attribute(attributes, "method")?.toLowerCase() === "post" ? "post" : "get",
    multipart: attribute(attributes, "encType") === "multipart/form-data",
    fields: fieldsIn(inner),
  }));
}

/** As a browser works it out, without what follows a #. */
function sentTo(action: string | undefined, path: string): string {
  const { pathname, search } = new URL(action ?? path, new URL(path, "http://kept.invalid"));
  return pathname + search;
}

/**
 * The links of a page that stay on this site, without what follows a #.
 * @param path of the page, for links that do not begin with a /
 */
export function linksIn(html: string, path: string): string[] {
  const page = new URL(path, "http://kept.invalid");
  return [...html.matchAll(/<a\b[^>]*?\bhref="([^"#]+)/g)]
    .map(([, href = ""]) => decoded(href))
    .filter((href) => URL.canParse(href, page))
    .map((href) => new URL(href, page))
    .filter(({ origin }) => origin === page.origin)
    .map(({ pathname, search }) => pathname + search);
}

function fieldsIn(inner: string): WebField[] {
  const found: WebField[] = [];
  for (const [, tag = "", attributes = "", rest = ""] of inner.matchAll(
    /<(input|textarea|select|button)\b([^>]*?)\/?>(?:((?:(?!<(?:input|textarea|select|button)\b).)*?)<\/(?:textarea|select|button)>)?/gs,
  )) {
    const name = attribute(attributes, "name");
    if (!name) continue;
    const type = attribute(attributes, "type") ?? tag;
    const value = attribute(attributes, "value") ?? (tag === "textarea" ? decoded(rest) : "");
    if (tag === "select") {
      const choices = [...rest.matchAll(/<option\b([^>]*)>/g)].map(
        ([, option = ""]) => attribute(option, "value") ?? "",
      );
      const chosen = /<option\b(?=[^>]*\bselected\b)([^>]*)>/.exec(rest)?.[1];
      found.push({
        name,
        type,
        value: (chosen && attribute(chosen, "value")) ?? choices.at(-1) ?? "",
        choices,
      });
    } else if (type === "radio" || type === "checkbox") {
      const same = found.find((field) => field.name === name);
      if (same && type === "radio") same.choices.push(value);
      if (same && /\bchecked\b/.test(attributes)) same.value = value;
      else if (!same) found.push({ name, type, value, choices: [value] });
    } else found.push({ name, type, value, choices: [] });
  }
  return found;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "i").exec(attributes)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
}
