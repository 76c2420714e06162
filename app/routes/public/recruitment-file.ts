import type { LoaderFunctionArgs } from "@remix-run/node";
import { recruitmentTable } from "#app/documents/recruitment-table.ts";
import { csvOf } from "#app/documents/table.ts";
import { publicRounds } from "#app/domain/recruitment/public-rounds.ts";
import { json, refuse } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** The published rounds as `rounds.csv` or `rounds.json`. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { slug, state, today } = await readJourney(params.slug);
  const parts = [slug, state.size, today, "recruitment", params.file ?? ""];
  if (params.file === "rounds.json")
    return publicDocument(request, parts, { type: json }, () =>
      JSON.stringify({ rounds: publicRounds(state) }),
    );
  if (params.file !== "rounds.csv") return refuse(404, "There are rounds.csv and rounds.json.");
  const shape = { type: "text/csv; charset=utf-8", filename: `${slug}-recruitment.csv` };
  return publicDocument(request, parts, shape, () => csvOf(recruitmentTable(publicRounds(state))));
}
