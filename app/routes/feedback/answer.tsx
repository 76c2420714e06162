import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { answerNames } from "#app/domain/feedback/answer.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { answerLoop } from "#db/feedback-answer.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { TwoVersions } from "#app/ui/commitment/two-versions.tsx";
import { AnswerFields } from "#app/ui/feedback/answer-fields.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { titleOf } from "#app/ui/feedback/loop-list.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

// What an answer of each kind needs, the operation checks: here every field may be empty.
const typedText = z.string().default("");
const AnswerForm = z.object({
  version: z.int("This page is out of date. Open it again, then save."),
  confirmed: z.boolean().default(false),
  why: typedText,
  kind: z.string("Choose what came of it."),
  text: typedText,
  since: typedText,
  evidence: typedText,
  nextStep: typedText,
  by: typedText,
  reason: typedText,
});

export const meta = () => [{ title: "Answer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id, version, words, takenBackOn, askedFor, answers } = await requireLoop(
    scope,
    params.id ?? "",
    today(),
  );
  return { id, version, words, takenBackOn, askedFor, stored: answers.at(-1)?.content };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, AnswerForm, async ({ version, confirmed, why, ...answer }) => {
    await answerLoop(scope, id, version, answer, today(), { why, confirmed });
    return redirectWithNotice(
      `/o/${params.organisation}/feedback/loops/${id}`,
      "The answer is saved. It closes nothing yet: tell the people who spoke.",
    );
  });
});

export default function AnswerPage() {
  const { id, version, words, takenBackOn, askedFor, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  return (
    <>
      <LoopCrumbs room={room} id={id} title={titleOf({ words, takenBackOn })} />
      <PageHeading
        title={stored ? "Revise the answer" : "Answer"}
        lede={
          stored
            ? "The answer before stays in the history, and the public sees that it was revised. People have to be told anew."
            : "Say what came of it. An answer does not close the loop: people have to be told."
        }
      />
      {words ? <blockquote className="said">{words}</blockquote> : null}
      {askedFor ? <p>They asked for: {askedFor}</p> : null}
      <Form errors={reply?.errors}>
        <TwoVersions
          reply={reply}
          fields={[
            {
              label: "What came of it",
              name: "kind",
              stored: stored ? answerNames[stored.kind] : "",
            },
            { label: "In plain words", name: "text", stored: stored?.text ?? "" },
          ]}
        />
        <HiddenVersion version={versionOf(reply, version)} />
        <ConfirmBox reply={reply} />
        <AnswerFields reply={reply} stored={stored} />
        {stored ? (
          <TextArea
            {...fieldOf(reply)("why")}
            label="Why the answer is revised"
            hint="It is published beside the revision."
            rows={2}
            required
          />
        ) : null}
        <SaveBar note="Only your organisation and the people with private links see this until you publish.">
          <Button>Save the answer</Button>
          <ButtonLink href={`${room}/loops/${id}`} variant="quiet">
            Cancel
          </ButtonLink>
        </SaveBar>
      </Form>
    </>
  );
}
