import { countOf } from "#app/domain/counted.ts";
import type { SessionCheck } from "#app/domain/session/check-session.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { Notice } from "../data/notice.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { dayInWords, orList } from "./session-words.ts";

/** The whole answer of a check: conflicts first, then the room, the food and school holidays. */
export function CheckResult({ check, saved }: { check: SessionCheck; saved: boolean }) {
  const { conflicts, venue, food, holidays } = check;
  const serious = conflicts.filter(({ severity }) => severity === "serious").length;
  return (
    <SectionRule id="check" title="The check" lede={saved ? undefined : "Nothing is saved yet."}>
      <div className="stack">
        {serious === 0 ? (
          <Notice kind="info">
            It is clear of serious conflicts in our calendar. Ask the people you invite all the same.
          </Notice>
        ) : (
          <Notice kind="warn">
            It meets {countOf(serious, "serious conflict")}. Somebody will be kept away.
          </Notice>
        )}
        {check.clearDays.length > 0 ? (
          <p>
            <b>The same hours meet nothing serious on:</b> {orList(check.clearDays.map(dayInWords))}.
          </p>
        ) : null}
        <ConflictList conflicts={conflicts} />
        <Findings
          title="The place and the running order"
          items={venue.map(({ finding, mend }) => ({ what: finding, mend }))}
        />
        <Findings
          title="Food"
          items={food.map(({ tradition, warning, mend }) => ({
            what: `${traditionName(tradition)}: ${warning}`,
            mend,
          }))}
        />
        <Findings title="School holidays" items={holidays.map((what) => ({ what, mend: "" }))} />
      </div>
    </SectionRule>
  );
}

function Findings({ title, items }: { title: string; items: { what: string; mend: string }[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {items.map(({ what, mend }) => (
          <li key={what}>
            {what} {mend}
          </li>
        ))}
      </ul>
    </div>
  );
}
