import type { PersonaContent } from "#app/domain/persona/public.ts";
import { licenceNames } from "#app/domain/persona/words.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate } from "../format.ts";

type Props = { provenance: PersonaContent["provenance"] | null; sources: readonly string[] };

/** Who made a persona, how they were paid, what they agreed to, and until when it holds. */
export function ProvenanceFacts({ provenance, sources }: Props) {
  if (!provenance)
    return (
      <p>
        Nobody is named yet, so this is a draft. It cannot be used in a check or published until it says whom
        it was made with, how they were paid, what they agreed to, the licence and the review date.
      </p>
    );
  return (
    <DefinitionList
      items={[
        {
          term: "Made with",
          value: (
            <ul>
              {provenance.madeWith.map(({ name, part }) => (
                <li key={`${name} ${part}`}>
                  {name}: {part}
                </li>
              ))}
            </ul>
          ),
        },
        { term: "How they were paid", value: provenance.howPaid },
        { term: "What they agreed to", value: `${provenance.consent} (${formatDate(provenance.consentOn)})` },
        { term: "Licence", value: licenceNames[provenance.licence] },
        { term: "Review by", value: formatDate(provenance.reviewOn) },
        { term: "Sources", value: sources.join("; ") },
      ]}
    />
  );
}
