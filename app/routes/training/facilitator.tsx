import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { day } from "#app/domain/commitment/fields.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { ChangeInput } from "#app/domain/training/training-input.ts";
import { expiresOn, promptsDue } from "#app/domain/training/training.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm, withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { answerPrompt, findTraining, markAsLeft, removeFacilitator } from "#db/training.server.ts";
import { formatDate, londonDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { DateField } from "#app/ui/forms/date-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { typedOr } from "#app/ui/commitment/form-values.ts";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Left = z.object({ leftOn: day("Give the day on which they left.") });
const asks = { "3-months": "3 months", "12-months": "12 months" } as const;

export const meta = () => [{ title: "Facilitator – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { facilitators, courses, completions, led } = await findTraining(scope);
  const found = facilitators.find(({ id }) => id === params.id);
  if (!found) throw Refusal.notFound("facilitator");
  return {
    facilitator: found,
    completions: completions
      .filter(({ facilitatorId }) => facilitatorId === found.id)
      .map((one) => {
        const course = courses.find(({ id }) => id === one.courseId)!;
        return {
          ...one,
          course: course.title,
          expires: expiresOn(one, course),
          prompts: promptsDue(one, today()),
          lapsed: expiresOn(one, course) < today(),
        };
      }),
    led: led
      .filter(({ facilitatorId, status }) => facilitatorId === found.id && status !== "called-off")
      .map(({ sessionId, title, startsAt }) => {
        const on = londonDate(startsAt);
        return { sessionId, title, on, ahead: on > today() };
      }),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [id, base] = [params.id!, `/o/${params.organisation}/training`];
  switch ((await readForm(request.clone())).get("intent")) {
    case "change":
      return withForm(request, ChangeInput, async (change) => {
        await answerPrompt(scope, change, today());
        return redirectWithNotice(`${base}/facilitators/${id}`, "What changed is recorded.");
      });
    case "back":
      return withForm(request, z.object({}), async () => {
        await markAsLeft(scope, id, null, today());
        return redirectWithNotice(`${base}/facilitators/${id}`, "They are in the list again.");
      });
    case "remove":
      return withForm(request, z.object({}), async () => {
        await removeFacilitator(scope, id);
        return redirectWithNotice(base, "The entry is removed.");
      });
    default:
      return withForm(request, Left, async ({ leftOn }) => {
        await markAsLeft(scope, id, leftOn, today());
        return redirectWithNotice(
          `${base}/facilitators/${id}`,
          "They are marked as left. What they led stays.",
        );
      });
  }
});

export default function FacilitatorPage() {
  const { facilitator, completions, led, mayEdit } = useLoaderData<typeof loader>();
  const sent = useActionData<FormReply>();
  const { organisation } = useParams();
  const reply = (name: string) => ((sent?.values.intent ?? "left") === name ? sent : undefined);
  const ofAPrompt = completions.some(
    ({ id, prompts }) =>
      id === sent?.values.completionId && prompts.some(({ askedFor }) => askedFor === sent.values.askedFor),
  );
  return (
    <>
      <Breadcrumbs items={[{ label: "Training", href: `/o/${organisation}/training` }]} />
      <PageHeading
        title={facilitator.label}
        lede={[
          facilitator.basis === "internal" ? "Our staff." : "From outside.",
          facilitator.recommendedBy && `Recommended by ${facilitator.recommendedBy}.`,
          facilitator.leftOn && `Left on ${formatDate(facilitator.leftOn)}.`,
        ]
          .filter(Boolean)
          .join(" ")}
      />
      <StaleErrors reply={ofAPrompt ? undefined : reply("change")} />
      <SectionRule id="completions" title="Courses completed">
        {completions.length === 0 ? <p>None yet.</p> : null}
        {completions.map((one) => (
          <article key={one.id}>
            <h3>{one.course}</h3>
            <p>
              Completed {formatDate(one.completedOn)}; {one.lapsed ? "ran out" : "counts until"}{" "}
              {formatDate(one.expires)}. Shown by: {one.evidence}.
            </p>
            {one.changes.map((change) => (
              <p key={change.askedFor} className="as-typed">
                After {asks[change.askedFor]}: {change.text}
              </p>
            ))}
            {mayEdit
              ? one.prompts.map(({ askedFor }) => {
                  const typed = reply("change");
                  const mine =
                    typed?.values.completionId === one.id && typed.values.askedFor === askedFor
                      ? typed
                      : undefined;
                  return (
                    <Form key={askedFor} errors={mine?.errors}>
                      <input type="hidden" name="intent" value="change" />
                      <input type="hidden" name="completionId" value={one.id} />
                      <input type="hidden" name="askedFor" value={askedFor} />
                      <TextArea
                        name="text"
                        label={`What changed in practice after ${asks[askedFor]}?`}
                        hint="“Nothing” is an answer."
                        required
                        defaultValue={typedOr(mine, "text", "")}
                        error={mine?.errors.text}
                      />
                      <Button variant="second">Record what changed</Button>
                    </Form>
                  );
                })
              : null}
          </article>
        ))}
      </SectionRule>
      <SectionRule id="led" title="Sessions led">
        <SessionList sessions={led.filter(({ ahead }) => !ahead)} base={`/o/${organisation}/sessions`} />
      </SectionRule>
      {led.some(({ ahead }) => ahead) ? (
        <SectionRule id="ahead" title="Named for sessions to come">
          <SessionList sessions={led.filter(({ ahead }) => ahead)} base={`/o/${organisation}/sessions`} />
        </SectionRule>
      ) : null}
      {mayEdit ? (
        <div className="no-print">
          <SectionRule id="left" title={facilitator.leftOn ? "The day they left" : "Left"} rule="quiet">
            <Form errors={(reply("left") ?? reply("remove") ?? reply("back"))?.errors}>
              <input type="hidden" name="intent" value="left" />
              <DateField
                name="leftOn"
                label="Left on"
                required
                defaultValue={typedOr(reply("left"), "leftOn", facilitator.leftOn)}
                error={reply("left")?.errors.leftOn}
              />
              <Button variant="second">{facilitator.leftOn ? "Change the day" : "Mark as left"}</Button>
            </Form>
            <form method="post">
              <input type="hidden" name="intent" value={facilitator.leftOn ? "back" : "remove"} />
              <Button variant="quiet">
                {facilitator.leftOn ? "They have not left, or are back" : "Entered by mistake: remove"}
              </Button>
            </form>
          </SectionRule>
        </div>
      ) : null}
    </>
  );
}

type Listed = { sessionId: string; title: string; on: string };

function SessionList({ sessions, base }: { sessions: readonly Listed[]; base: string }) {
  if (sessions.length === 0) return <p>None yet.</p>;
  return (
    <ul>
      {sessions.map(({ sessionId, title, on }) => (
        <li key={sessionId}>
          <a href={`${base}/${sessionId}`}>{title}</a>, {formatDate(on)}
        </li>
      ))}
    </ul>
  );
}
