import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerField, readAnswers } from "#app/domain/audit/answers-form.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireLink } from "#app/http/require-link.server.ts";
import { takeNotice } from "#app/http/notice.server.ts";
import { today } from "#app/http/today.server.ts";
import { answerAudit, seatOf, withdrawAnswers } from "#db/audit-seats.server.ts";
import type { OpenLink } from "#db/private-link.server.ts";
import { AnswerSheet } from "#app/ui/audit/answer-sheet.tsx";
import { data } from "@remix-run/node";

export const meta = () => [{ title: "How far are we? – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const link = await requireLink(context, params.token, "answer-audit");
  const { voice, round, given, state } = await seatOf(link, today());
  const { notice, headers } = await takeNotice(request);
  headers.set("Cache-Control", "no-store");
  const stored = given.flatMap(({ question, level, evidence, evidenceOn, note }) =>
    Object.entries({ level, evidence, evidenceOn: evidenceOn ?? "", note }).map(([part, value]) => [
      answerField(part as "level", question),
      value,
    ]),
  );
  return data(
    {
      notice,
      voice,
      state,
      title: round.title,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      instrument: round.instrument,
      stored: Object.fromEntries(stored) as Record<string, string>,
      day: today(),
    },
    { headers },
  );
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const link = await requireLink(context, params.token, "answer-audit");
  const { round } = await seatOf(link, today());
  const form = await readForm(request);
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  if (values.intent === "withdraw") return withdraw(request, link);
  const { answers, errors } = readAnswers(round.instrument, (name) => values[name]);
  if (Object.keys(errors).length > 0) return again(values, errors, 400);
  if (answers.length === 0)
    return again(
      values,
      { form: ["Nothing is chosen yet. Choose an answer to at least one question."] },
      400,
    );
  try {
    await answerAudit(link, answers, today());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.detail.kind === "invalid") return again(values, error.detail.fields, 400);
    if (error.detail.kind === "conflict") return again(values, { form: [error.message] }, 409);
    throw error;
  }
  const stored = (await seatOf(link, today())).given.length;
  const left = round.instrument.questions.length - stored;
  return redirectWithNotice(
    new URL(request.url).pathname,
    left > 0
      ? `Saved. ${left} ${left === 1 ? "question has" : "questions have"} no answer yet: come back with this link, or leave it so.`
      : "Saved. Thank you. You can change your answers with this link until the round closes.",
  );
});

async function withdraw(request: Request, link: OpenLink) {
  try {
    await withdrawAnswers(link, today());
  } catch (error) {
    if (!(error instanceof Refusal) || error.detail.kind !== "conflict") throw error;
    return again({}, { form: [error.message] }, 409);
  }
  return redirectWithNotice(
    new URL(request.url).pathname,
    "Your answers are taken back, and nothing of them is kept. You can answer again until the round closes.",
  );
}

export default function AuditAnswerPage() {
  const reply = useActionData<FormReply>();
  return <AnswerSheet {...useLoaderData<typeof loader>()} reply={reply} />;
}
