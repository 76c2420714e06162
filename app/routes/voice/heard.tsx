import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { changes, reflections } from "#app/domain/feedback/loop.ts";
import { channelNames, channels } from "#app/domain/feedback/report-back.ts";
import { HeardInput } from "#app/domain/feedback/voice.ts";
import { requireOpen } from "#app/domain/organisation/private-link.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireHeldLink } from "#app/http/require-link.server.ts";
import { today } from "#app/http/today.server.ts";
import { readClosedLink, type ClosedLink } from "#db/closed-link.server.ts";
import { hear, readHeard, takeBack, type Heard } from "#db/feedback-voices.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { AnswerView } from "#app/ui/feedback/answer-view.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";
import { ClosedLinkPage } from "#app/ui/feedback/closed-link-page.tsx";
import { CommentFields } from "#app/ui/feedback/comment-fields.tsx";
import { ReplacedLinkNotice } from "#app/ui/feedback/replaced-link-notice.tsx";
import { fieldOf, replyFor } from "#app/ui/feedback/field-of.ts";
import { TakeBackForm } from "#app/ui/feedback/take-back-form.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

const Voice = z.discriminatedUnion("intent", [
  HeardInput.extend({ intent: z.literal("answer"), confirmed: z.boolean().default(false) }),
  z.object({
    intent: z.literal("take-back"),
    sure: z.literal("on", "Tick the box if you are sure. It cannot be undone."),
  }),
]);

export const headers = privateHeaders;
export const meta = () => [{ title: "What came of what you said – Kept" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireHeldLink(context, params.token, "answer-loop");
  const done = new URL(request.url).searchParams.get("done");
  if (link.state === "open") return { ...(await readHeard(link)), closed: null, done };
  return data({ closed: await readClosedLink(link, "answer-loop"), done }, { status: 409 });
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireHeldLink(context, params.token, "answer-loop");
  return withForm(request, Voice, async (voice) => {
    if (voice.intent === "answer") {
      requireOpen(link.state);
      await hear(link, voice, { confirmed: voice.confirmed });
    } else await takeBack(link, today(), installation().secret);
    return redirect(`/heard/${params.token}?done=${voice.intent}`, { status: 303 });
  });
});

const reflectionNames = { yes: "Yes", partly: "Partly", no: "No" };
const changeNames = { yes: "Yes", partly: "A little", no: "No", "too-early": "It is too early to say" };

export default function HeardPage() {
  const found = useLoaderData<typeof loader>();
  return found.closed ? <ClosedPage {...found.closed} done={found.done} /> : <OpenPage {...found} />;
}

function ClosedPage({ about, takenBack, done, ...closed }: ClosedLink & { done: string | null }) {
  const reply = useActionData<FormReply>();
  return (
    <ClosedLinkPage {...closed}>
      {takenBack ? (
        <Notice kind={done === "take-back" ? "saved" : "info"}>{goneWords(closed.organisation)}</Notice>
      ) : null}
      {done === "take-back" ? null : (
        <>
          <h2>Take your words back</h2>
          <p>
            One thing works as before: you can take back what you told {closed.organisation} at {about}, and
            the comment that you wrote with this link if there is one.
          </p>
          <TakeBackForm organisation={closed.organisation} reply={replyFor(reply, "take-back")} />
        </>
      )}
    </ClosedLinkPage>
  );
}

const goneWords = (organisation: string) =>
  `The words were taken back. They are out of the public record, and ${organisation} may not show them.`;

function OpenPage(props: Heard & { done: string | null }) {
  const { organisation, words, saidOn, source, takenBack, answer, mine, stale, again, done } = props;
  const reply = useActionData<FormReply>();
  const answering = replyFor(reply, "answer");
  const taking = replyFor(reply, "take-back");
  const field = fieldOf(answering, mine ?? {});
  return (
    <AccountShell title="What came of what you said">
      {done === "answer" ? (
        <Notice kind="saved">
          Thank you. Your answer is saved. It counts together with those of two or more others, so that nobody
          can tell which is yours. You can change it here at any time.
        </Notice>
      ) : null}
      {again && !mine ? <ReplacedLinkNotice /> : null}
      {stale && !done ? (
        <Notice kind="info">The answer was revised since you spoke of it. You can look again.</Notice>
      ) : null}
      <p>
        You told {organisation} something at “{source}”, on {formatDate(saidOn)}.
      </p>
      {takenBack ? (
        <Notice kind={done === "take-back" ? "saved" : "info"}>{goneWords(organisation)}</Notice>
      ) : (
        <>
          <h2>What was said</h2>
          <blockquote className="said as-typed">{words}</blockquote>
        </>
      )}
      <h2>What came of it</h2>
      {answer ? (
        <>
          <AnswerView answer={answer.content} />
          <p className="small soft">
            {organisation} answered on {formatDate(answer.on)}
            {answer.revised ? ", and had answered otherwise before" : ""}.
          </p>
          <h2>Your word on it</h2>
          <Form errors={answering?.errors}>
            <input type="hidden" name="intent" value="answer" />
            <ConfirmBox reply={answering} />
            <RadioGroup
              {...field("reflects")}
              label="Does this reflect what you said?"
              options={reflections.map((value) => ({ value, label: reflectionNames[value] }))}
              required
            />
            <RadioGroup
              {...field("changed")}
              label="Did anything change?"
              options={changes.map((value) => ({ value, label: changeNames[value] }))}
              required
            />
            <CommentFields reply={answering} stored={mine ?? { commentUse: "organisation" }} />
            <SelectField
              {...field("channel")}
              label="How would you rather be told next time?"
              empty="No wish"
              options={channels.map((value) => ({ value, label: channelNames[value] }))}
            />
            <Button>{mine ? "Change my answer" : "Send my answer"}</Button>
          </Form>
        </>
      ) : (
        <p>{organisation} has not answered yet.</p>
      )}
      {takenBack ? null : (
        <details className="more-words" open={taking !== undefined}>
          <summary>Take my words back</summary>
          <TakeBackForm organisation={organisation} reply={taking} />
        </details>
      )}
      <p className="small soft">
        This page sets no cookie and follows nobody. Your answer is kept apart from your name: we do not have
        it.
      </p>
    </AccountShell>
  );
}
