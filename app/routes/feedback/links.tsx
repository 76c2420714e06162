import { countOf } from "#app/domain/counted.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { addDays } from "#app/domain/dates/days.ts";
import { MailList } from "#app/domain/feedback/mail-list.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { listLoopMail, mailLoopLinks } from "#db/feedback-heard-mail.server.ts";
import {
  issueLoopLetters,
  linkDays,
  listLoopLinks,
  makeLoopLinkAnew,
  switchLoopLinksOff,
  type IssuedLink,
} from "#db/feedback-links.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import type { UndeliveredMail } from "#db/attestation-links.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";

import { fieldOf, replyFor } from "#app/ui/feedback/field-of.ts";
import { Letters, type Letter } from "#app/ui/feedback/letters.tsx";
import { ChosenLink, LostLinks } from "#app/ui/feedback/lost-links.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { titleOf } from "#app/ui/feedback/loop-list.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { NumberField } from "#app/ui/forms/number-field.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lettersOf } from "./letters.server.ts";

const Links = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("letters"), count: z.int("Say how many letters.") }),
  z.object({ intent: z.literal("mail"), addresses: MailList, confirmed: z.boolean().default(false) }),
  z.object({ intent: z.literal("anew"), number: z.int("Choose a number.") }),
  z.object({ intent: z.literal("off"), number: z.int("Choose a number.") }),
  z.object({
    intent: z.literal("all-off"),
    sure: z.literal("on", "Tick the box if you are sure. Those who have a link cannot use it any more."),
  }),
]);

export const meta = () => [{ title: "Ask the people who spoke – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [loop, { name }, undelivered, made] = await Promise.all([
    requireLoop(scope, params.id ?? "", today()),
    findOrganisation(scope),
    listLoopMail(scope, params.id ?? ""),
    listLoopLinks(scope, params.id ?? ""),
  ]);
  const chosen = Number(new URL(request.url).searchParams.get("invitation"));
  const { id, words, takenBackOn, people, asked, saidOn, source } = loop;
  return {
    loop: { id, words, takenBackOn, people, asked, saidOn, source: source.title },
    organisation: name,
    undelivered,
    made,
    chosen: made.find(({ number }) => number === chosen),
    until: addDays(today(), linkDays),
    mailLeaves: installation().mailLeaves,
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  const here = `/o/${params.organisation}/feedback/loops/${id}`;
  const { origin, secret } = installation();
  const letterOf = ({ token, number }: IssuedLink) => ({ url: `${origin}/heard/${token}`, number });
  return withForm(request, Links, async (wish) => {
    switch (wish.intent) {
      case "letters": {
        const issued = await issueLoopLetters(scope, id, wish.count, today());
        return { letters: await lettersOf(issued.map(letterOf)) };
      }
      case "mail": {
        const sent = await mailLoopLinks(scope, id, wish.addresses, { origin, secret }, today(), wish);
        const twice = wish.addresses.length - sent;
        return redirectWithNotice(
          here,
          `${countOf(sent, "message is", "messages are")} on the way.${
            twice > 0 ? ` ${countOf(twice, "line was", "lines were")} a repeat: each address gets one.` : ""
          }`,
        );
      }
      case "anew": {
        const issued = await makeLoopLinkAnew(scope, id, wish.number, today());
        return { letters: await lettersOf([letterOf(issued)]) };
      }
      case "off":
        await switchLoopLinksOff(scope, id, wish.number, today());
        return redirectWithNotice(`${here}/links`, `Link ${wish.number} is switched off. That is published.`);
      case "all-off":
        await switchLoopLinksOff(scope, id, "all", today());
        return redirectWithNotice(`${here}/links`, "Every link is switched off. That is published.");
    }
  });
});

function mailWords({ state, attempts, lastError }: UndeliveredMail): string {
  const why = lastError ? `: ${lastError}` : "";
  if (state === "failed") return `Did not arrive${why}. Mail it again, or give a letter instead.`;
  return attempts === 0 ? "Waits to be sent" : `Tried ${countOf(attempts, "time")}, and will be again${why}`;
}

export default function LinksPage() {
  const { loop, organisation, until, mailLeaves, undelivered, made, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<FormReply | { letters: Letter[] }>();
  const letters = answer && "letters" in answer ? answer.letters : undefined;
  const reply = answer && "values" in answer ? answer : undefined;
  const room = `/o/${useParams().organisation}/feedback`;
  const letterReply = replyFor(reply, "letters");
  const mailReply = replyFor(reply, "mail");
  if (letters)
    return (
      <>
        <div className="not-letters">
          <LoopCrumbs room={room} id={loop.id} title={titleOf(loop)} />
          <PageHeading title="Letters to print" />
          <Notice kind="warn">
            <p>
              Print this page now. These addresses are shown this once and stored nowhere. Whoever holds one
              can answer in that person’s place, so give each to one person.
            </p>
          </Notice>
        </div>
        <Letters
          letters={letters}
          title="What came of what you told us"
          about={`You took part in “${loop.source}”. Read what came of what was said there, and say whether it reflects what you said.`}
          organisation={organisation}
          until={until}
        />
      </>
    );
  return (
    <>
      <LoopCrumbs room={room} id={loop.id} title={titleOf(loop)} />
      <PageHeading
        title="Ask the people who spoke"
        lede={`${loop.people} people said this. Each gets a private link of their own: no account, no tracking, and it works on an old phone.`}
      />
      <SectionRule id="letters" title="On paper, or in your own message">
        <Form errors={letterReply?.errors}>
          <input type="hidden" name="intent" value="letters" />
          <NumberField {...fieldOf(letterReply)("count")} label="How many links" whole required />
          <div className="row">
            <Button>Make letters to print</Button>
            <Button variant="second" formAction={`${room}/loops/${loop.id}/links.csv`}>
              Make a list for mail merge (CSV)
            </Button>
          </div>
        </Form>
      </SectionRule>
      <SectionRule
        id="mail"
        title="By email"
        lede="Once a message has arrived, nobody can see which address got which link. One that does not arrive is shown here."
      >
        <div className="stack">
          {mailLeaves ? null : (
            <Notice kind="info">
              <p>No mail server is set up, so messages wait in the outbox.</p>
            </Notice>
          )}
          <Form errors={mailReply?.errors}>
            <input type="hidden" name="intent" value="mail" />
            <ConfirmBox
              reply={mailReply}
              notYet="Nothing is sent yet."
              tick="I have looked. Send a new link to every address in the list."
            />
            <TextArea
              {...fieldOf(mailReply)("addresses")}
              label="Email addresses"
              hint="One on each line."
              rows={5}
              required
            />
            <Button variant="second">Mail the links</Button>
          </Form>
          {undelivered.length > 0 ? (
            <DataTable
              caption="Messages that have not arrived"
              rows={undelivered}
              rowKey={({ address, attempts }) => `${address} ${attempts}`}
              columns={[
                { header: "Address", rowHeader: true, cell: ({ address }) => address },
                { header: "Message", cell: mailWords },
              ]}
            />
          ) : null}
        </div>
      </SectionRule>
      {chosen ? <ChosenLink {...chosen} /> : null}
      {made.length > 0 ? (
        <LostLinks made={made} reply={replyFor(reply, "all-off")} />
      ) : (
        <StaleErrors reply={replyFor(reply, "all-off")} />
      )}
      <StaleErrors reply={replyFor(reply, "anew") ?? replyFor(reply, "off")} />
    </>
  );
}
