import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { can, requireAbility } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope, requireWorkspace } from "#app/http/require-scope.server.ts";
import { inScope } from "#db/client.server.ts";
import { missingSecondPair } from "#db/four-eyes.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { PublishDesk } from "#app/ui/publishing/publish-desk.tsx";

export const meta = () => [{ title: "Publish – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const { proposal, fingerprint } = await previewPublication(scope);
  const mayPublish = can(scope.role, "record.publish");
  return {
    proposal,
    fingerprint,
    mayPublish,
    slug: organisation.slug,
    waitsFor: mayPublish ? await inScope(scope, (tx) => missingSecondPair(tx, scope, proposal)) : [],
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  requireAbility(scope, "record.publish");
  const values = Object.fromEntries(await readForm(request));
  try {
    const { firstIndex, size } = await publish(scope, {
      fingerprint: textOf(values.fingerprint),
      reasons: reasonsIn(values),
    });
    return redirect(`/o/${params.organisation}/publish/receipt?from=${firstIndex}&size=${size}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.detail.kind === "invalid") return again(values, error.detail.fields, 400);
    if (error.detail.kind === "conflict") return again(values, { form: [error.message] }, 409);
    throw error;
  }
});

const prefix = "reason:";

function reasonsIn(values: Record<string, FormDataEntryValue>): Record<string, string> {
  const named = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), textOf(value)]));
}

function textOf(value: FormDataEntryValue | undefined): string {
  return typeof value === "string" ? value : "";
}

export default function Publish() {
  const { proposal, fingerprint, mayPublish, slug, waitsFor } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <>
      <PageHeading
        title="Publish"
        lede="The difference between your workspace and what the public sees. Once published it stays: you can correct it in sight, and never take it back in silence."
      />
      <PublishDesk
        proposal={proposal}
        fingerprint={fingerprint}
        mayPublish={mayPublish}
        waitsFor={waitsFor}
        boardHref={`/o/${slug}/board`}
        previewHref={`/o/${slug}/publish/preview`}
        publicHref={journeyPath(slug)}
        errors={reply?.errors}
        typed={reply?.values}
      />
    </>
  );
}
