import type { HandoutContent } from "#app/domain/handout/handout.ts";
import { Folded } from "../data/folded.tsx";
import { formatShortDate } from "../format.ts";

/** Versions that were agreed before, newest first, each to open and read. */
export function EarlierHandouts({ versions }: { versions: (HandoutContent & { savedOn: string })[] }) {
  return versions.map(({ version, savedOn, title, behaviours, agreedWith, translations }) => (
    <Folded key={version} title={`Version ${version}, saved ${formatShortDate(savedOn)}`} open={false}>
      <h3>{title}</h3>
      <ol className="measure">
        {behaviours.map((behaviour) => (
          <li key={behaviour}>{behaviour}</li>
        ))}
      </ol>
      <p className="soft measure">
        Agreed with {agreedWith}.
        {translations.length > 0 ? ` Also in: ${translations.map(({ name }) => name).join(", ")}.` : ""}
      </p>
    </Folded>
  ));
}
