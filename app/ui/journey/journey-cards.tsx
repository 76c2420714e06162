import { countOf } from "#app/domain/counted.ts";
import { kindNames, type OrganisationKind } from "#app/domain/organisation/facts.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import { Card } from "../data/card.tsx";
import { Tags } from "../data/tag.tsx";
import { formatDate } from "../format.ts";
import { journeyPath } from "./journey-links.ts";

type Listed = {
  slug: string;
  name: string;
  kind: string;
  region: string;
  demonstration: boolean;
  commitments: number;
  /** ISO instant. */
  lastRecordedAt: string;
};

/** Organisations as cards, each the way into its journey. */
export function JourneyCards({ organisations }: { organisations: readonly Listed[] }) {
  return (
    <ul className="grid journeys">
      {organisations.map((one) => (
        <li key={one.slug}>
          <Card
            level={2}
            title={one.name}
            href={journeyPath(one.slug)}
            foot={`Last published ${formatDate(londonDay(one.lastRecordedAt))}`}
          >
            <p>{countOf(one.commitments, "commitment")} promised</p>
            <Tags
              words={[
                kindNames[one.kind as OrganisationKind],
                one.region,
                ...(one.demonstration ? ["Demonstration"] : []),
              ]}
            />
          </Card>
        </li>
      ))}
    </ul>
  );
}
