import { offerDifferences, type OfferEvent, offerEventNames } from "#app/domain/remuneration/offer-change.ts";
import { formatDate } from "../format.ts";

type Props = {
  events: OfferEvent[];
  lines: Record<string, string>;
  /** Whether the reader is the person whose offer it is. */
  own?: boolean;
};

/** What became of an offer, oldest first: what it said before, and what it says now. */
export function OfferStory({ events, lines, own = false }: Props) {
  return (
    <ol className="stack">
      {events.map((event, index) => (
        <li key={`${event.happenedOn} ${index}`}>
          {formatDate(event.happenedOn)}: <b>{offerEventNames[event.kind]}</b>
          {event.kind === "chosen" || event.kind === "received"
            ? event.saidBy === "person"
              ? ", by the person"
              : ", noted on the person’s word"
            : ""}
          . {event.reason ? <span className="as-typed">{event.reason}</span> : null}
          <ul>
            {offerDifferences(event.was, event.now, (id) => lines[id] ?? "another line").map(
              ({ label, was, now }) => (
                <li key={label}>
                  {own ? label.replace("Their", "Your") : label}: {now}{" "}
                  <span className="soft">(before: {was})</span>
                </li>
              ),
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}
