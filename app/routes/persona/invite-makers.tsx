import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { requireEditor } from "#app/http/editing.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { countMakersLinks, inviteMakers } from "#db/persona-makers.server.ts";
import { requirePersona } from "#db/persona.server.ts";
import { Breadcrumbs } from "#app/ui/page/breadcrumbs.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { MakersSection } from "#app/ui/persona/makers-section.tsx";

export const meta = () => [{ title: "A link for the makers – Kept" }];

/** Also read after a link was made: a redirect from here would take the page away on which the link is shown this once. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { id, title } = await requirePersona(scope, params.id!);
  return { title, links: await countMakersLinks(scope, id) };
});

export const action = refusing(async ({ request, params, context }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const token = await inviteMakers(scope, params.id!, new Date());
  return { link: `${context.publicUrl}/personas/makers/${token}` };
});

export default function InviteMakersPage() {
  const { title, links } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const { organisation, id } = useParams();
  const personas = `/o/${organisation}/personas`;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Personas", href: personas },
          { label: title, href: `${personas}/${id}` },
        ]}
      />
      <PageHeading
        title="A link for the makers"
        lede={
          made
            ? "Copy it now: it is shown this once and kept nowhere. Give each group its own."
            : "A link is shown once, on the day on which it is made, and kept nowhere."
        }
      />
      {made ? (
        <p className="measure">
          <code>{made.link}</code>
        </p>
      ) : null}
      <MakersSection href={`${personas}/${id}/makers`} links={links} again={made !== undefined} />
    </>
  );
}
