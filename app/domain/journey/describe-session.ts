import { writtenDay } from "../dates/written-day.ts";
import { itemNames } from "../session/preflight-words.ts";
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
    text: [daysOf(content), metInWords(conflicts), accepted, decidedInWords(content.preflight)]
      .filter(Boolean)
      .join(" "),
  };
}

function metInWords(conflicts: SessionContent["conflicts"]): string {
  if (conflicts.length === 0) return "It was clear of serious conflicts with the faith calendar.";
  const names = [...new Set(conflicts.map(({ name }) => name))].join(", ");
  const traditions = [...new Set(conflicts.map(({ tradition }) => traditionName(tradition)))].join(", ");
  return `It met ${names}. Who had to give way: ${traditions}.`;
}

const daysOf = ({ on, until }: SessionContent) =>
  until ? `It ran from ${writtenDay(on)} to ${writtenDay(until)}.` : "";

function decidedInWords(preflight: SessionContent["preflight"]): string {
  if (!preflight) return "";
  const { outcome, decidedOn, beforeInvitation, lapsed, accepted } = preflight;
  const on = writtenDay(decidedOn);
  if (outcome === "not-yet") return `The preflight of ${on} said: not yet.`;
  if (lapsed) return `The preflight of ${on} holds no more: the plan changed afterwards.`;
  const items = accepted.map((item) => itemNames[item].toLowerCase()).join("; ");
  return [
    `A preflight cleared it on ${on}, ${beforeInvitation ? "before the invitation" : "not before the invitation"}.`,
    items ? `Accepted with a written reason: ${items}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
