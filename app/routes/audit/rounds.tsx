import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { closesBeforeItOpens, inOrder, roundState } from "#app/domain/audit/round-state.ts";
import { addDays } from "#app/domain/dates/days.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listRounds, openRound, requireRoundRow } from "#db/audit.server.ts";
import { instrumentKey, openableInstruments } from "#db/audit-instruments.server.ts";
import { RoundTable } from "#app/ui/audit/round-table.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const roundsPerPage = 20;

const day = z.iso.date("Give the day as year-month-day, such as 2026-03-31.");
/** All mistakes are named at once: the order of the days is looked at even where the name is missing. */
const newRound = (instruments: readonly string[]) =>
  z
    .object({
      title: z.string("Give the round a name, such as “Spring 2026”.").trim().min(1).max(200),
      instrument: z
        .string("Choose what people are asked.")
        .refine((key) => instruments.includes(key), "Choose one of the instruments in the list."),
      opensOn: day,
      closesOn: day,
    })
    .refine((round) => inOrder(round), {
      path: ["closesOn"],
      error: closesBeforeItOpens,
      when: ({ value }) => Days.safeParse(value).success,
    });
const Days = z.object({ opensOn: day, closesOn: day });

export const meta = () => [{ title: "Self-audit – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const afterId = new URL(request.url).searchParams.get("after");
  const after = afterId ? await requireRoundRow(scope, afterId) : undefined;
  const [rounds, instruments] = [
    await listRounds(scope, after, roundsPerPage + 1),
    await openableInstruments(scope),
  ];
  const now = today();
  return {
    rounds: rounds.slice(0, roundsPerPage).map((round) => ({
      id: round.id,
      title: round.title,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      state: roundState(round, now),
      published: round.publishedQuestions.length > 0,
    })),
    older: rounds.length > roundsPerPage ? rounds[roundsPerPage - 1]!.id : undefined,
    instruments: instruments.map((one) => ({
      value: instrumentKey(one),
      label: `${one.title} (version ${one.version}, ${one.questions.length} questions)`,
    })),
    mayEdit: can(scope.role, "workspace.edit"),
    day: now,
    close: addDays(now, 28),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const instruments = new Map((await openableInstruments(scope)).map((one) => [instrumentKey(one), one]));
  return withForm(request, newRound([...instruments.keys()]), async ({ instrument, ...round }) => {
    const id = await openRound(scope, { ...round, instrument: instruments.get(instrument)! });
    return redirectWithNotice(
      `/o/${params.organisation}/audit/${id}`,
      "The round is there. Next, invite people of each voice.",
    );
  });
});

export default function RoundsPage() {
  const { rounds, older, instruments, mayEdit, day: now, close } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/audit`;
  return (
    <>
      <PageHeading
        title="Self-audit"
        lede="How far are we, and who says so? The team, the board, co-producers and partners answer the same questions. Where they differ is the finding."
      />
      {rounds.length > 0 ? (
        <RoundTable rounds={rounds} base={base} />
      ) : (
        <EmptyState title="No round yet">
          <p>A round asks each voice the same questions, by a private link, without names.</p>
        </EmptyState>
      )}
      <Pager older={older ? `${base}?after=${older}` : undefined} of="rounds" />
      {mayEdit ? (
        <SectionRule id="open" title="Open a round">
          <Form errors={reply?.errors}>
            <TextField
              name="title"
              label="Name of the round"
              defaultValue={typedOr(reply, "title", "")}
              error={reply?.errors.title}
              required
            />
            <SelectField
              name="instrument"
              label="What people are asked"
              options={instruments}
              defaultValue={typedOr(reply, "instrument", instruments[0]?.value)}
              error={reply?.errors.instrument}
              required
            />
            <DateField
              name="opensOn"
              label="First day"
              defaultValue={typedOr(reply, "opensOn", now)}
              error={reply?.errors.opensOn}
              required
            />
            <DateField
              name="closesOn"
              label="Last day"
              defaultValue={typedOr(reply, "closesOn", close)}
              error={reply?.errors.closesOn}
              required
            />
            <Button>Open the round</Button>
          </Form>
        </SectionRule>
      ) : null}
      <p className="after-list">
        <a href={`${base}/instruments`}>Instruments: read the questions, or bring your own</a>
      </p>
      {mayEdit ? (
        <p className="after-list">
          <a href={`${base}/import`}>Import rounds that were held elsewhere</a>
        </p>
      ) : null}
    </>
  );
}
