import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { typed, type FormReply } from "#app/domain/form-reply.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import { withdrawable } from "#app/domain/record/withdrawable.ts";
import { withdrawalReasons } from "#app/domain/record/withdrawal.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { readState, withdrawEntry } from "#db/record.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { CheckboxGroup } from "#app/ui/forms/checkbox-group.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import type { Option } from "#app/ui/forms/options.ts";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Withdrawing = z.object({
  entry: z.number("Choose the words to withdraw.").int(),
  reason: z.enum(withdrawalReasons, "Choose why they have to go."),
  understood: z.literal("yes", "Tick the box to show that you know this cannot be undone."),
});

const reasons: Option[] = [
  { value: "consent-taken-back", label: "The person whose words they are took their consent back" },
  { value: "erasure-request", label: "Somebody asked for their details to be erased" },
  { value: "harmful-mistake", label: "They were published by mistake and could harm someone" },
];

export const meta = () => [{ title: "Withdraw published words – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  requireAbility(scope, "record.withdraw");
  const before = new URL(request.url).searchParams.get("before");
  return withdrawable(await readState(organisation.slug), before ? Number(before) : undefined);
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  requireAbility(scope, "record.withdraw");
  return withForm(request, Withdrawing, async ({ entry, reason }) => {
    await withdrawEntry(scope, entry, reason);
    return redirectWithNotice(
      `/o/${organisation.slug}/record`,
      "The words are destroyed. A mark in their place says why.",
    );
  });
});

export default function WithdrawPage() {
  const { entries, next } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Withdraw published words"
        lede="What people said, and evidence, can be taken back. A promise, target, status or figure cannot: change it and publish, so that both versions stay."
      />
      {entries.length === 0 ? (
        <EmptyState title="Nothing to withdraw">
          Nothing published here holds words that can be taken back.
        </EmptyState>
      ) : (
        <Form errors={reply?.errors}>
          <RadioGroup
            name="entry"
            label="Which words"
            options={entries.map(({ index, title, effectiveOn }) => ({
              value: String(index),
              label: title,
              hint: `Entry ${index}, ${writtenDay(effectiveOn)}`,
            }))}
            defaultValue={typed(reply, "entry")}
            error={reply?.errors.entry}
            required
          />
          <RadioGroup
            name="reason"
            label="Why"
            hint="The public sees the reason."
            options={reasons}
            defaultValue={typed(reply, "reason")}
            error={reply?.errors.reason}
            required
          />
          <Notice kind="warn">
            <p>
              The words are destroyed for good, here in the record and on every page and feed. An earlier or
              later version of the same thing is an entry of its own: withdraw that one too if it has to go.
              Copies that others have made cannot be called back.
            </p>
          </Notice>
          <CheckboxGroup
            name="understood"
            label="Before you go on"
            options={[{ value: "yes", label: "I know that this cannot be undone" }]}
            error={reply?.errors.understood}
          />
          <Button variant="danger">Withdraw these words</Button>
        </Form>
      )}
      <Pager older={next === null ? undefined : `?before=${next}`} of="entries" />
    </>
  );
}
