import type { LoaderFunctionArgs } from "@remix-run/node";
import { payTable } from "#app/documents/pay-table.ts";
import { csvOf } from "#app/documents/table.ts";
import { publicPay } from "#app/domain/remuneration/public-pay.ts";
import { json, refuse } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** The published pay figures as `figures.csv` or `figures.json`: what the page shows, and nothing finer. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { slug, state, today } = await readJourney(params.slug);
  const parts = [slug, state.size, today, "pay", params.file ?? ""];
  if (params.file === "figures.json")
    return publicDocument(request, parts, { type: json }, () =>
      JSON.stringify({ currency: "GBP", periods: publicPay(state) }),
    );
  if (params.file !== "figures.csv") return refuse(404, "There are figures.csv and figures.json.");
  const shape = { type: "text/csv; charset=utf-8", filename: `${slug}-pay.csv` };
  return publicDocument(request, parts, shape, () => csvOf(payTable(publicPay(state))));
}
