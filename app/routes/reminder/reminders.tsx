import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { ChoiceInput } from "#app/domain/reminder/choice-input.ts";
import { itemsFor } from "#app/domain/reminder/due-items.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { choose, findChoice, findRun, listDue } from "#db/reminder.server.ts";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { DueList } from "#app/ui/reminder/due-list.tsx";

export const meta = () => [{ title: "Reminders – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const items = itemsFor(scope.role, await listDue(scope, today()));
  const run = can(scope.role, "organisation.manage") ? await findRun(scope) : undefined;
  return {
    items,
    choice: await findChoice(scope),
    run: run && { checkedOn: run.checkedOn, failed: run.lastError !== null },
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return withForm(request, ChoiceInput, async (choice) => {
    await choose(scope, choice);
    return redirectWithNotice(`/o/${params.organisation}/reminders`, "Your choice is saved.");
  });
});

export default function RemindersPage() {
  const { items, choice, run } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Reminders"
        lede="What is due or nearly due. What is done goes from this list by itself."
      />
      {items.length > 0 ? (
        <DueList items={items} />
      ) : (
        <EmptyState title="Nothing is due">
          <p>No promise, step, answer, meeting or self-audit is due in the next two weeks.</p>
        </EmptyState>
      )}
      <SectionRule
        id="letter"
        title="A letter each week"
        lede="Yours alone: nobody else sees or changes what you choose here."
      >
        <Form errors={reply?.errors}>
          <RadioGroup
            name="digest"
            label="Do you want this list by mail?"
            options={[
              { value: "weekly", label: "Once a week, when something is due" },
              { value: "never", label: "Never" },
            ]}
            defaultValue={typedOr(reply, "digest", choice.digest)}
            error={reply?.errors.digest}
            required
          />
          <TextArea
            name="quietOn"
            label="Days on which no letter is sent to you"
            hint="Holy days, rest days, any days. Only the dates are kept, never what they are. One to a line: 2026-03-31."
            rows={4}
            defaultValue={typedOr(reply, "quietOn", choice.quietOn.join("\n"))}
            error={reply?.errors.quietOn}
          />
          <Button>Save my choice</Button>
        </Form>
      </SectionRule>
      {run ? (
        <p className="soft">
          {run.checkedOn ? `Kept last looked on ${formatDate(run.checkedOn)}.` : "Kept has not looked yet."}
          {run.failed ? " The last look failed and is tried again by itself." : ""}
        </p>
      ) : null}
    </>
  );
}
