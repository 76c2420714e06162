import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { checkedTogether } from "#app/domain/checked.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import { CommitmentContent, OrganisationContent } from "#app/domain/commitment/public.ts";
import {
  AskInput,
  fewestSeconds,
  groundNames,
  mostSeconds,
  ReachInput,
  refusalGrounds,
} from "#app/domain/feedback/open-door.ts";
import { ClockPromiseContent } from "#app/domain/feedback/public.ts";
import { wordsUseNames, wordsUses } from "#app/domain/feedback/said.ts";
import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { contentOf } from "#app/domain/journey/content.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { clientAddress } from "#app/http/client-address.server.ts";
import { formOpened, secondsSince } from "#app/http/form-opened.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/private-page.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { countTry } from "#app/http/rate-limit.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { boardReaders } from "#db/board-readers.server.ts";
import { ask, organisationOf } from "#db/open-door.server.ts";
import { sealAddress } from "#db/sealed-address.server.ts";
import { readState } from "#db/record.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Fieldset } from "#app/ui/forms/fieldset.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { commitmentPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";

// What has to be there, `AskInput` and `ReachInput` say together, so that somebody who is afraid sends this once, not three times.
const typedText = z.string().default("");
const Asked = z.object({
  kind: typedText,
  words: typedText,
  wordsUse: typedText,
  passphrase: typedText,
  reach: z.string().optional(),
  address: typedText,
  opened: typedText,
  /** No person sees this field. */
  website: typedText,
});

export const headers = privateHeaders;
export const meta = () => [{ title: "Ask or challenge – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const slug = params.slug ?? "";
  const state = await readState(slug);
  const latest = <Content,>(subject: string, schema: z.ZodType<Content>) => {
    const version = state.subjects.get(subject)?.at(-1);
    return version && contentOf(version, schema);
  };
  const organisation = latest("organisation", OrganisationContent);
  if (!organisation) throw Refusal.notFound("journey");
  const about = new URL(request.url).searchParams.get("commitment");
  const commitment = about ? latest(`commitment:${about}`, CommitmentContent) : undefined;
  if (about && !commitment) throw Refusal.notFound("commitment");
  return {
    slug,
    organisation: organisation.name,
    demonstration: organisation.demonstration ? organisation.name : undefined,
    about: about && commitment ? { id: about, title: commitment.title } : undefined,
    promise: latest("clock-promise", ClockPromiseContent),
    opened: formOpened(),
    readers: await boardReaders(await organisationOf(slug)),
    // Without a mail server nobody can be written to; on a machine of one’s own the outbox shows what would go.
    mayWrite: installation().mailLeaves || installation().localOutbox,
  };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const about = new URL(request.url).searchParams.get("commitment") ?? undefined;
  return withForm(request, Asked, async ({ opened, website, reach, address, ...asked }) => {
    const seconds = secondsSince(opened);
    if (website !== "" || seconds === undefined || seconds < fewestSeconds)
      throw Refusal.invalid({
        form: [
          "That was sent faster than we expect of a person, or with a hidden field filled in. Wait a few seconds, then send it again.",
        ],
      });
    if (seconds > mostSeconds)
      throw Refusal.invalid({
        form: ["This form was open for more than a day. Look at it once more, then send it."],
      });
    const [input, contact] = checkedTogether([AskInput, asked], [ReachInput, { reach, address }]);
    if (input.kind === "protected") await requireReaders(params.slug ?? "");
    await countTry("open-door-address", clientAddress(context));
    const sealed =
      input.kind === "protected" && contact.reach === "mail"
        ? sealAddress(contact.address, installation().secret)
        : undefined;
    return { code: await ask(params.slug ?? "", about, input, today(), sealed) };
  });
});

/** What nobody could read must not be taken in. */
async function requireReaders(slug: string): Promise<void> {
  const { count } = await boardReaders(await organisationOf(slug));
  if (count === 0)
    throw Refusal.invalid({
      kind: [
        "Nobody on the board has an account here yet, so nobody could read this in confidence. It was not taken in.",
      ],
    });
}

export default function AskPage() {
  const { readers, mayWrite, slug, organisation, about, promise, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<FormReply | { code: string }>();
  const code = answer && "code" in answer ? answer.code : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  // Who only puts a field right may be quick about it: the clock of the form they began goes on.
  const begun = reply && !reply.errors.form ? typed(reply, "opened", opened) : opened;
  const field = fieldOf(reply, { kind: "ask", wordsUse: "as-said", reach: "come-back" });
  const crumbs = [
    { label: "Journeys", href: "/journeys" },
    { label: organisation, href: journeyPath(slug) },
    ...(about ? [{ label: about.title, href: commitmentPath(journeyPath(slug), about.id) }] : []),
  ];
  if (code)
    return (
      <>
        <Breadcrumbs items={crumbs} />
        <PageHeading
          title="It has arrived"
          lede="Write this code down. With your passphrase it opens the answer."
        />
        <div className="stack">
          <p className="case-code">{code}</p>
          <Notice kind="warn">
            We do not know who you are, so we cannot send you the code again. Without it and your passphrase
            nobody can read your answer here.
          </Notice>
          <p>
            Come back to <a href={`${journeyPath(slug)}/ask/answer`}>read the answer</a>.
          </p>
        </div>
      </>
    );
  return (
    <>
      <Breadcrumbs items={crumbs} />
      <PageHeading
        title={about ? `Ask about: ${about.title}` : `Ask or challenge ${organisation}`}
        lede="You need no name, no account and no email address. You get a code to come back with."
      />
      <Form errors={reply?.errors}>
        <input type="hidden" name="opened" value={begun} />
        <div className="trap" aria-hidden="true">
          <label htmlFor="field-website">Leave this empty</label>
          <input id="field-website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <RadioGroup
          {...field("kind")}
          label="What do you want to do?"
          options={[
            { value: "ask", label: "Ask a question" },
            { value: "challenge", label: "Challenge something they say or do" },
            {
              value: "protected",
              label: "Say something that I fear may cost me",
              hint:
                readers.count === 0
                  ? "Not possible yet: nobody on the board has an account here, so nobody could read it in confidence."
                  : `Only the board reads it, not the team: ${countOf(readers.count, "person", "people")}, the newest of them since ${formatDate(londonDay(new Date(readers.latestSince!).toISOString()))}. After 30, 90 and 180 days we ask whether anything happened to you. Do not send it from a work computer.`,
            },
          ]}
          required
        />
        <TextArea
          {...field("words")}
          label="Your words"
          hint="Leave out names, addresses and anything that shows who you are."
          rows={7}
          required
        />
        <RadioGroup
          {...field("wordsUse")}
          label="May your words be published?"
          options={wordsUses.map((value) => ({ value, label: useNames[value] }))}
          required
        />
        <TextField
          name="passphrase"
          label="A passphrase of your own"
          hint="At least 8 characters. Three unrelated words work well. You need it with the code."
          type="password"
          autoComplete="off"
          error={reply?.errors.passphrase}
          required
        />
        {mayWrite && readers.count > 0 ? (
          <Fieldset
            legend="Only if you fear what it may cost you: how may we ask you later?"
            hint="The message says nothing of what you wrote, or to whom. The address is locked away, used for these three messages alone, and deleted after the last."
          >
            <RadioGroup
              {...field("reach")}
              label="After 30, 90 and 180 days"
              options={[
                { value: "come-back", label: "I will come back myself" },
                { value: "mail", label: "Write to me" },
              ]}
            />
            <TextField
              {...field("address")}
              label="Email address"
              hint="Not one that your employer can read."
              type="email"
              autoComplete="off"
            />
          </Fieldset>
        ) : null}
        <Button>Send it</Button>
      </Form>
      <SectionRule id="what-happens" title="What happens with it">
        <p>
          Somebody reads it before it is shown.{" "}
          {promise
            ? `${organisation} promises to say that it arrived in ${promise.acknowledgeWithin} working days and to answer in ${promise.answerWithin}.`
            : `${organisation} has not promised how soon it answers.`}{" "}
          It may be refused on one of these grounds, and each refusal is counted in public:
        </p>
        <ul>
          {refusalGrounds.map((ground) => (
            <li key={ground}>{groundNames[ground]}</li>
          ))}
        </ul>
        <p>
          Have a code already? <a href={`${journeyPath(slug)}/ask/answer`}>Read the answer</a>.
        </p>
      </SectionRule>
    </>
  );
}

const useNames: Record<(typeof wordsUses)[number], string> = {
  ...wordsUseNames,
  "as-said": "Yes, as I write them",
  "in-summary": "Only a summary",
};
