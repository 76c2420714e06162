import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { caveatOf } from "#app/domain/recruitment/public-finding.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import { roundSubject, type RecruitmentRoundContent } from "#app/domain/recruitment/public.ts";
import type { Transaction } from "./client.server.ts";
import { recruitmentRounds } from "./schema/recruitment.ts";

/** Rounds whose figures are released. The counts themselves are not read here, so that they cannot be published by mistake. */
export async function listRecruitmentPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const { id, title, body, openedOn, closedOn, scheme, practice, released, changeReason } = recruitmentRounds;
  const rows = await tx
    .select({ id, title, body, openedOn, closedOn, scheme, practice, released, changeReason })
    .from(recruitmentRounds)
    .where(and(eq(recruitmentRounds.organisationId, scope.organisationId), isNotNull(released)))
    .orderBy(asc(openedOn), asc(id));
  return rows.map(({ id: roundId, released: shown, changeReason: reason, ...facts }) => {
    const { figures, benchmark, otherBenchmark, exactIn } = shown!;
    const content: RecruitmentRoundContent = {
      ...facts,
      figures,
      benchmark,
      findings: publicFindings(figures, benchmark, otherBenchmark),
      caveat: exactIn
        ? `${caveatOf(figures)} The exact total is public already: ${exactIn}.`
        : caveatOf(figures),
    };
    return {
      kind: "recruitment-round",
      subject: roundSubject(roundId),
      effectiveOn: facts.closedOn ?? facts.openedOn,
      content,
      label: `Recruitment: ${facts.title}`,
      ...(reason ? { reason } : {}),
    };
  });
}
