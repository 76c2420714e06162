import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { SaidRevision } from "#app/domain/feedback/said.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { requireSaid } from "#db/feedback-read.server.ts";
import { rewrite } from "#db/feedback.server.ts";
import { versionOf } from "#app/ui/commitment/form-values.ts";
import { TwoVersions } from "#app/ui/commitment/two-versions.tsx";
import { Notice } from "#app/ui/data/notice.tsx";
import { ConfirmBox } from "#app/ui/feedback/confirm-box.tsx";
import { DoorFields } from "#app/ui/feedback/door-fields.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { titleOf } from "#app/ui/feedback/loop-list.tsx";
import { SaidFields } from "#app/ui/feedback/said-fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const Rewritten = SaidRevision.safeExtend({
  version: z.int("This page is out of date. Open it again, then save."),
  confirmed: z.boolean().default(false),
});

export const meta = () => [{ title: "Correct how it is written down – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id, version, words, inTheirWords, byWhom, people, askedFor, ...rest } = await requireSaid(
    scope,
    params.id ?? "",
  );
  const { sensitivity, wordsUse, summary, takenBackOn, door } = rest;
  const use = { sensitivity, wordsUse, summary };
  return {
    id,
    version,
    takenBackOn,
    door,
    stored: { words, inTheirWords, byWhom, people, askedFor, ...use },
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const id = params.id ?? "";
  return withForm(request, Rewritten, async ({ version, confirmed, ...said }) => {
    await rewrite(scope, id, version, said, today(), { confirmed });
    return redirectWithNotice(`/o/${params.organisation}/feedback/loops/${id}`, "It is written down anew.");
  });
});

export default function WordsPage() {
  const { id, version, takenBackOn, door, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const nobodyLeft = takenBackOn !== null && stored.people === 1;
  const room = `/o/${useParams().organisation}/feedback`;
  return (
    <>
      <LoopCrumbs room={room} id={id} title={titleOf({ words: stored.words, takenBackOn })} />
      <PageHeading title="Correct how it is written down" />
      {nobodyLeft ? (
        <Notice kind="warn">
          <p>
            The one person who said this took the words back on {formatDate(takenBackOn!)}. Nothing can be
            written down in their place. That something was said stays counted.
          </p>
        </Notice>
      ) : takenBackOn ? (
        <Notice kind="warn">
          <p>
            Somebody took their words back on {formatDate(takenBackOn)}. Write down only what the others said,
            and only if there are others. What you save here may be published again.
          </p>
        </Notice>
      ) : null}
      {nobodyLeft ? (
        <p>
          <ButtonLink href={`${room}/loops/${id}`} variant="second">
            Back
          </ButtonLink>
        </p>
      ) : (
        <Form errors={reply?.errors}>
          <TwoVersions
            reply={reply}
            fields={[
              { label: "What they said", name: "words", stored: stored.words },
              { label: "Who said it", name: "byWhom", stored: stored.byWhom },
              { label: "How many", name: "people", stored: stored.people },
              { label: "What they asked for", name: "askedFor", stored: stored.askedFor },
              { label: "What may be published", name: "wordsUse", stored: stored.wordsUse },
              { label: "Summary", name: "summary", stored: stored.summary },
            ]}
          />
          <HiddenVersion version={versionOf(reply, version)} />
          <ConfirmBox reply={reply} />
          {door ? (
            <DoorFields reply={reply} stored={stored} asked={door} />
          ) : (
            <SaidFields reply={reply} stored={stored} />
          )}
          <SaveBar note="What was published stays until you publish again, and the change shows.">
            <Button>Save</Button>
            <ButtonLink href={`${room}/loops/${id}`} variant="quiet">
              Cancel
            </ButtonLink>
          </SaveBar>
        </Form>
      )}
    </>
  );
}
