import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { OrganisationDetails } from "#app/domain/organisation/organisation.ts";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { withForm } from "#app/http/form.server.ts";
import { redirectWithNotice, takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireUser } from "#app/http/require-scope.server.ts";
import { createOrganisation } from "#db/organisation.server.ts";
import { listMyOrganisations } from "#db/person.server.ts";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { AccountShell } from "#app/ui/shell/account-shell.tsx";
import { DetailsFields } from "#app/ui/organisation/details-fields.tsx";

export const meta = () => [{ title: "Your organisations – Kept" }];

export const loader = refusing(async ({ request }: LoaderFunctionArgs) => {
  const user = await requireUser(request);
  const organisations = await listMyOrganisations(user.id);
  // Somebody who has just signed in and belongs to one organisation wants to be there.
  if (new URL(request.url).searchParams.has("go") && organisations.length === 1)
    throw redirect(`/o/${organisations[0]!.slug}`);
  const { notice, headers } = await takeNotice(request);
  return data({ organisations, notice }, { headers });
});

export const action = refusing(async ({ request }: ActionFunctionArgs) => {
  const user = await requireUser(request);
  const mine = await listMyOrganisations(user.id);
  if (!mine.some(({ role }) => role === "owner")) {
    throw Refusal.forbidden("Only somebody who owns an organisation here can set up another.");
  }
  return withForm(request, OrganisationDetails, async (details) => {
    const { slug } = await createOrganisation(user.id, details);
    return redirectWithNotice(`/o/${slug}`, `${details.name} is set up. You are its owner.`);
  });
});

export default function OrganisationsPage() {
  const { organisations, notice } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <AccountShell title="Your organisations" notice={notice}>
      {organisations.length === 0 ? (
        <p>You belong to no organisation at present. Ask an owner to invite you.</p>
      ) : (
        <ul className="stack">
          {organisations.map(({ id, slug, name, role }) => (
            <li key={id}>
              <Link to={`/o/${slug}`}>{name}</Link>, {roleNames[role].name.toLowerCase()}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/account">Your account</Link>
      </p>
      {organisations.some(({ role }) => role === "owner") ? (
        <SectionRule id="another" title="Set up another organisation">
          <Form errors={reply?.errors}>
            <DetailsFields reply={reply} />
            <Button>Set it up</Button>
          </Form>
        </SectionRule>
      ) : null}
    </AccountShell>
  );
}
