import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { inviteAgain, listInvitations, switchInvitationOff } from "#db/attestation-links.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { InvitationTable } from "#app/ui/feedback/invitation-table.tsx";
import { Letters, type Letter } from "#app/ui/feedback/letters.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lettersOf } from "./letters.server.ts";

const number = z.int("Choose an invitation.");
const Step = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("off"), number }),
  z.object({ intent: z.literal("letter"), number }),
  z.object({
    intent: z.literal("mail"),
    number,
    address: z
      .string("Write the email address.")
      .trim()
      .toLowerCase()
      .pipe(z.email("Write one email address, such as name@example.org.")),
  }),
]);

export const meta = () => [{ title: "Invitations – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [page, { name }] = await Promise.all([
    listInvitations(scope, params.id ?? "", params.round ?? ""),
    findOrganisation(scope),
  ]);
  const chosen = Number(new URL(request.url).searchParams.get("invitation"));
  const { closesOn, invited } = page.round;
  return {
    ...page,
    round: { closesOn, invited },
    organisation: name,
    open: closesOn >= today(),
    chosen: page.invitations.find((one) => one.number === chosen),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const [id, round] = [params.id ?? "", params.round ?? ""];
  const here = `/o/${params.organisation}/feedback/attestations/${id}/rounds/${round}`;
  const { origin } = installation();
  return withForm(request, Step, async (step) => {
    switch (step.intent) {
      case "off":
        await switchInvitationOff(scope, id, round, step.number);
        return redirectWithNotice(here, `Invitation ${step.number} is switched off. That is published.`);
      case "letter": {
        const token = await inviteAgain(scope, id, round, step.number, "letter", today());
        return { letters: await lettersOf([{ url: `${origin}/attest/${token}`, number: step.number }]) };
      }
      case "mail":
        await inviteAgain(scope, id, round, step.number, { address: step.address, origin }, today());
        return redirectWithNotice(here, `Invitation ${step.number} is on its way again.`);
    }
  });
});

export default function InvitationsPage() {
  const { round, promise, invitations, organisation, open, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<FormReply | { letters: Letter[] }>();
  const letters = answer && "letters" in answer ? answer.letters : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const params = useParams();
  const room = `/o/${params.organisation}/feedback`;
  const here = `${room}/attestations/${params.id}/rounds/${params.round}`;
  if (letters)
    return (
      <>
        <div className="not-letters">
          <LoopCrumbs room={room} />
          <PageHeading title="A letter to print" />
          <Notice kind="warn">
            <p>
              Print this page now. The address is shown this once, and the one before it has stopped working.
            </p>
          </Notice>
          <p>
            <a href={here}>Back to the invitations</a>
          </p>
        </div>
        <Letters
          letters={letters}
          title="Was this promise kept?"
          about={`${organisation} promised: ${promise}. You are affected by it, so your word counts.`}
          organisation={organisation}
          until={round.closesOn}
        />
      </>
    );
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Invitations"
        lede={`${promise}. ${round.invited} invited; they can answer until ${formatDate(round.closesOn)}. Who has answered is shown to nobody.`}
      />
      {chosen ? (
        <SectionRule
          id="chosen"
          title={`Send invitation ${chosen.number} again`}
          lede="The link before stops working, used or not. What was answered with it stays, and a kinder answer with the new one is not counted. How many you make anew is published."
        >
          {open ? (
            <>
              <form method="post" className="stack">
                <input type="hidden" name="intent" value="letter" />
                <input type="hidden" name="number" value={chosen.number} />
                <Button variant="second">Make a new letter</Button>
              </form>
              <Form errors={reply?.errors}>
                <input type="hidden" name="intent" value="mail" />
                <input type="hidden" name="number" value={chosen.number} />
                <TextField {...fieldOf(reply)("address")} label="Send a new link to" type="email" required />
                <Button variant="second">Mail it</Button>
              </Form>
            </>
          ) : (
            <p>The time to answer is over, so it cannot be sent again.</p>
          )}
        </SectionRule>
      ) : null}
      {chosen?.works ? (
        <SectionRule
          id="off"
          title={`Switch invitation ${chosen.number} off`}
          lede="The link opens nothing any more. What was answered with it stays counted, and how many you switched off is published."
        >
          <form method="post">
            <input type="hidden" name="intent" value="off" />
            <input type="hidden" name="number" value={chosen.number} />
            <Button variant="danger">Switch it off</Button>
          </form>
        </SectionRule>
      ) : null}
      <SectionRule
        id="all"
        title="All invitations"
        lede="Choose a number to send it again or to switch it off."
      >
        <InvitationTable
          caption="Invitations of this round"
          rows={invitations}
          message={({ mail }) =>
            !mail
              ? ""
              : mail.state === "failed"
                ? `Did not reach ${mail.address}: ${mail.lastError ?? ""}`
                : mail.attempts === 0
                  ? `Waits to go to ${mail.address}`
                  : `Tried ${mail.attempts} times (${mail.lastError ?? ""})`
          }
        />
      </SectionRule>
    </>
  );
}
