import type { Figures } from "#app/domain/journey/figures.ts";
import { escapeMarkup } from "./markup.ts";

export type CardFacts = {
  organisation: string;
  demonstration: boolean;
  /** Absolute address of the journey. */
  page: string;
  figures: Figures;
  /** In words, such as “3 May 2026”. */
  published: string;
};

/** A small page for other sites to frame: no script, one stylesheet, under 10 KB. */
export function cardPage({ organisation, demonstration, page, figures, published }: CardFacts): string {
  const name = escapeMarkup(organisation);
  const figure = (value: number, label: string) =>
    `<div><dd>${value}</dd><dt>${escapeMarkup(label)}</dt></div>`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${name}: promises and what came of them</title>
<link rel="stylesheet" href="/card.css">
<link rel="icon" href="/favicon.svg">
</head>
<body>
<main>
<h1>${name}</h1>
${demonstration ? "<p><b>Demonstration.</b> This organisation is invented.</p>" : ""}
<dl>
${figure(figures.promised, "promised")}
${figure(figures.done, `done, says ${organisation}`)}
${figure(figures.agreed, "agreed by the people affected")}
${figure(figures.overdue, "overdue")}
</dl>
<p>Last published ${escapeMarkup(published)}. <a href="${escapeMarkup(page)}" target="_blank" rel="noopener">See every promise and what changed</a></p>
</main>
</body>
</html>
`;
}
