import type { FoundSlot } from "#app/domain/calendar/index.ts";
import type { FindQuery } from "#app/domain/session/find-query.ts";
import { formatInstant } from "../format.ts";
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
                <input
                  type="hidden"
                  name="offered"
                  value={JSON.stringify({ start: slot.start, end: slot.end, reasons: slot.reasons })}
                />
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** Everything that was asked for travels along, the break too. */
function hrefToUse({ start, end }: FoundSlot, query: FindQuery, base: string): string {
  const { traditions, place, catering, breakAt, breakLength } = query;
  const use = new URLSearchParams({ start, end });
  for (const one of traditions) use.append("tradition", one);
  if (place) use.set("place", place);
  if (catering) use.set("catering", "yes");
  if (breakAt !== "") {
    const from = Date.parse(start) + Number(breakAt) * 60_000;
    const to = from + Number(breakLength || 60) * 60_000;
    use.set("breaks", [from, to].map((at) => formatInstant(new Date(at)).slice(-5)).join("-"));
  }
  return `${base}/new?${use}`;
}
