import { PersonaContent } from "./public.ts";

/** The newest entry about one persona, as the public record holds it. */
export type PublishedPersona = {
  id: string;
  /** The organisation that published it. */
  slug: string;
  organisation: string;
  /** Number of the entry in the organisation's record. */
  entry: number;
  /** Null once the communities that made it took it back: then only a tombstone is left. */
  content: PersonaContent | null;
};

/** Reads what stands in the record; content that this version cannot read is left out. */
export function readPublished(row: {
  subject: string;
  slug: string;
  organisation: string;
  entry: number;
  content: unknown;
}): PublishedPersona | undefined {
  const { subject, slug, organisation, entry } = row;
  const id = subject.slice("persona:".length);
  if (row.content === null) return { id, slug, organisation, entry, content: null };
  const parsed = PersonaContent.safeParse(row.content);
  return parsed.success ? { id, slug, organisation, entry, content: parsed.data } : undefined;
}
