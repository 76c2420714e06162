import type { LoaderFunctionArgs } from "@remix-run/node";
import { recruitmentTable } from "#app/documents/recruitment-table.ts";
import { csvOf } from "#app/documents/table.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { requireRound } from "#db/recruitment.server.ts";

/** The released figures of a round as a file to share: nothing unprotected is in it. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { title, released } = await requireRound(scope, params.id ?? "");
  if (!released) throw Refusal.notFound("file");
  return new Response(csvOf(recruitmentTable([{ title, figures: released.figures }])), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="recruitment-round.csv"',
      "Cache-Control": "private, no-store",
    },
  });
});
