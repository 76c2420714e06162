import { eq } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { RecruitmentData } from "#app/domain/recruitment/indicators.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { inScope } from "./client.server.ts";
import { recruitmentRounds } from "./schema/recruitment.ts";

/** What recruitment indicators are worked out from: released figures, and at which stages people were counted at all. */
export async function loadRecruitment(scope: Scope): Promise<RecruitmentData> {
  const { body, closedOn, counts, released } = recruitmentRounds;
  const rows = await inScope(scope, (tx) =>
    tx
      .select({ body, closedOn, counts, released })
      .from(recruitmentRounds)
      .where(eq(recruitmentRounds.organisationId, scope.organisationId)),
  );
  return {
    rounds: rows.map((row) => ({
      body: row.body,
      closedOn: row.closedOn,
      stages: STAGES.filter((stage) => row.counts[stage]),
      released: row.released,
    })),
  };
}
