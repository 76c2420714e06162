/** What can happen to an organisation and its members. `detail` in the sentence is what the history keeps beside it. */
const sentences = {
  "organisation-created": () => "set up the organisation",
  "details-changed": (detail) => `changed the ${detail.field} from “${detail.was}” to “${detail.now}”`,
  "member-invited": (detail) => `invited ${detail.email} as ${detail.role}`,
  "invitation-revoked": (detail) => `took back the invitation for ${detail.email}`,
  "member-joined": (detail) => `joined as ${detail.role}`,
  "role-changed": (detail) => `made ${detail.name} ${detail.now} (was ${detail.was})`,
  "member-removed": (detail) => `removed ${detail.name}, who was ${detail.was}`,
} as const satisfies Record<string, (detail: Record<string, string>) => string>;

export type HistoryKind = keyof typeof sentences;

/** The end of a sentence that begins with who did it: "Amal" + "invited sam@example.org as editor". */
export function tellHistory(kind: HistoryKind, detail: Record<string, string>): string {
  return sentences[kind](detail);
}
