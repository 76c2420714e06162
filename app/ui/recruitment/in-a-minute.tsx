import type { MinuteFact } from "#app/domain/recruitment/in-a-minute.ts";

/** The short of it, before the charts. */
export function InAMinute({ facts }: { facts: readonly MinuteFact[] }) {
  if (facts.length === 0) return null;
  return (
    <div className="minute">
      <p className="minute-title">
        <b>In a minute</b>
      </p>
      <dl>
        {facts.map(({ id, title, sentence }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
