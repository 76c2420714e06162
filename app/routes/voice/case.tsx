import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import { happenings } from "#app/domain/feedback/open-door.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { countTry } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { checkIn, readCase, type Case } from "#db/open-door.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { Paragraphs } from "#app/ui/journey/paragraphs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

const Opening = z.object({
  code: z.string("Type the code.").max(40),
  passphrase: z.string("Type your passphrase.").max(200),
  day: z.int().optional(),
  happened: z.enum(happenings).optional(),
  words: z.string().default(""),
});

export const headers = privateHeaders;
export const meta = () => [{ title: "Read the answer – Kept" }];

export const loader = (_args: LoaderFunctionArgs) => null;

// Code and passphrase are sent each time and kept nowhere: there is no session to steal, and no cookie.
export const action = refusing(async ({ request, context }: ActionFunctionArgs) => {
  return withForm(request, Opening, async ({ code, passphrase, day, happened, words }) => {
    await countTry("case-address", clientAddress(context));
    await countTry("case-code", code.toUpperCase());
    try {
      if (day !== undefined && happened) await checkIn(code, passphrase, { day, happened, words }, today());
      return { found: await readCase(code, passphrase, today()), code };
    } catch (error) {
      if (error instanceof Refusal && error.detail.kind === "not-found")
        throw Refusal.invalid({
          form: ["No case has this code and passphrase. Check both, then try again."],
        });
      throw error;
    }
  });
});

const states: Record<Case["state"], string> = {
  waiting: "It has arrived and waits to be read.",
  taken: "It is taken up and will be answered.",
  refused: "It was refused. This is why:",
  answered: "This is the answer:",
};

const happenedNames = { no: "No", yes: "Yes", "rather-not-say": "I would rather not say" };

export default function CasePage() {
  const answer = useActionData<FormReply | { found: Case; code: string }>();
  const slug = useParams().slug ?? "";
  const open = answer && "found" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const field = fieldOf(reply);
  const due = open?.found.checkIns?.find(({ state }) => state === "due");
  return (
    <>
      <PageHeading title="Read the answer" lede="With the code you were given and your own passphrase." />
      {open ? (
        <SectionRule id="case" title={`What you sent on ${formatDate(open.found.receivedOn)}`}>
          <blockquote className="said as-typed">{open.found.words}</blockquote>
          <p>{states[open.found.state]}</p>
          {open.found.reply ? <Paragraphs text={open.found.reply} className="measure" /> : null}
          {open.found.answerBy && open.found.state !== "answered" ? (
            <p>An answer is owed by {formatDate(open.found.answerBy)}.</p>
          ) : null}
          {open.found.checkIns && !due ? (
            <Notice kind="info">
              Come back after{" "}
              {formatDate(
                open.found.checkIns.find(({ state }) => state === "later")?.dueOn ?? open.found.receivedOn,
              )}
              : we ask whether anything happened to you for speaking.
            </Notice>
          ) : null}
        </SectionRule>
      ) : null}
      {open && due ? (
        <SectionRule
          id="check-in"
          title="Did anything happen to you for speaking?"
          lede={`It is ${due.day} days since you spoke. Only the board reads this.`}
        >
          <Form>
            <input type="hidden" name="code" value={open.code} />
            <input type="hidden" name="day" value={due.day} />
            <RadioGroup
              name="happened"
              label="Did anything happen?"
              options={happenings.map((value) => ({ value, label: happenedNames[value] }))}
              required
            />
            <TextArea name="words" label="What happened" rows={4} />
            <TextField
              name="passphrase"
              label="Your passphrase again"
              type="password"
              autoComplete="off"
              required
            />
            <Button>Send</Button>
          </Form>
        </SectionRule>
      ) : null}
      {open ? null : (
        <Form errors={reply?.errors}>
          <TextField
            {...field("code")}
            label="Code"
            hint="Twelve letters and digits."
            autoComplete="off"
            required
          />
          <TextField
            name="passphrase"
            label="Passphrase"
            type="password"
            autoComplete="off"
            error={reply?.errors.passphrase}
            required
          />
          <Button>Read the answer</Button>
        </Form>
      )}
      <p>
        <a href={journeyPath(slug)}>Back to the journey</a>
      </p>
    </>
  );
}
