import { countOf } from "#app/domain/counted.ts";
import type { ReactNode } from "react";
import type { KeptOut } from "#app/domain/session/kept-out.ts";
import { groups, preflightGroups, type PreflightGroup } from "#app/domain/session/preflight-items.ts";
import type { Line } from "#app/domain/session/preflight.ts";
import { groupNames, itemNames } from "#app/domain/session/preflight-words.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatShortDate } from "../format.ts";
import { lineState } from "./line-state.ts";

const inGroup = (group: PreflightGroup) => (line: Line) =>
  (preflightGroups[group] as readonly string[]).includes(line.item);

/** What is still to do, in a sentence: which headings, and how many things. */
export function readinessInWords(lines: readonly Line[]): string {
  const open = lines.filter(({ fault }) => fault);
  if (open.length === 0)
    return lines.some(({ accepted }) => accepted)
      ? "Nothing is open. What was accepted with a reason stands below."
      : "Nothing is open.";
  const where = groups
    .filter((group) => open.some(inGroup(group)))
    .map((group) => groupNames[group].toLowerCase());
  return `${countOf(open.length, "thing")} still open: ${where.join(", ")}.`;
}

/** Who would be kept out as it stands, why, and what would let them in. */
export function KeptOutList({ keptOut }: { keptOut: readonly KeptOut[] }) {
  if (keptOut.length === 0)
    return (
      <p>
        Nobody that the calendar, the plan and the check of needs know of. They do not know everybody: ask the
        people whom you invite.
      </p>
    );
  return (
    <ul className="kept-out">
      {keptOut.map(({ who, why, change, accepted }) => (
        <li key={`${who} ${why}`}>
          <b>{who}</b> <span className="soft">({why})</span>
          {accepted ? (
            <span> Accepted, because: {accepted}</span>
          ) : change ? (
            <span className="kept-out-change"> What would let them in: {change}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The items to print: what is open first, then what is settled, each under its heading with who answers for it and by when. */
export function Readiness({ lines }: { lines: readonly Line[] }) {
  const asked = lines.filter(({ asked: needed }) => needed);
  const open = asked.filter(({ fault }) => fault);
  const settled = asked.filter(({ fault }) => !fault);
  const left = lines.length - asked.length;
  return (
    <div className="stack readiness">
      {open.length > 0 ? (
        <Items
          caption="Still open"
          lines={open}
          says={({ fault, mend, said }) => (
            <>
              {fault} {mend ? <span className="soft">{mend}</span> : null}
              {said?.note ? <p className="soft as-typed">Noted: {said.note}</p> : null}
            </>
          )}
        />
      ) : null}
      {settled.length > 0 ? (
        <Items
          caption="Settled"
          lines={settled}
          says={(line) => [lineState(line), line.accepted ?? line.said?.note].filter(Boolean).join(": ")}
        />
      ) : null}
      {left > 0 ? (
        <p className="soft">
          {countOf(left, "item")} under Facilitation not asked, because racism will not be discussed. If it
          may come up, say yes below.
        </p>
      ) : null}
    </div>
  );
}

type ItemsProps = { caption: string; lines: readonly Line[]; says: (line: Line) => ReactNode };

function Items({ caption, lines, says }: ItemsProps) {
  const groupOf = (line: Line) => groups.find((group) => inGroup(group)(line))!;
  const opens = (line: Line) => lines.find(inGroup(groupOf(line))) === line;
  return (
    <DataTable
      caption={`${caption}: ${countOf(lines.length, "item")}`}
      small
      rows={[...lines]}
      rowKey={(line) => line.item}
      columns={[
        {
          header: "Item",
          rowHeader: true,
          cell: (line) => (
            <>
              {opens(line) && groupNames[groupOf(line)] !== itemNames[line.item] ? (
                <span className="preflight-group">{groupNames[groupOf(line)]}</span>
              ) : null}
              {itemNames[line.item]}
            </>
          ),
        },
        {
          header: caption === "Settled" ? "How it stands" : "What is missing, and what to change",
          cell: says,
        },
        { header: "Who", cell: (line) => line.owner ?? <span className="preflight-nobody">nobody yet</span> },
        {
          header: "By",
          cell: (line) => (
            <span className="preflight-nobody">{line.dueOn ? formatShortDate(line.dueOn) : "no day"}</span>
          ),
        },
      ]}
    />
  );
}
