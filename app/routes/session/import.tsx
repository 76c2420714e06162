import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { conflictsOfAll } from "#app/domain/calendar/index.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import type { FieldErrors } from "#app/domain/refusal.ts";
import { sentenceCase } from "#app/domain/sentence-case.ts";
import { clashReport, type ClashReport } from "#app/domain/session/clash-report.ts";
import { LARGEST_CALENDAR, readCalendarFile } from "#app/domain/session/import-calendar.ts";
import { readForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { announcedSize } from "#app/http/upload.server.ts";
import { listSettings } from "#db/session-settings.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { ClashReportView } from "#app/ui/session/clash-report-view.tsx";

export const meta = () => [{ title: "Check a calendar – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireScope(request, params.organisation);
  return null;
});

type Reply = { report?: ClashReport; errors?: FieldErrors; window?: string };

/** The file is read in memory and dropped: the report is the answer, and nothing of the calendar is kept. */
export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  if (!(announcedSize(request) <= LARGEST_CALENDAR + 64 * 1024))
    return refuseFile("A calendar can be 10 MB at most. Export a shorter time from your calendar program.");
  const form = await readForm(request);
  const file = form.get("file");
  const window = form.get("window") === "next" ? "next" : "last";
  if (!(file instanceof File) || file.size === 0) return refuseFile("Choose a calendar file.", window);
  const day = today();
  const [from, to] = window === "last" ? [addMonths(day, -12), day] : [day, addMonths(day, 12)];
  try {
    const { meetings, problems } = readCalendarFile(new Uint8Array(await file.arrayBuffer()), from, to);
    const { announcements } = await listSettings(scope);
    const report = clashReport(meetings, conflictsOfAll(meetings, { announcements }), problems, { from, to });
    return data<Reply>({ report, window });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuseFile(sentenceCase(error.message.replace(/^file: /, "")), window);
  }
});

const refuseFile = (sentence: string, window = "last") =>
  data<Reply>({ errors: { file: [sentence] }, window }, { status: 400 });

export default function ImportPage() {
  const reply = useActionData<Reply>();
  const { organisation } = useParams();
  return (
    <>
      <Breadcrumbs items={[{ label: "Sessions", href: `/o/${organisation}/sessions` }]} />
      <PageHeading
        title="Check a calendar"
        lede="Which of your meetings met a holy day, a fast or Friday prayer? Choose a calendar file and see."
      />
      {reply?.report ? <ClashReportView report={reply.report} /> : null}
      {reply?.report ? (
        <SectionRule id="another" title="Check another calendar, or another year">
          <ImportForm reply={reply} />
        </SectionRule>
      ) : (
        <ImportForm reply={reply} />
      )}
    </>
  );
}

function ImportForm({ reply }: { reply: Reply | undefined }) {
  return (
    <Form files errors={reply?.errors}>
      <FileField
        name="file"
        label="Calendar file"
        hint="iCalendar (.ics), 10 MB at most. We read it, answer, and keep nothing of it."
        accept=".ics,text/calendar"
        error={reply?.errors?.file}
        required
      />
      <RadioGroup
        name="window"
        label="Which year"
        required
        options={[
          { value: "last", label: "The last twelve months" },
          { value: "next", label: "The next twelve months" },
        ]}
        defaultValue={reply?.window ?? "last"}
      />
      <div className="row">
        <Button>Check it</Button>
      </div>
    </Form>
  );
}
