import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verdictNames, verdicts } from "#app/domain/feedback/attestation.ts";
import { AttestInput } from "#app/domain/feedback/voice.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { withForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { attest, readRound } from "#db/attestation.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { CommentFields } from "#app/ui/feedback/comment-fields.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";

export const headers = privateHeaders;
export const meta = () => [{ title: "Was this promise kept? – Kept" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "attest");
  return { ...(await readRound(link)), done: new URL(request.url).searchParams.has("done") };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "attest");
  return withForm(request, AttestInput, async (input) => {
    await attest(link, input);
    return redirect(`/attest/${params.token}?done=1`, { status: 303 });
  });
});

export default function AttestPage() {
  const { organisation, title, what, status, closesOn, invited, mine, done } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Was this promise kept?">
      {done ? <Notice kind="saved">Thank you. Your answer is saved.</Notice> : null}
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
      <Form errors={reply?.errors}>
        <RadioGroup
          {...fieldOf(reply, mine ?? {})("verdict")}
          label="What do you say?"
          options={verdicts.map((value) => ({ value, label: verdictNames[value] }))}
          required
        />
        <CommentFields reply={reply} stored={mine ?? { commentUse: "organisation" }} />
        <Button>{mine ? "Change my answer" : "Send my answer"}</Button>
      </Form>
      <p className="small soft">
        You can change your answer until {formatDate(closesOn)}. This page sets no cookie and follows nobody.
      </p>
    </AccountShell>
  );
}
