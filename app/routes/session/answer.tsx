import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { pollChoiceNames, pollChoices } from "#app/domain/session/poll.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice, takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { answerPoll, pollForLink } from "#db/session-poll.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { sessionTimes } from "#app/ui/session/session-words.ts";
import { data } from "@remix-run/node";

export const meta = () => [{ title: "When can you come? – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "answer-session");
  const { notice, headers } = await takeNotice(request);
  headers.set("Cache-Control", "no-store");
  return data({ ...(await pollForLink(link)), notice }, { headers });
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "answer-session");
  const form = await readForm(request);
  const given = [...form.keys()].filter((name) => /^choice-\d+$/.test(name));
  const choices: unknown[] = [];
  for (const name of given) choices[Number(name.slice(7)) % 100] = form.get(name);
  try {
    await answerPoll(link, choices);
  } catch (error) {
    if (!(error instanceof Refusal) || error.detail.kind !== "invalid") throw error;
    return again(Object.fromEntries(form), error.detail.fields, 400);
  }
  const path = new URL(request.url).pathname.replace(/\.data$/, "");
  return redirectWithNotice(path, "Thank you. You can come back to this page and change your answer.");
});

export default function AnswerPage() {
  const { title, slots, closesOn, choices, notice } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      {notice ? <Notice kind="saved">{notice}</Notice> : null}
      <PageHeading
        title={title}
        lede={`When can you come? Say for each time. You can change your answer until ${formatDate(closesOn)}. We do not ask who you are.`}
      />
      <Form errors={reply?.errors}>
        {slots.map((slot, index) => (
          <RadioGroup
            key={slot.start}
            name={`choice-${index}`}
            label={sessionTimes(slot.start, slot.end)}
            required
            options={pollChoices.map((one) => ({ value: one, label: pollChoiceNames[one] }))}
            defaultValue={String(reply?.values[`choice-${index}`] ?? choices?.[index] ?? "")}
            error={reply?.errors[`choice-${index}`]}
          />
        ))}
        <div className="row">
          <Button>Send my answer</Button>
        </div>
      </Form>
    </>
  );
}
