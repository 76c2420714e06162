import type { Difference } from "#app/domain/publishing/difference.ts";
import { ChangeBox } from "../record/change-box.tsx";

/** Everything one entry changed: was, now, why. With several changes each says which field it is about. */
export function ChangesBox({ differences, reason }: { differences: readonly Difference[]; reason?: string }) {
  const [only, ...more] = differences;
  if (!only) return null;
  const why = reason ?? "No reason was asked for.";
  if (more.length === 0) return <ChangeBox was={only.was} now={only.now} why={why} />;
  return (
    <dl className="change">
      {differences.map(({ field, was, now }) => (
        <FieldChange key={field} field={field} was={was} now={now} />
      ))}
      <dt>Why</dt>
      <dd>{why}</dd>
    </dl>
  );
}

function FieldChange({ field, was, now }: Pick<Difference, "field" | "was" | "now">) {
  return (
    <>
      <dt>{field} was</dt>
      <dd>{was}</dd>
      <dt>Now</dt>
      <dd className="now">{now}</dd>
    </>
  );
}
