import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { checked } from "#app/domain/checked.ts";
import { Refusal, type FieldErrors } from "#app/domain/refusal.ts";
import type { PollSlot } from "#app/domain/session/poll.ts";
import { PollInput, readSlots } from "#app/domain/session/poll-input.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { openPoll } from "#db/session-poll.server.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { PollForm } from "#app/ui/session/poll-form.tsx";
import { PollLinks } from "#app/ui/session/poll-links.tsx";

export const meta = () => [{ title: "A poll – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireEditor(request, params.organisation);
  return null;
});

type Typed = { title: string; links: string; closesOn: string; chosen: string[]; offered: PollSlot[] };
type Reply = { made: { id: string; links: string[] } } | { errors: FieldErrors; typed: Typed };

/** The links are answered with the page itself: they are shown this once and kept nowhere. */
export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const form = await readForm(request);
  try {
    const { slot, ...poll } = checked(PollInput, {
      title: form.get("title") ?? undefined,
      slot: form.getAll("slot"),
      links: form.get("links") || undefined,
      closesOn: form.get("closesOn") || undefined,
    });
    const { id, tokens } = await openPoll(scope, { ...poll, slots: slot }, today());
    const links = tokens.map((token) => `${context.publicUrl}/answer-session/${token}`);
    return data<Reply>({ made: { id, links } }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof Refusal) || error.detail.kind !== "invalid") throw error;
    return data<Reply>({ errors: error.detail.fields, typed: typedIn(form) }, { status: 400 });
  }
});

/** What was typed, and every time that was on offer, for the form to show again. */
function typedIn(form: FormData): Typed {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const chosen = readSlots(form.getAll("slot"));
  const offered = readSlots([...form.getAll("offered"), ...form.getAll("slot")]);
  return {
    title: text("title"),
    links: text("links"),
    closesOn: text("closesOn"),
    chosen: chosen.map(({ start }) => start),
    offered: [...new Map(offered.map((one) => [one.start, one])).values()],
  };
}

export default function NewPollPage() {
  const reply = useActionData<Reply>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/sessions`;
  if (reply && "made" in reply)
    return <PollLinks links={reply.made.links} poll={`${base}/polls/${reply.made.id}`} />;
  return (
    <>
      <Breadcrumbs items={[{ label: "Find a time", href: `${base}/find` }]} />
      <PageHeading
        title="A poll"
        lede={
          reply
            ? "What you typed and ticked is still here."
            : "Find times first, tick some of them, and ask about those."
        }
      />
      {reply ? (
        <PollForm errors={reply.errors} typed={reply.typed} />
      ) : (
        <ButtonLink href={`${base}/find`}>Find a time</ButtonLink>
      )}
    </>
  );
}
