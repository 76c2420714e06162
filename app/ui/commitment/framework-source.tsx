import type { Framework } from "#app/domain/framework/framework.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate, formatMonth, listOf } from "../format.ts";

type Source = Omit<Framework, "recommendations" | "format">;

/** Who made a framework, who owns its source, and where to find it. */
export function FrameworkSource({ framework }: { framework: Source }) {
  const { published } = framework;
  return (
    <DefinitionList
      items={[
        { term: "Title", value: framework.title },
        { term: "Authors", value: listOf(framework.authors) },
        { term: "Publisher", value: framework.publisher },
        {
          term: "Version",
          value: `${framework.version}, ${published.length === 7 ? formatMonth(published) : formatDate(published)}`,
        },
        { term: "Cite as", value: `${framework.citation.text} Pages ${framework.citation.pages}.` },
        { term: "Who owns it", value: framework.ownership },
        { term: "Credits", value: framework.credits.join(". ") },
      ]}
    />
  );
}
