import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { publishedWords } from "#app/domain/review/content-words.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { findBoardSettings } from "#db/board-plan.server.ts";
import { clear, listWaiting } from "#db/clearance.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { ClearanceForm } from "#app/ui/review/clearance-form.tsx";
import { WaitingList } from "#app/ui/review/waiting-list.tsx";

const Word = z.object({
  /** Each a subject and the fingerprint of what was read. */
  chosen: z
    .array(z.string().regex(/^\S+ [0-9a-f]{64}$/, "Choose what you decide on."))
    .min(1, "Choose what you decide on."),
  decision: z.enum(["accept", "return"], "Choose what you decide."),
  text: z.string("Say why."),
  conflict: z.string().default(""),
});

export const meta = () => [{ title: "Before it is published – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { fourEyes } = await findBoardSettings(scope);
  const waiting = await listWaiting(scope);
  return {
    fourEyes,
    mayReview: can(scope.role, "review.write"),
    waiting: waiting.map(({ subject, label, seen, state, latest, changes }) => ({
      value: `${subject} ${seen}`,
      label,
      state,
      latest: latest && { decision: latest.decision, text: latest.text, decidedOn: latest.decidedOn },
      differences: changes.flatMap(({ differences }) => differences),
      lines: changes.flatMap(publishedWords),
    })),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return withForm(request, Word, async ({ chosen, ...word }) => {
    const read = chosen.map((one) => {
      const [subject = "", seen = ""] = one.split(" ");
      return { subject, seen };
    });
    await clear(scope, read, word, today());
    return redirectWithNotice(
      `/o/${params.organisation}/board/clearance`,
      "Signed, for exactly what you read.",
    );
  });
});

export default function ClearancePage() {
  const { fourEyes, mayReview, waiting } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}`;
  return (
    <>
      <Breadcrumbs items={[{ label: "Board view", href: `${base}/board` }]} />
      <PageHeading
        title="Before it is published"
        lede={
          fourEyes
            ? "The board asks for a second pair of eyes: none of this is published before a reviewer has accepted exactly what stands here. Commitments are reviewed on their own pages."
            : "A second pair of eyes is not asked for, so this can be published without the board. A reviewer’s word here is kept all the same."
        }
      />
      <StaleErrors reply={waiting.length === 0 ? reply : undefined} />
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits">
          <p>Besides commitments, nothing would change for the public if it were published now.</p>
        </EmptyState>
      ) : (
        <>
          <SectionRule id="waiting" title="What would be published">
            <WaitingList items={waiting} />
            <p>
              <a href={`${base}/publish/preview`}>Read all of it as the public would</a>
            </p>
          </SectionRule>
          {mayReview ? (
            <SectionRule id="decide" title="Decide">
              <ClearanceForm
                reply={reply}
                options={waiting
                  .filter(({ state }) => state !== "accepted")
                  .map(({ value, label }) => ({ value, label }))}
              />
            </SectionRule>
          ) : (
            <p>Only board reviewers decide here.</p>
          )}
        </>
      )}
    </>
  );
}
