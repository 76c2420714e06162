import type { FoundSlot } from "#app/domain/calendar/index.ts";
import type { FindQuery } from "#app/domain/session/find-query.ts";
import { andList, sessionTimes } from "./session-words.ts";

type SlotListProps = { slots: FoundSlot[]; query: FindQuery; base: string; mayEdit: boolean };

/** Found times with reasons; each can be used, or ticked for a poll. */
export function SlotList({ slots, query, base, mayEdit }: SlotListProps) {
  return (
    <ol className="slots">
      {slots.map((slot) => {
        const times = sessionTimes(slot.start, slot.end);
        return (
          <li key={slot.start}>
            <h3>{times}</h3>
            <p>{slot.reasons.join(" ")}</p>
            {slot.excludes.length > 0 ? (
              <p>
                <b>Still keeps away:</b> {andList([...new Set(slot.excludes)])}.
              </p>
            ) : null}
            {mayEdit ? (
              <div className="row">
                <a className="button button-second" href={hrefToUse(slot, query, base)}>
                  Use this one<span className="visually-hidden">: {times}</span>
                </a>
                <label className="choice-inline">
                  <input
                    type="checkbox"
                    name="slot"
                    value={JSON.stringify({ start: slot.start, end: slot.end, reasons: slot.reasons })}
                  />{" "}
                  Ask about it<span className="visually-hidden">: {times}</span>
                </label>
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function hrefToUse(
  { start, end }: FoundSlot,
  { traditions, place, catering }: FindQuery,
  base: string,
): string {
  const query = new URLSearchParams({ start, end });
  for (const one of traditions) query.append("tradition", one);
  if (place) query.set("place", place);
  if (catering) query.set("catering", "yes");
  return `${base}/new?${query}`;
}
