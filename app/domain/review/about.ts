import type { Publishable } from "../publishing/publishable.ts";

/** Kinds that make up a commitment as a board reviews it. */
const reviewed = new Set(["commitment", "measure", "milestone", "status", "reading", "update", "evidence"]);

/** The commitment that an item belongs to; undefined for what no board signs off, such as the statement. */
export function commitmentOfPublishable({
  kind,
  subject,
  content,
}: Pick<Publishable, "kind" | "subject" | "content">): string | undefined {
  if (!reviewed.has(kind)) return undefined;
  if (kind === "commitment") return subject.slice("commitment:".length);
  return typeof content.commitment === "string" ? content.commitment : undefined;
}
