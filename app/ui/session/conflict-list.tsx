import { countOf } from "#app/domain/counted.ts";
import type { Conflict, Weight } from "#app/domain/calendar/conflicts.ts";

const weights: Record<Weight, string> = { serious: "Serious", moderate: "Take care", note: "Note" };

/** What a session meets: how grave, why, whom it keeps away, and what would mend it. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  const grave = conflicts.filter(({ severity }) => severity !== "note");
  const notes = conflicts.filter(({ severity }) => severity === "note");
  return (
    <>
      {grave.length > 0 ? (
        <ul className="conflicts">
          {grave.map((one) => (
            <Item key={`${one.tradition}/${one.observance}/${one.date}`} conflict={one} />
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? (
        <details className="more-words">
          <summary>{countOf(notes.length, "note")}</summary>
          <ul className="conflicts">
            {notes.map((one) => (
              <Item key={`${one.tradition}/${one.observance}/${one.date}`} conflict={one} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Item({ conflict }: { conflict: Conflict }) {
  const { severity, name, observance, reason, excludes, mends } = conflict;
  return (
    <li className={`conflict conflict-${severity}`}>
      <h3>
        <span className="conflict-weight">{weights[severity]}</span>{" "}
        <a href={`/calendar/${observance}`}>{name}</a>
      </h3>
      <p>{reason}</p>
      <p>
        <b>Keeps away:</b> {excludes}.
      </p>
      <p>
        <b>What would mend it:</b>
      </p>
      <ul>
        {mends.map((mend) => (
          <li key={mend}>{mend}</li>
        ))}
      </ul>
    </li>
  );
}
