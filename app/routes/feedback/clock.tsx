import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { jurisdictionNames, jurisdictions } from "#app/domain/feedback/bank-holidays.ts";
import { ClockPromiseInput } from "#app/domain/feedback/clock-promise.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { findClockPromise, promiseClock } from "#db/feedback-clock.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { ReasonField } from "#app/ui/commitment/reason-field.tsx";
import { TwoVersions } from "#app/ui/commitment/two-versions.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { NumberField } from "#app/ui/forms/number-field.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Promised = ClockPromiseInput.safeExtend({
  version: z.int("This page is out of date. Open it again, then save."),
});

export const meta = () => [{ title: "How soon we answer – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) =>
  findClockPromise(await requireEditor(request, params.organisation)),
);

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, Promised, async ({ version, ...promise }) => {
    await promiseClock(scope, version, promise, today());
    return redirectWithNotice(`/o/${params.organisation}/feedback`, "The promise is saved. Publish it next.");
  });
});

export default function ClockPage() {
  const stored = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  const field = fieldOf(reply, stored);
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="How soon we answer"
        lede="Your own promise to people who tell you something. It is published, and giving yourself more time needs a public reason."
      />
      <Form errors={reply?.errors}>
        <TwoVersions
          reply={reply}
          fields={[
            { label: "Acknowledge within", name: "acknowledgeWithin", stored: stored.acknowledgeWithin },
            { label: "Answer within", name: "answerWithin", stored: stored.answerWithin },
            { label: "Bank holidays", name: "jurisdiction", stored: stored.jurisdiction },
          ]}
        />
        <HiddenVersion version={versionOf(reply, stored.version)} />
        <NumberField
          {...field("acknowledgeWithin")}
          label="We say that it arrived within"
          unit="working days"
          whole
          required
        />
        <NumberField {...field("answerWithin")} label="We answer within" unit="working days" whole required />
        <RadioGroup
          {...field("jurisdiction")}
          label="Whose bank holidays count?"
          options={jurisdictions.map((value) => ({ value, label: jurisdictionNames[value] }))}
          required
        />
        <ReasonField reply={reply} />
        <SaveBar note="What reached you before keeps the promise of its day.">
          <Button>Save the promise</Button>
        </SaveBar>
      </Form>
    </>
  );
}
