import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { requireEditor } from "#app/http/editing.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { inviteMakers } from "#db/persona-makers.server.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "A link for the makers – Kept" }];

/** The page of the persona as it was asked for: an id that is none may hold what no header can. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  await requireScope(request, params.organisation);
  return redirect(new URL(request.url).pathname.replace(/\/makers(\.data)?\/?$/, ""));
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const token = await inviteMakers(scope, params.id!, new Date());
  return { link: `${context.publicUrl}/personas/makers/${token}` };
});

export default function InviteMakersPage() {
  const made = useActionData<typeof action>();
  const { organisation, id } = useParams();
  return (
    <>
      <PageHeading
        title="A link for the makers"
        lede="Copy it now: it is shown this once and kept nowhere. Give each group its own."
      />
      {made ? (
        <p className="measure">
          <code>{made.link}</code>
        </p>
      ) : null}
      <p>
        <a href={`/o/${organisation}/personas/${id}`}>Back to the persona</a>
      </p>
    </>
  );
}
