import type { LoaderFunctionArgs } from "@remix-run/node";
import { journeyTables } from "#app/documents/journey-tables.ts";
import { csvOf, dataPackageOf } from "#app/documents/table.ts";
import { publicEntries } from "#app/domain/record/public-entries.ts";
import { json, refuse } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { readJourney } from "./read-journey.server.ts";

/** A journey's tables as CSV, and `datapackage.json`, which describes them. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  const { commitments, organisation, publishedOn } = fold();
  const tables = journeyTables(commitments, publicEntries(state));
  const parts = [slug, state.size, today, publicUrl, params.file ?? ""];
  if (params.file === "datapackage.json") {
    const facts = {
      name: slug,
      title: `${organisation.name}: promises and what came of them`,
      homepage: publicUrl + journeyPath(slug),
      created: `${publishedOn}T00:00:00Z`,
    };
    return publicDocument(request, parts, { type: json }, () => dataPackageOf(facts, tables));
  }
  const table = tables.find(({ name }) => `${name}.csv` === params.file);
  if (!table) return refuse(404, "There is no such table. datapackage.json lists them.");
  const shape = { type: "text/csv; charset=utf-8", filename: `${slug}-${table.name}.csv` };
  return publicDocument(request, parts, shape, () => csvOf(table));
}
