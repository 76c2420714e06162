import { DataTable } from "../data/data-table.tsx";
import { formatDate, formatShortDate } from "../format.ts";
import { Button } from "../forms/button.tsx";

type Shown = {
  /** Null for a nation, which is built in. */
  id: string | null;
  kind: "served" | "area" | "national";
  place: string;
  source: string;
  on: string;
  list: string;
  people: number;
  lookAgainOn: string | null;
};
type Aside = { id: string; place: string; list: string; on: string; setAsideOn: string };

const kindNames = { served: "The people you serve", area: "Census area", national: "Nation" } as const;

/** Whom rounds are compared with, and what was set aside. */
export function BenchmarkTable({
  benchmarks,
  aside,
  today,
  mayEdit,
}: {
  benchmarks: Shown[];
  aside: Aside[];
  today: string;
  mayEdit: boolean;
}) {
  const change = {
    header: "Change",
    cell: ({ id, place }: Shown) =>
      id ? (
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet" name="intent" value="set-aside">
            Set aside<span className="visually-hidden">: {place}</span>
          </Button>
        </form>
      ) : (
        "built in"
      ),
  };
  return (
    <div className="stack">
      <DataTable
        caption="Benchmarks"
        rows={benchmarks}
        rowKey={({ id, place, list }) => id ?? `${place} ${list}`}
        columns={[
          { header: "Who", rowHeader: true, cell: ({ place }) => place },
          { header: "Kind", cell: ({ kind }) => kindNames[kind] },
          { header: "People", numeric: true, cell: ({ people }) => people.toLocaleString("en-GB") },
          { header: "Counted by", cell: ({ list }) => list },
          { header: "Source", cell: ({ source }) => source },
          { header: "As at", cell: ({ on }) => formatShortDate(on) },
          { header: "Look again by", cell: ({ lookAgainOn }) => lookAgainWords(lookAgainOn, today) },
          ...(mayEdit ? [change] : []),
        ]}
      />
      {aside.length > 0 ? (
        <details className="more-words">
          <summary>Set aside: {aside.length}</summary>
          <p>
            Nothing is compared with these any more. Figures that were released with them stand as they were.
          </p>
          <ul>
            {aside.map(({ id, place, list, on, setAsideOn }) => (
              <li key={id}>
                {place}, {list}, as at {formatDate(on)}: set aside on {formatDate(setAsideOn)}.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function lookAgainWords(lookAgainOn: string | null, today: string): string {
  if (lookAgainOn === null) return "–";
  return lookAgainOn < today
    ? `Past since ${formatShortDate(lookAgainOn)}: add newer figures`
    : formatShortDate(lookAgainOn);
}
