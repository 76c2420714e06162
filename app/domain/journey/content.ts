import type { z } from "zod";
import type { RecordState, Version } from "../record/state.ts";

// Bodies never change, so each is checked once however often a journey is folded.
const read = new WeakMap<object, unknown>();

/** The content of a version, checked by its schema; undefined when it was withdrawn or is of a form that we cannot read. */
export function contentOf<Content>(version: Version, schema: z.ZodType<Content>): Content | undefined {
  if (!version.body) return undefined;
  const known = read.get(version.body);
  if (known) return known as Content;
  const result = schema.safeParse(version.body.content);
  if (result.success && result.data && typeof result.data === "object") read.set(version.body, result.data);
  return result.success ? result.data : undefined;
}

/** A subject as it stands now, with its latest readable content. */
export type Current<Content> = {
  subject: string;
  /** The part of the subject after its kind: a commitment's, measure's, … id. */
  id: string;
  content: Content;
  latest: Version;
  versions: readonly Version[];
};

/** Every subject of one kind whose latest version can be read, in the order in which they were first published. */
export function currentOf<Content>(
  state: RecordState,
  kind: string,
  schema: z.ZodType<Content>,
): Current<Content>[] {
  const found: Current<Content>[] = [];
  for (const [subject, versions] of state.subjects) {
    const latest = versions.at(-1)!;
    const content = latest.kind === kind ? contentOf(latest, schema) : undefined;
    if (content)
      found.push({ subject, id: subject.slice(subject.indexOf(":") + 1), content, latest, versions });
  }
  return found;
}

/** Sorts by any text key, such as an ISO date; equal keys keep their order. */
export function byText<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** Groups in one pass; a key's items keep their order. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
