import { countOf } from "#app/domain/counted.ts";
import type { Figures } from "#app/domain/journey/figures.ts";
import { listOf } from "../format.ts";
import type { SummaryFigure } from "../page/summary-figures.tsx";

/** The four figures, each as the end of a sentence. */
export function figuresOf(figures: Figures, organisation: string): SummaryFigure[] {
  return [
    {
      label: "Promised",
      value: figures.promised,
      text: figures.promised === 1 ? "commitment" : "commitments",
    },
    { label: `Done, says ${organisation}`, value: figures.done, text: doneWords(figures) },
    { label: "Changed on the way", value: changed(figures), text: changedWords(figures), href: "#lately" },
    { label: "Still owed", value: figures.overdue, text: owedWords(figures), href: "#owed" },
  ];
}

function doneWords({ promised, done, agreed, disputed, unheard }: Figures): string {
  if (done === 0) return `of ${promised} so far`;
  const parts = [
    `people affected agree on ${agreed}`,
    ...(disputed > 0 ? [`dispute ${disputed}`] : []),
    ...(unheard > 0 ? [`have not been heard on ${unheard}`] : []),
  ];
  return `of ${promised}; ${listOf(parts)}`;
}

function changed(figures: Figures): number {
  return figures.targetsLowered + figures.targetsRaised + figures.datesMovedLater + figures.datesMovedEarlier;
}

function changedWords(figures: Figures): string {
  const parts = [
    ...(figures.targetsLowered > 0 ? [`${countOf(figures.targetsLowered, "target")} lowered`] : []),
    ...(figures.targetsRaised > 0 ? [`${countOf(figures.targetsRaised, "target")} raised`] : []),
    ...(figures.datesMovedLater > 0 ? [`${countOf(figures.datesMovedLater, "date")} moved later`] : []),
    ...(figures.datesMovedEarlier > 0 ? [`${countOf(figures.datesMovedEarlier, "date")} moved earlier`] : []),
  ];
  return parts.length > 0 ? listOf(parts) : "no target or date has moved";
}

function owedWords({ overdue, stalled, dropped }: Figures): string {
  const tail = [
    ...(stalled > 0 ? [`${stalled} stalled`] : []),
    ...(dropped > 0 ? [`${dropped} dropped`] : []),
  ];
  const start = overdue === 1 ? "is overdue" : "are overdue";
  return [start, ...tail].join(", ");
}
