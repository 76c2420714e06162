import type { PreflightSheet } from "./preflight.ts";

/** A template must rest on no template that rests on it. @throws never; returns the sentence or undefined */
export function circular(
  id: string,
  basedOn: string | null,
  parents: ReadonlyMap<string, string | null>,
): string | undefined {
  const seen = new Set([id]);
  for (let at = basedOn; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return "A template cannot be based on itself, nor on one that is based on it.";
    seen.add(at);
  }
  return undefined;
}

/** What carries over to the next session: what was arranged and who answers for it, not its days nor its invitation. */
export function asTemplate(sheet: PreflightSheet): PreflightSheet {
  const { handoutOn: _handout, invitedOn: _invited, readyBy: _ready, items, ...rest } = sheet;
  return {
    ...rest,
    twoRacialised: "not-known",
    items: Object.fromEntries(
      Object.entries(items).map(([item, { dueOn: _, ...said }]) => [
        item,
        { ...said, state: said.state === "done" ? "not-yet" : said.state },
      ]),
    ),
  };
}
