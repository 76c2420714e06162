import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { addDays } from "#app/domain/dates/days.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { decisions } from "#app/domain/review/review.ts";
import { seenRows } from "#app/domain/review/seen-rows.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { answerReview, decide, readReviews } from "#db/review.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { DecisionForm } from "#app/ui/review/decision-form.tsx";
import { ReviewList } from "#app/ui/review/review-list.tsx";
import { SeenTable } from "#app/ui/review/seen-table.tsx";
import { standingSentence } from "#app/ui/review/standing-sentence.ts";

const Work = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("decide"),
    seen: z.string("Read the commitment on this page first."),
    after: z.string().default(""),
    decision: z.enum(decisions, "Choose what you decide."),
    text: z.string("Say why, or what you ask."),
    actionBy: z.iso.date("Give the day as year-month-day, such as 2026-03-31.").optional(),
    conflict: z.string().default(""),
    publish: z.literal("yes").optional(),
  }),
  z.object({
    intent: z.literal("answer"),
    review: z.uuid(),
    answer: z.string("Write what was done, or the answer."),
  }),
]);

export const meta = () => [{ title: "Review – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const id = params.id ?? "";
  const { title } = await requireCommitment(scope, id);
  const { seen, reviews, standing } = await readReviews(scope, id);
  return {
    title,
    seen: seen.fingerprint,
    rows: seenRows(seen.items),
    reviews: reviews
      .map(
        ({
          id: reviewId,
          decision,
          text,
          actionBy,
          conflict,
          decidedOn,
          publish,
          reviewer,
          answer,
          seen: of,
        }) => ({
          id: reviewId,
          decision,
          text,
          actionBy,
          conflict,
          decidedOn,
          publish,
          reviewer,
          answer,
          lapsed: of !== seen.fingerprint,
        }),
      )
      .reverse(),
    standing: standing && {
      decision: standing.review.decision,
      decidedOn: standing.review.decidedOn,
      lapsed: standing.lapsed,
    },
    mayReview: can(scope.role, "review.write"),
    mayAnswer: can(scope.role, "workspace.edit"),
    day: today(),
    soon: addDays(today(), 28),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const id = params.id ?? "";
  const here = `/o/${params.organisation}/commitments/${id}/review`;
  return withForm(request, Work, async (work) => {
    if (work.intent === "answer") {
      await answerReview(scope, id, work.review, work.answer, today());
      return redirectWithNotice(here, "The board has its answer.");
    }
    const { intent: _, publish, actionBy, ...review } = work;
    await decide(scope, id, { ...review, actionBy: actionBy ?? null, publish: publish === "yes" }, today());
    return redirectWithNotice(here, "Signed, for exactly what you read.");
  });
});

export default function ReviewPage() {
  const found = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  const standing = standingSentence(found.standing);
  return (
    <>
      <CommitmentCrumbs base={base} title={found.title} />
      <PageHeading title={`Review: ${found.title}`} lede={standing.sentence} />
      {standing.lapsed ? (
        <Notice kind="warn">
          It was changed since, so that decision no longer counts for what stands here now.
        </Notice>
      ) : null}
      <SectionRule
        id="seen"
        title="What you sign for"
        lede="Everything of this commitment that is meant for the public, as it stands now. A decision is bound to exactly this."
      >
        <SeenTable rows={found.rows} />
        <p className="soft">
          Fingerprint <code>{found.seen.slice(0, 16)}</code>. <a href={base}>Read the whole commitment</a>
        </p>
      </SectionRule>
      {found.reviews.length > 0 ? (
        <SectionRule id="reviews" title="Asked and decided so far">
          <ReviewList reviews={found.reviews} today={found.day} mayAnswer={found.mayAnswer} reply={reply} />
        </SectionRule>
      ) : null}
      {found.mayReview ? (
        <SectionRule id="decide" title="Ask or decide">
          <DecisionForm
            reply={reply}
            seen={found.seen}
            after={found.reviews[0]?.id ?? ""}
            day={found.day}
            soon={found.soon}
          />
        </SectionRule>
      ) : (
        <p>Only board reviewers ask and decide here.</p>
      )}
    </>
  );
}
