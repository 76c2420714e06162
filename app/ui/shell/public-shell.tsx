import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { DemonstrationBanner } from "./demonstration-banner.tsx";
import { LeaveSite } from "./leave-site.tsx";
import type { NavLink } from "./nav-link.ts";
import { NavList } from "./nav-list.tsx";
import { SkipLink } from "./skip-link.tsx";

const rooms: NavLink[] = [
  { href: "/journeys", label: "Journeys" },
  { href: "/recommendations", label: "Recommendations" },
  { href: "/calendar", label: "Faith calendar" },
  { href: "/personas", label: "Personas" },
];

type PublicShellProps = {
  children: ReactNode;
  /** The path being read, to mark the room in the navigation. */
  path?: string;
  nav?: NavLink[];
  /** The way into the workspace; a signed-in person gets the link to theirs. */
  account?: NavLink;
  /** The name of the invented organisation this page is about. */
  demonstration?: string;
  footer?: NavLink[];
};

/** The frame of every signed-out page. */
export function PublicShell({
  children,
  path,
  nav = rooms,
  account = { href: "/sign-in", label: "Sign in" },
  demonstration,
  footer = [],
}: PublicShellProps) {
  return (
    <>
      <SkipLink />
      <header className="bar">
        <div className="bar-inside">
          <Brand />
          <nav className="nav-wide" aria-label="Main">
            <NavList links={nav} path={path} />
          </nav>
          <div className="bar-end">
            <a className="bar-link nav-wide" href={account.href}>
              {account.label}
            </a>
            <LeaveSite />
            <details className="menu">
              <summary>Menu</summary>
              <nav className="menu-panel" aria-label="Main">
                <NavList links={[...nav, account]} path={path} />
              </nav>
            </details>
          </div>
        </div>
      </header>
      {demonstration ? <DemonstrationBanner name={demonstration} /> : null}
      <main className="page" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="footer-inside">
          <p className="measure">
            <b>Kept</b> holds organisations to what they promised about anti-racism in co-production.
            Published words cannot be changed without an entry that says so.
          </p>
          {footer.length > 0 ? (
            <nav aria-label="About">
              <NavList links={footer} path={path} />
            </nav>
          ) : null}
        </div>
      </footer>
    </>
  );
}
