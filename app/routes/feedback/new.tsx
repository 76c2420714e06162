import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { SaidInput } from "#app/domain/feedback/said.ts";
import { sourceNames } from "#app/domain/feedback/source.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { listSources } from "#db/feedback-read.server.ts";
import { writeDown } from "#db/feedback.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { SaidFields } from "#app/ui/feedback/said-fields.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Fieldset } from "#app/ui/forms/fieldset.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const NewLoop = SaidInput.safeExtend({ confirmed: z.boolean().default(false) });

export const meta = () => [{ title: "Write down what people said – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const sources = await listSources(scope);
  const chosen = new URL(request.url).searchParams.get("source") ?? "";
  return { day: today(), chosen, sources };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, NewLoop, async ({ confirmed, ...said }) => {
    const id = await writeDown(scope, said, today(), { confirmed });
    return redirectWithNotice(
      `/o/${params.organisation}/feedback/loops/${id}`,
      "It is written down, and the clock runs. Tell the people that it arrived.",
    );
  });
});

export default function NewLoopPage() {
  const { sources, chosen, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const room = `/o/${useParams().organisation}/feedback`;
  const field = fieldOf(reply, { saidOn: day, receivedOn: day, sourceId: chosen });
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Write down what people said"
        lede="It is counted in public from the next publication on, answered or not. It cannot be deleted."
      />
      {sources.length === 0 ? (
        <EmptyState
          title="Name the source first"
          action={<ButtonLink href={`${room}/sources`}>Add a source</ButtonLink>}
        >
          A source is a session, a survey, a story or a form. One source may hold many things that people
          said.
        </EmptyState>
      ) : (
        <Form errors={reply?.errors}>
          <ConfirmBox reply={reply} />
          <Fieldset legend="Where and when">
            <SelectField
              {...field("sourceId")}
              label="Source"
              empty="Choose the source"
              options={sources.map(({ id, kind, title, heldOn }) => ({
                value: id,
                label: `${title} (${sourceNames[kind].toLowerCase()}, ${formatDate(heldOn)})`,
              }))}
              required
            />
            <div className="row">
              <DateField {...field("saidOn")} label="Said on" max={day} required />
              <DateField {...field("receivedOn")} label="Reached us on" max={day} required />
            </div>
          </Fieldset>
          <SaidFields reply={reply} />
          <SaveBar note="The clock starts on the day it reached you. That day cannot be changed later.">
            <Button>Write it down</Button>
            <ButtonLink href={room} variant="quiet">
              Cancel
            </ButtonLink>
          </SaveBar>
        </Form>
      )}
    </>
  );
}
