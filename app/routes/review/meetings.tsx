import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import {
  askForFourEyes,
  findBoardSettings,
  listMeetings,
  planMeeting,
  recordMeeting,
} from "#db/board-plan.server.ts";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Work = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    // What is wrong with them is said at once, with the rules of meetings.
    heldOn: z.string().default(""),
    title: z.string().default(""),
  }),
  z.object({
    intent: z.literal("plan"),
    nextMeetingOn: z.iso.date("Give the day as year-month-day, such as 2026-03-31.").optional(),
  }),
  z.object({ intent: z.literal("four-eyes"), on: z.enum(["yes", "no"]) }),
]);

export const meta = () => [{ title: "Meetings – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { fourEyes, nextMeetingOn } = await findBoardSettings(scope);
  return {
    fourEyes,
    nextMeetingOn,
    meetings: await listMeetings(scope),
    mayPlan: can(scope.role, "board.plan"),
    mayReview: can(scope.role, "review.write"),
    day: today(),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const here = `/o/${params.organisation}/board/meetings`;
  const wanted = (await readForm(request.clone())).get("intent");
  requireAbility(scope, wanted === "four-eyes" ? "review.write" : "board.plan");
  return withForm(request, Work, async (work) => {
    if (work.intent === "record") {
      await recordMeeting(scope, work, today());
      return redirectWithNotice(here, "The meeting is recorded.");
    }
    if (work.intent === "plan") {
      await planMeeting(scope, work.nextMeetingOn ?? null, today());
      return redirectWithNotice(
        here,
        work.nextMeetingOn ? "The next meeting is set." : "No next meeting is set now.",
      );
    }
    await askForFourEyes(scope, work.on === "yes");
    return redirectWithNotice(
      here,
      work.on === "yes" ? "A second pair of eyes is asked for." : "Switched off.",
    );
  });
});

export default function MeetingsPage() {
  const { fourEyes, nextMeetingOn, meetings, mayPlan, mayReview, day } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation } = useParams();
  return (
    <>
      <Breadcrumbs items={[{ label: "Board view", href: `/o/${organisation}/board` }]} />
      <PageHeading title="Meetings and rules" />
      <SectionRule id="meetings" title="Meetings">
        {meetings.length > 0 ? (
          <ul>
            {meetings.map(({ id, heldOn, title }) => (
              <li key={id}>
                {formatDate(heldOn)}: {title}
              </li>
            ))}
          </ul>
        ) : (
          <p>No meeting is recorded yet.</p>
        )}
        <p>
          {nextMeetingOn ? `The next meeting is on ${formatDate(nextMeetingOn)}.` : "No next meeting is set."}
        </p>
      </SectionRule>
      {mayPlan ? (
        <>
          <SectionRule id="record" title="Record a meeting that was held">
            <Form errors={reply?.values.intent === "record" ? reply.errors : undefined}>
              <input type="hidden" name="intent" value="record" />
              <DateField
                name="heldOn"
                label="Day"
                max={day}
                defaultValue={typedOr(reply, "heldOn", day)}
                error={reply?.errors.heldOn}
                required
              />
              <TextField
                name="title"
                label="Name"
                defaultValue={typedOr(reply, "title", "")}
                error={reply?.errors.title}
                required
              />
              <Button>Record the meeting</Button>
            </Form>
          </SectionRule>
          <SectionRule id="plan" title="Set the next meeting">
            <Form errors={reply?.values.intent === "plan" ? reply.errors : undefined}>
              <input type="hidden" name="intent" value="plan" />
              <DateField
                name="nextMeetingOn"
                label="Day"
                min={day}
                defaultValue={typedOr(reply, "nextMeetingOn", nextMeetingOn)}
                error={reply?.errors.nextMeetingOn}
              />
              <Button variant="second">Set the day</Button>
            </Form>
          </SectionRule>
        </>
      ) : null}
      <SectionRule
        id="four-eyes"
        title="A second pair of eyes"
        lede={
          fourEyes
            ? "On: whatever is published has to be accepted by a reviewer first, exactly as it is."
            : "Off: owners and editors publish without the board."
        }
      >
        {fourEyes ? (
          <p>
            <a href={`/o/${organisation}/board/clearance`}>See what waits for a second pair of eyes</a>
          </p>
        ) : null}
        {mayReview ? (
          <Form errors={reply?.values.intent === "four-eyes" ? reply.errors : undefined}>
            <input type="hidden" name="intent" value="four-eyes" />
            <Button variant="second" name="on" value={fourEyes ? "no" : "yes"}>
              {fourEyes ? "Switch it off" : "Ask for it"}
            </Button>
          </Form>
        ) : (
          <p>Only board reviewers can change this: nobody switches off the check on their own work.</p>
        )}
      </SectionRule>
    </>
  );
}
