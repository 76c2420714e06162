import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { WorkspaceShell } from "#app/ui/shell/workspace-shell.tsx";
import stylesheet from "#app/ui/styles/desk.css?url";
import { roomsOf } from "./rooms.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, user, organisation } = await requireWorkspace(request, params.organisation);
  const { demonstration } = await findOrganisation(scope);
  const { notice, headers } = await takeNotice(request);
  return data(
    {
      organisation: { ...organisation, demonstration },
      person: user.name,
      role: scope.role,
      notice,
    },
    { headers },
  );
});

/** The frame of every page of one organisation's workspace. */
export default function WorkspaceFrame() {
  const { organisation, person, role, notice } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <WorkspaceShell
      organisation={{ name: organisation.name, href: `/o/${organisation.slug}` }}
      rooms={roomsOf(organisation.slug, role)}
      path={pathname}
      person={person}
      memberRole={roleNames[role].name.toLowerCase()}
      signOutAction="/sign-out"
      demonstration={organisation.demonstration}
    >
      {notice ? <Notice kind="saved">{notice}</Notice> : null}
      <Outlet />
    </WorkspaceShell>
  );
}
