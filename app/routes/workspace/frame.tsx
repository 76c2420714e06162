import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  Outlet,
  useLoaderData,
  useLocation,
  useParams,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { roleNames } from "#app/domain/organisation/role-names.ts";
import { takeNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import { Notice } from "#app/ui/data/notice.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { ErrorPage, errorWords } from "#app/ui/shell/error-page.tsx";
import { errorSaid } from "#app/ui/shell/error-said.ts";
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

type Framed = Extract<ReturnType<typeof useRouteLoaderData<typeof loader>>, object>;

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [{ title: `${errorWords(errorSaid(error)).title} – Kept` }] : [];

/** The frame of every page of one organisation's workspace. */
export default function WorkspaceFrame() {
  const framed = useLoaderData<typeof loader>();
  return (
    <Frame {...framed}>
      {framed.notice ? <Notice kind="saved">{framed.notice}</Notice> : null}
      <Outlet />
    </Frame>
  );
}

/** What a page of the workspace throws stands within the frame; what the frame itself throws has none. */
export function ErrorBoundary() {
  const went = errorSaid(useRouteError());
  const framed = useRouteLoaderData<typeof loader>("routes/workspace/frame");
  const { organisation } = useParams();
  // After a refused form Remix does not load the frame of the page that refuses it.
  if (!framed) return <ErrorPage {...went} back={went.status === 403 ? `/o/${organisation}` : undefined} />;
  const { title, lede } = errorWords(went);
  return (
    <Frame {...framed}>
      <PageHeading title={title} lede={lede} />
      <ul>
        <li>
          <a href={`/o/${framed.organisation.slug}`}>Go to the overview</a>
        </li>
      </ul>
    </Frame>
  );
}

function Frame({ organisation, person, role, children }: Framed & { children: ReactNode }) {
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
      {children}
    </WorkspaceShell>
  );
}
