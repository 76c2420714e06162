import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { addDays } from "#app/domain/dates/days.ts";
import { AttestationInput, nextRoundFrom, verdictNames, verdicts } from "#app/domain/feedback/attestation.ts";
import { OptionalMailList } from "#app/domain/feedback/mail-list.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { installation } from "#app/http/installation.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listRounds, openRound } from "#db/attestation.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { fieldOf } from "#app/ui/feedback/field-of.ts";
import { Letters, type Letter } from "#app/ui/feedback/letters.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { TallyBars } from "#app/ui/feedback/tally-bars.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { StaleErrors } from "#app/ui/forms/stale-errors.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { NumberField } from "#app/ui/forms/number-field.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { lettersOf } from "./letters.server.ts";

const Asking = AttestationInput.extend({ addresses: OptionalMailList });

export const meta = () => [{ title: "Was it kept? – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const id = params.id ?? "";
  const [{ title, status }, rounds, { name }] = await Promise.all([
    requireCommitment(scope, id),
    listRounds(scope, id),
    findOrganisation(scope),
  ]);
  const next = rounds[0] ? nextRoundFrom(rounds[0].openedOn) : null;
  return {
    title,
    done: status === "done",
    rounds,
    organisation: name,
    mayEdit: can(scope.role, "workspace.edit"),
    notBefore: next && next > today() ? next : null,
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  return withForm(request, Asking, async ({ addresses, ...input }) => {
    const { origin } = installation();
    const mailing = { addresses, origin };
    const { tokens } = await openRound(scope, params.id ?? "", input, today(), mailing);
    if (tokens.length === 0)
      return redirectWithNotice(
        `/o/${params.organisation}/feedback/attestations/${params.id}`,
        `${addresses.length} messages are on their way.`,
      );
    return {
      letters: await lettersOf(
        // Those who were mailed to have the first numbers.
        tokens.map((token, position) => ({
          url: `${origin}/attest/${token}`,
          number: addresses.length + position + 1,
        })),
      ),
      until: addDays(today(), input.days),
    };
  });
});

export default function AttestationPage() {
  const { title, done, rounds, organisation, mayEdit, notBefore } = useLoaderData<typeof loader>();
  const answer = useActionData<FormReply | { letters: Letter[]; until: string }>();
  const made = answer && "letters" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;
  const room = `/o/${useParams().organisation}/feedback`;
  const field = fieldOf(reply, { days: 30 });
  if (made)
    return (
      <>
        <div className="not-letters">
          <LoopCrumbs room={room} />
          <PageHeading title="Letters to print" />
          <Notice kind="warn">
            <p>
              Print this page now, or copy the addresses into your own messages. They are shown this once and
              stored nowhere. Give each to one person.
            </p>
          </Notice>
        </div>
        <Letters
          letters={made.letters}
          title="Was this promise kept?"
          about={`${organisation} promised: ${title}. You are affected by it, so your word counts.`}
          organisation={organisation}
          until={made.until}
        />
      </>
    );
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title={title}
        lede={
          done
            ? "You say it is done. Ask the people affected whether they agree."
            : "You can ask at any time."
        }
      />
      {rounds.map((round) => (
        <SectionRule
          key={round.id}
          id={`round-${round.id}`}
          title={`Asked on ${formatDate(round.openedOn)}`}
          lede={`${round.invited} invited. They can answer until ${formatDate(round.closesOn)}.`}
        >
          {round.tally ? (
            <TallyBars
              label="Was it kept?"
              rows={verdicts.map((verdict) => ({
                word: verdictNames[verdict],
                count: round.tally![verdict],
              }))}
            />
          ) : (
            <p>Fewer than 3 people have answered, so there is nothing to show.</p>
          )}
          {round.caveat ? <Notice kind="warn">{round.caveat} The public reads this too.</Notice> : null}
          <p className="small soft">
            Answers are added in threes, and the rest when the time to answer is over, so that no change tells
            what one person said.
          </p>
          {mayEdit ? (
            <p>
              <a href={`${room}/attestations/${round.commitmentId}/rounds/${round.id}`}>
                Invitations: send again, or switch off
              </a>
            </p>
          ) : null}
          <p className="small soft">How they were chosen: {round.howChosen}</p>
          {round.comments.length > 0 ? (
            <ul className="stack">
              {round.comments.map((comment, position) => (
                <li className="said" key={position}>
                  {comment}
                </li>
              ))}
            </ul>
          ) : null}
        </SectionRule>
      ))}
      <StaleErrors reply={notBefore ? reply : undefined} />
      {mayEdit && notBefore ? <p>You may ask again from {formatDate(notBefore)}.</p> : null}
      {mayEdit && !notBefore ? (
        <SectionRule
          id="ask"
          title="Ask people"
          lede="How many you invite, and how you chose them, is published with the next publication, whatever they answer. It cannot be changed later."
        >
          <Form errors={reply?.errors}>
            <NumberField {...field("invited")} label="How many people you invite" whole required />
            <NumberField
              {...field("affected")}
              label="How many people the promise affects"
              hint="As far as you know. Inviting a few of many shows as what it is."
              whole
            />
            <TextArea
              {...field("addresses")}
              label="Email addresses, if you write to them by mail"
              hint="One on each line. Everybody else gets a letter to print. Once a message has arrived, nothing ties its address to its link."
              rows={4}
            />
            <TextArea {...field("howChosen")} label="How you chose them" rows={3} required />
            <NumberField {...field("days")} label="How long they can answer" unit="days" whole required />
            <Button>Invite them</Button>
          </Form>
        </SectionRule>
      ) : null}
    </>
  );
}
