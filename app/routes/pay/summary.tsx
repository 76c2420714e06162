import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { day, optionalWords } from "#app/domain/commitment/fields.ts";
import { parseDay } from "#app/domain/dates/days.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { keepSummary, listSummaries, previewSummary } from "#db/pay-summary.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { FilterBar } from "#app/ui/data/filter-bar.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { fieldOf } from "#app/ui/pay/field-of.ts";
import { PaySummaryFigures } from "#app/ui/pay/pay-summary-figures.tsx";
import { PayTabs } from "#app/ui/pay/pay-tabs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Keep = z.object({
  from: day("Give the first day."),
  until: day("Give the last day."),
  reason: optionalWords(2000),
});

export const meta = () => [{ title: "Pay figures for the public – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const now = today();
  const query = new URL(request.url).searchParams;
  const asked = Keep.safeParse({ from: query.get("from"), until: query.get("until") });
  const wanted = asked.success && asked.data.from <= asked.data.until ? asked.data : undefined;
  const period = wanted ?? financialYear(now);
  const { from, until } = period;
  const [preview, kept] = await Promise.all([
    previewSummary(scope, { from, until }, now),
    listSummaries(scope),
  ]);
  return {
    from,
    until,
    unread: !wanted && (query.has("from") || query.has("until")),
    content: preview.content,
    held: preview.held,
    mayEdit: can(scope.role, "workspace.edit"),
    kept: kept.map((one) => ({ id: one.id, from: one.from, until: one.until, preparedOn: one.preparedOn })),
  };
});

/** The April to March around a day. */
function financialYear(today: string): { from: string; until: string } {
  const { year, month } = parseDay(today);
  const first = month >= 4 ? year : year - 1;
  return { from: `${first}-04-01`, until: `${first + 1}-03-31` };
}

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, Keep, async ({ from, until, reason }) => {
    await keepSummary(scope, { from, until }, reason, today());
    return redirectWithNotice(
      `/o/${params.organisation}/pay/summary?from=${from}&until=${until}`,
      "The figures are ready. They become public when you publish.",
    );
  });
});

export default function SummaryPage() {
  const { from, until, unread, content, held, kept, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const field = fieldOf(reply);
  return (
    <>
      <PageHeading
        title="Pay figures for the public"
        lede="Counts of people are rounded to 5, and what few people share is hidden, so that the figures point to nobody."
      />
      <PayTabs />
      <FilterBar label="Choose a period" submit="Show these days">
        <DateField name="from" label="From" defaultValue={from} hint="" required />
        <DateField name="until" label="Until" defaultValue={until} hint="" required />
      </FilterBar>
      {unread ? (
        <Notice kind="warn">
          <p>
            One of the days is missing or no real day, or the last is before the first. Below is this year
            from April.
          </p>
        </Notice>
      ) : null}
      {held ? <Notice kind="info">{held}</Notice> : null}
      <SectionRule id="preview" title={`${formatDate(from)} to ${formatDate(until)}`}>
        <PaySummaryFigures summary={content} />
      </SectionRule>
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="keep" title="Make ready for publication">
            <Form
              errors={reply?.errors}
              action={`/o/${organisation}/pay/summary?from=${from}&until=${until}`}
            >
              <input type="hidden" name="from" value={from} />
              <input type="hidden" name="until" value={until} />
              <TextArea
                {...field("reason")}
                label="Why the figures changed"
                hint="When you have published figures for these days before."
                rows={2}
              />
              <Button>Make these figures ready</Button>
            </Form>
          </SectionRule>
        </div>
      ) : null}
      <SectionRule id="kept" title="Made ready before" rule="quiet">
        {kept.length === 0 ? (
          <p>None yet.</p>
        ) : (
          <ul>
            {kept.map((one) => (
              <li key={one.id}>
                <a href={`/o/${organisation}/pay/summary?from=${one.from}&until=${one.until}`}>
                  {formatDate(one.from)} to {formatDate(one.until)}
                </a>
                , on {formatDate(one.preparedOn)}
              </li>
            ))}
          </ul>
        )}
      </SectionRule>
    </>
  );
}
