import { countOf } from "#app/domain/counted.ts";
import { keptOut, mostHelpful, tallyCoverage, type Row } from "#app/domain/persona/check.ts";
import { Notice } from "../data/notice.tsx";

type Props = { rows: readonly Row[]; personas: readonly { id: string; title: string }[] };

/** What the matrix says in sentences: who would be kept out, and the one change that would help most. */
export function CheckSummary({ rows, personas }: Props) {
  const tally = tallyCoverage(rows);
  const titles = new Map(personas.map(({ id, title }) => [id, title]));
  const out = keptOut(rows);
  const best = mostHelpful(rows);
  return (
    <div className="stack">
      <p className="figure-sentence">
        <b>{tally.met}</b> of {countOf(tally.asked, "need")} met, {tally.partly} partly, {tally["not-met"]}{" "}
        not met, {tally["not-known"]} not known.
      </p>
      {out.length > 0 ? (
        <div>
          <p>Kept out as it stands:</p>
          <ul>
            {out.map(({ persona, needs }) => (
              <li key={persona}>
                <b>{titles.get(persona)}</b>: {needs.map((need) => need.title.toLowerCase()).join("; ")}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {best ? (
        <Notice kind="info">
          <p>
            The one change that would help most: <b>{best.need.title}</b>. {best.need.metBy}.{" "}
            {best.letsIn > 0
              ? `By itself it lets in ${countOf(best.letsIn, "persona")}.`
              : best.helps > 0
                ? `${countOf(best.helps, "persona")} would be helped by it.`
                : "The everyone check asks for it."}
          </p>
        </Notice>
      ) : null}
      {tally["not-known"] > 0 ? (
        <p className="soft">
          What nobody looked at lets nobody in: find out about it before the invitation goes out.
        </p>
      ) : null}
    </div>
  );
}
