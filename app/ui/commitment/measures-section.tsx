import { ProgressChart } from "../charts/progress-chart.tsx";
import type { MeasureSeries } from "../charts/measure-series.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Notice } from "../data/notice.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type Props = {
  measures: { id: string; retired: boolean; series: MeasureSeries }[];
  base: string;
  mayEdit: boolean;
};

/** How we will know: each measure with its chart. */
export function MeasuresSection({ measures, base, mayEdit }: Props) {
  const add = (
    <ButtonLink href={`${base}/measures/new`} variant="second">
      Add a measure
    </ButtonLink>
  );
  return (
    <SectionRule id="measures" title="How we will know">
      {measures.length === 0 ? (
        <EmptyState title="Nothing is measured yet" level={3} action={mayEdit ? add : undefined}>
          <p>Without a measure nobody can tell whether this promise is kept.</p>
        </EmptyState>
      ) : (
        <>
          {measures.map(({ id, retired, series }) => (
            <div className="stack" key={id}>
              {retired ? <Notice kind="info">We no longer measure this.</Notice> : null}
              <ProgressChart series={series} />
              <p className="row">
                <a href={`${base}/measures/${id}/readings`}>
                  {mayEdit ? "Record or correct a reading" : "All readings"}
                  <span className="visually-hidden"> of {series.title}</span>
                </a>
                {mayEdit ? (
                  <a href={`${base}/measures/${id}`}>
                    Change the measure<span className="visually-hidden"> {series.title}</span>
                  </a>
                ) : null}
              </p>
            </div>
          ))}
          {mayEdit ? <p className="row">{add}</p> : null}
        </>
      )}
    </SectionRule>
  );
}
