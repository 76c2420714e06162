import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRADITION_OPTIONS } from "#app/domain/calendar/tradition-names.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { AddDays, ChoiceInput, withDays } from "#app/domain/reminder/choice-input.ts";
import { itemsFor } from "#app/domain/reminder/due-items.ts";
import { daysToKeepQuiet } from "#app/domain/reminder/quiet-days.ts";
import { wanted } from "#app/domain/reminder/topics.ts";
import { again, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { choose, findChoice, findRun, listDue } from "#db/reminder.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { ChoiceForm } from "#app/ui/reminder/choice-form.tsx";
import { DueList } from "#app/ui/reminder/due-list.tsx";

export const meta = () => [{ title: "Reminders – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const all = itemsFor(scope.role, await listDue(scope, today()));
  const choice = await findChoice(scope);
  const own = wanted(all, choice.without);
  const everything = new URL(request.url).searchParams.has("all");
  const run = can(scope.role, "organisation.manage") ? await findRun(scope) : undefined;
  return {
    items: everything ? all : own,
    leftOut: all.length - own.length,
    everything,
    choice,
    traditions: TRADITION_OPTIONS,
    run: run && { finishedAt: run.finishedAt, failed: run.lastError !== null },
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  // What is no form at all gets its sentence below.
  const form = await request
    .clone()
    .formData()
    .catch(() => undefined);
  if (form?.get("press") !== "add-days")
    return withForm(request, ChoiceInput, async (choice) => {
      await choose(scope, choice);
      return redirectWithNotice(`/o/${params.organisation}/reminders`, "Your choice is saved.");
    });
  // The dates go onto the page and nowhere else; whose they are is not even sent back.
  return withForm(request, AddDays, ({ tradition, ...typed }) => {
    const days = daysToKeepQuiet(tradition, today());
    const values = { ...typed, quietOn: withDays(typed.quietOn, days), added: String(days.length) };
    return Promise.resolve(again(values, {}, 200));
  });
});

export default function RemindersPage() {
  const { items, leftOut, everything, choice, traditions, run } = useLoaderData<typeof loader>();
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
          <p>No promise, answer, payment, meeting, training or self-audit asks for you now.</p>
        </EmptyState>
      )}
      {leftOut > 0 ? (
        <p className="soft">
          {everything ? (
            <>
              This includes {countOf(leftOut, "reminder")} of topics that you left out.{" "}
              <a href="?">Show my topics only</a>
            </>
          ) : (
            <>
              {countOf(leftOut, "more reminder")} of topics that you left out. <a href="?all=">Show all</a>
            </>
          )}
        </p>
      ) : null}
      <SectionRule
        id="letter"
        title="What you hear of, and how"
        lede="Yours alone: nobody else sees or changes what you choose here."
      >
        <ChoiceForm choice={choice} reply={reply} traditions={traditions} />
      </SectionRule>
      {run ? (
        <p className="soft after-list">
          {run.finishedAt
            ? `Kept last looked on ${formatInstant(run.finishedAt)}.`
            : "Kept has not looked yet."}
          {run.failed ? " The last look failed and is tried again by itself." : ""}
        </p>
      ) : null}
    </>
  );
}
