import type { ActionFunctionArgs } from "@remix-run/node";
import Papa from "papaparse";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { issueLoopLetters } from "#db/feedback-links.server.ts";

/** Makes a batch of links and hands them over as a file for mail merge. Like every batch, it is shown this once. */
export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const count = Number((await readForm(request)).get("count"));
  const issued = await issueLoopLetters(scope, params.id ?? "", count, today());
  const { origin } = installation();
  const rows = issued.map(({ number, token }) => ({ number, link: `${origin}/heard/${token}` }));
  return new Response(Papa.unparse(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="private-links.csv"',
      "Cache-Control": "no-store",
    },
  });
});
