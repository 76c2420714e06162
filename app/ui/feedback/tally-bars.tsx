/** Counts side by side, each as long as its share and all equally loud. Never averaged. */
export function TallyBars({ label, rows }: { label: string; rows: { word: string; count: number }[] }) {
  const all = Math.max(
    1,
    rows.reduce((sum, { count }) => sum + count, 0),
  );
  return (
    <dl className="tally" aria-label={label}>
      {rows.map(({ word, count }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            <b>{count}</b>
            <span
              className="tally-bar"
              style={{ inlineSize: `${(count / all) * 100}%` }}
              aria-hidden="true"
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
