/** `value` is shown large, then `text` finishes the sentence that `label` begins: "Still owed: 2 overdue, 1 stalled". */
export type SummaryFigure = { label: string; value: string | number; text: string; href?: string };

/** The figures that open a journey: four stand in a row on a wide screen and two by two on a phone. */
export function SummaryFigures({ figures }: { figures: SummaryFigure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            <span className="big">{figure.value}</span>{" "}
            <span className="text">
              {figure.href ? <a href={figure.href}>{figure.text}</a> : figure.text}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
