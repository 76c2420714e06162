import { and, asc, desc, eq } from "drizzle-orm";
import { recommendationReference } from "#app/domain/commitment/commitment-input.ts";
import {
  subjectOf,
  type CommitmentContent,
  type EvidenceContent,
  type MilestoneContent,
  type OrganisationContent,
  type StatusContent,
  type UpdateContent,
} from "#app/domain/commitment/public.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import type { Transaction } from "./client.server.ts";
import { recommendationsOf } from "./commitment.server.ts";
import { givenReason, measuresNow, readingsNow } from "./measure-publishables.server.ts";
import { organisations } from "./schema/accounts.ts";
import {
  commitments,
  commitmentStatuses,
  evidence,
  milestones,
  organisationProfiles,
  updates,
} from "./schema/commitment.ts";

/**
 * Everything of this room that is meant for the public, as it stands now: the organisation, then each promise with its
 * status, measures, readings, milestones, updates and shared evidence. A handful of queries whatever the size.
 * Names and titles are repeated nowhere, so that one change is one entry.
 */
export async function listCommitmentPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const promises = await tx
    .select()
    .from(commitments)
    .where(eq(commitments.organisationId, scope.organisationId))
    .orderBy(asc(commitments.createdAt), asc(commitments.id));
  const keys = await recommendationsOf(
    tx,
    scope,
    promises.map((promise) => promise.id),
  );
  const title = new Map(promises.map((promise) => [promise.id, promise.title]));
  return [
    await organisation(tx, scope),
    ...promises.map((promise) => commitment(promise, keys.get(promise.id) ?? [])),
    ...(await statusesNow(tx, scope, title)),
    ...(await measuresNow(tx, scope)),
    ...(await readingsNow(tx, scope)),
    ...(await milestonesNow(tx, scope)),
    ...(await updatesNow(tx, scope)),
    ...(await evidenceNow(tx, scope)),
  ];
}

async function organisation(tx: Transaction, scope: Scope): Promise<Publishable> {
  const [row] = await tx
    .select()
    .from(organisations)
    .leftJoin(organisationProfiles, eq(organisationProfiles.organisationId, organisations.id))
    .where(eq(organisations.id, scope.organisationId));
  const { name, kind, region, demonstration, createdAt } = row!.organisations;
  const profile = row!.organisation_profiles;
  const content: OrganisationContent = {
    name,
    kind,
    region,
    demonstration,
    statement: profile?.statement ?? "",
  };
  return {
    kind: "organisation",
    subject: subjectOf.organisation,
    effectiveOn: profile?.changedOn ?? londonDay(createdAt.toISOString()),
    content,
    label: "Who we are and why we promise",
  };
}

function commitment(row: typeof commitments.$inferSelect, keys: readonly string[]): Publishable {
  const content: CommitmentContent = {
    title: row.title,
    what: row.what,
    why: row.why,
    answerable: row.answerable,
    ...(row.answerableName ? { answerableName: row.answerableName } : {}),
    forWhom: row.forWhom,
    startOn: row.startOn,
    dueOn: row.dueOn,
    recommendations: keys.map(recommendationReference),
  };
  return {
    kind: "commitment",
    subject: subjectOf.commitment(row.id),
    effectiveOn: row.changedOn,
    content,
    label: `Promise: ${row.title}`,
    ...givenReason(row.changeReason),
  };
}

/** The latest of each. What a status was before it was published is the workspace's own business. */
async function statusesNow(
  tx: Transaction,
  scope: Scope,
  title: ReadonlyMap<string, string>,
): Promise<Publishable[]> {
  const rows = await tx
    .selectDistinctOn([commitmentStatuses.commitmentId])
    .from(commitmentStatuses)
    .where(eq(commitmentStatuses.organisationId, scope.organisationId))
    .orderBy(commitmentStatuses.commitmentId, desc(commitmentStatuses.id));
  return rows.map((row) => {
    const content: StatusContent = { commitment: row.commitmentId, status: row.status, reason: row.reason };
    return {
      kind: "status",
      subject: subjectOf.status(row.commitmentId),
      effectiveOn: row.effectiveOn,
      content,
      label: `Status of: ${title.get(row.commitmentId) ?? "a promise"}`,
      reason: row.reason,
    };
  });
}

async function milestonesNow(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(milestones)
    .where(eq(milestones.organisationId, scope.organisationId))
    .orderBy(asc(milestones.dueOn), asc(milestones.id));
  return rows.map((row) => {
    const content: MilestoneContent = {
      commitment: row.commitmentId,
      title: row.title,
      dueOn: row.dueOn,
      metOn: row.metOn,
      dropped: row.dropped,
    };
    return {
      kind: "milestone",
      subject: subjectOf.milestone(row.id),
      effectiveOn: row.metOn ?? row.changedOn,
      content,
      label: `Milestone: ${row.title}`,
      ...givenReason(row.changeReason),
    };
  });
}

async function updatesNow(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(updates)
    .where(eq(updates.organisationId, scope.organisationId))
    .orderBy(asc(updates.effectiveOn), asc(updates.id));
  return rows.map((row) => {
    const content: UpdateContent = {
      commitment: row.commitmentId,
      kind: row.kind,
      title: row.title,
      text: row.text,
      ...(row.contentNote ? { contentNote: row.contentNote } : {}),
    };
    return {
      kind: "update",
      subject: subjectOf.update(row.id),
      effectiveOn: row.effectiveOn,
      content,
      label: `Update: ${row.title}`,
      ...givenReason(row.changeReason),
    };
  });
}

async function evidenceNow(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.organisationId, scope.organisationId), eq(evidence.shared, true)))
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
  return rows.map((row) => {
    const { fileName, fileType, fileSize, fileSha256 } = row;
    const isFile = fileName !== null && fileType !== null && fileSize !== null && fileSha256 !== null;
    const content: EvidenceContent = {
      commitment: row.commitmentId,
      title: row.title,
      url: row.url,
      file: isFile ? { name: fileName, type: fileType, size: fileSize, sha256: fileSha256 } : null,
    };
    return {
      kind: "evidence",
      subject: subjectOf.evidence(row.id),
      effectiveOn: row.addedOn,
      content,
      label: `Evidence: ${row.title}`,
    };
  });
}
