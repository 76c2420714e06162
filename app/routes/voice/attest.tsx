import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verdictNames, verdicts } from "#app/domain/feedback/attestation.ts";
import { AttestInput } from "#app/domain/feedback/voice.ts";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireOpen } from "#app/domain/organisation/private-link.ts";
import { withForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireHeldLink } from "#app/http/require-link.server.ts";
import { attest, readRound, takeCommentBack } from "#db/attestation-answer.server.ts";
import { readClosedLink, type ClosedLink } from "#db/closed-link.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";
import { ClosedLinkPage } from "#app/ui/feedback/closed-link-page.tsx";
import { CommentFields } from "#app/ui/feedback/comment-fields.tsx";
import { ReplacedLinkNotice } from "#app/ui/feedback/replaced-link-notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

const Word = z.discriminatedUnion("intent", [
  AttestInput.extend({ intent: z.literal("answer"), confirmed: z.boolean().default(false) }),
  z.object({ intent: z.literal("take-back") }),
]);

export const headers = privateHeaders;
export const meta = () => [{ title: "Was this promise kept? – Kept" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireHeldLink(context, params.token, "attest");
  const done = new URL(request.url).searchParams.get("done");
  if (link.state === "open") return { ...(await readRound(link)), closed: null, done };
  return data({ closed: await readClosedLink(link, "attest"), done }, { status: 409 });
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireHeldLink(context, params.token, "attest");
  return withForm(request, Word, async (word) => {
    if (word.intent === "take-back") await takeCommentBack(link);
    else {
      requireOpen(link.state);
      await attest(link, word, { confirmed: word.confirmed });
    }
    return redirect(`/attest/${params.token}?done=${word.intent}`, { status: 303 });
  });
});

export default function AttestPage() {
  const found = useLoaderData<typeof loader>();
  return found.closed ? <ClosedPage {...found.closed} done={found.done} /> : <OpenPage {...found} />;
}

const goneWords = "Your comment is gone, from here and from every public page.";

function ClosedPage({ done, ...closed }: ClosedLink & { done: string | null }) {
  return (
    <ClosedLinkPage {...closed}>
      {done === "take-back" ? (
        <Notice kind="saved">{goneWords}</Notice>
      ) : (
        <form method="post" className="stack">
          <input type="hidden" name="intent" value="take-back" />
          <h2>Take your comment back</h2>
          <p>
            One thing works as before. If you wrote a comment with this link, taking it back removes it at
            once, also where it was published. Your answer stays counted.
          </p>
          <Button variant="danger">Take my comment back</Button>
        </form>
      )}
    </ClosedLinkPage>
  );
}

function OpenPage(props: Awaited<ReturnType<typeof readRound>> & { done: string | null }) {
  const { organisation, title, what, status, closesOn, invited, mine, over, again, done } = props;
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Was this promise kept?">
      {done === "answer" ? (
        <Notice kind="saved">
          Thank you. Your answer is saved. It counts together with those of two or more others, so that nobody
          can tell which is yours.
        </Notice>
      ) : null}
      {done === "take-back" ? <Notice kind="saved">{goneWords}</Notice> : null}
      {again && !mine ? <ReplacedLinkNotice /> : null}
      {over ? (
        <Notice kind="info">
          The time to answer ended on {formatDate(closesOn)}.{" "}
          {mine ? "What you said counts." : "Thank you for looking at it all the same."}
        </Notice>
      ) : null}
      <p>
        {organisation} promised: <b>{title}</b>
      </p>
      <blockquote className="said as-typed">{what}</blockquote>
      <p>
        {status === "done"
          ? `${organisation} says that it is done.`
          : `${organisation} does not say it is done.`}{" "}
        You are one of {invited} people it asked. Your answer stands beside its claim once three or more have
        answered.
      </p>
      <StaleErrors reply={over ? reply : undefined} />
      {over ? null : (
        <Form errors={reply?.errors}>
          <input type="hidden" name="intent" value="answer" />
          <ConfirmBox reply={reply} />
          <RadioGroup
            {...fieldOf(reply, mine ?? {})("verdict")}
            label="What do you say?"
            options={verdicts.map((value) => ({ value, label: verdictNames[value] }))}
            required
          />
          <CommentFields reply={reply} stored={mine ?? { commentUse: "organisation" }} />
          <Button>{mine ? "Change my answer" : "Send my answer"}</Button>
        </Form>
      )}
      {mine?.comment || (again && !mine) ? (
        <form method="post" className="stack">
          <input type="hidden" name="intent" value="take-back" />
          {mine?.comment ? <blockquote className="said as-typed">{mine.comment}</blockquote> : null}
          <p className="small soft">
            {mine ? "Your comment." : "If you wrote a comment with the link before:"} Taking it back removes
            it at once, also where it was published. Your answer stays counted.
          </p>
          <Button variant="danger">Take my comment back</Button>
        </form>
      ) : null}
      <p className="small soft">
        {over ? "" : `You can change your answer until ${formatDate(closesOn)}. `}This page sets no cookie and
        follows nobody.
      </p>
    </AccountShell>
  );
}
