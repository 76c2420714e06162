import { SessionContent } from "../session/public.ts";
import { sessionStatusNames } from "../session/status.ts";
import { traditionName } from "../calendar/tradition-names.ts";
import { contentOf } from "./content.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

/** A session on the timeline: what it met, who had to give way, and why that was accepted. */
export function describeSession({ version }: Move): Description | undefined {
  const content = contentOf(version, SessionContent);
  if (!content) return undefined;
  const { title, status, conflicts, accepted } = content;
  return {
    group: "other",
    mark: conflicts.length > 0 ? "setback" : "progress",
    word: `Session ${sessionStatusNames[status].toLowerCase()}`,
    title,
    text: [metInWords(conflicts), accepted].filter(Boolean).join(" "),
  };
}

function metInWords(conflicts: SessionContent["conflicts"]): string {
  if (conflicts.length === 0) return "It was clear of serious conflicts with the faith calendar.";
  const names = [...new Set(conflicts.map(({ name }) => name))].join(", ");
  const traditions = [...new Set(conflicts.map(({ tradition }) => traditionName(tradition)))].join(", ");
  return `It met ${names}. Who had to give way: ${traditions}.`;
}
