import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LeaveSite } from "./leave-site.tsx";
import type { NavLink } from "./nav-link.ts";
import { NavList } from "./nav-list.tsx";
import { SignedIn } from "./signed-in.tsx";
import { SkipLink } from "./skip-link.tsx";

/** Rooms under one heading of the rail; a group without a heading comes first. */
export type RoomGroup = { heading?: string; links: NavLink[] };

type WorkspaceShellProps = {
  children: ReactNode;
  organisation: { name: string; href: string };
  rooms: RoomGroup[];
  /** The path being read. */
  path: string;
  person: string;
  /** As a word: "owner", "editor", "reviewer". */
  memberRole: string;
  signOutAction: string;
  demonstration?: boolean;
  /** Buttons that stay at the bottom edge while the page scrolls: a `SaveBar`, when it is not inside the form itself. */
  saveBar?: ReactNode;
};

/** The frame of every signed-in page: the rail on a wide screen, the same rooms behind "Menu" on a narrow one. */
export function WorkspaceShell(props: WorkspaceShellProps) {
  const { organisation, rooms, path } = props;
  const groups = rooms.map((group) => (
    <div key={group.heading ?? ""}>
      {group.heading ? (
        <p className="rail-heading" aria-hidden="true">
          {group.heading}
        </p>
      ) : null}
      <NavList
        className="rail-list"
        label={group.heading}
        links={group.links}
        path={path}
        exact={[organisation.href]}
      />
    </div>
  ));
  const signedIn = (
    <SignedIn person={props.person} memberRole={props.memberRole} signOutAction={props.signOutAction} />
  );
  return (
    <div className="workspace">
      <SkipLink />
      <header className="bar">
        <div className="bar-inside">
          <Brand />
          <a className="brand-room" href={organisation.href}>
            {organisation.name}
          </a>
          <div className="bar-end">
            <details className="menu person">
              <summary>{props.person}</summary>
              <div className="menu-panel">{signedIn}</div>
            </details>
            <LeaveSite />
            <details className="menu">
              <summary>Menu</summary>
              <div className="menu-panel">
                <nav aria-label="Rooms">
                  <NavList
                    links={rooms.flatMap((group) => group.links)}
                    path={path}
                    exact={[organisation.href]}
                  />
                </nav>
                {signedIn}
              </div>
            </details>
          </div>
        </div>
      </header>
      {props.demonstration ? <DemonstrationBanner name={organisation.name} /> : null}
      <div className="workspace-body">
        <div className="rail">
          <nav className="rail-inside" aria-label="Rooms">
            {groups}
          </nav>
        </div>
        <main className="page" id="main" tabIndex={-1}>
          {props.children}
          {props.saveBar}
        </main>
      </div>
    </div>
  );
}
