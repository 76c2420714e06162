import { countOf } from "#app/domain/counted.ts";
import { publicTitle } from "#app/domain/persona/public.ts";
import type { PublishedPersona } from "#app/domain/persona/library.ts";
import { formatDate } from "../format.ts";
import { Card } from "../data/card.tsx";
import { Tag } from "../data/tag.tsx";

/** One persona of the open library; what was taken back keeps its place as a tombstone. */
export function PersonaCard({ persona: { id, organisation, content } }: { persona: PublishedPersona }) {
  if (!content)
    return (
      <Card title="A persona that was taken back" href={`/personas/${id}`}>
        <p className="soft">The communities that made it withdrew it.</p>
      </Card>
    );
  const { provenance } = content;
  return (
    <Card
      title={publicTitle(content)}
      href={`/personas/${id}`}
      foot={
        <>
          {content.example ? <Tag>Invented example</Tag> : null} {provenance.licence}, review by{" "}
          {formatDate(provenance.reviewOn)}
        </>
      }
    >
      <p>{content.about.length > 220 ? `${content.about.slice(0, 217)}…` : content.about}</p>
      <p className="soft">
        {countOf(content.strengths.length, "strength")}, {countOf(content.needs.length, "need")}. Made with{" "}
        {provenance.madeWith.map(({ name }) => name).join(", ")}; published by {organisation}.
      </p>
    </Card>
  );
}
