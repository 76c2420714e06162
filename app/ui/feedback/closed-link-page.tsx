import type { ReactNode } from "react";
import { Notice } from "../data/notice.tsx";
import { AccountShell } from "../shell/account-shell.tsx";

type ClosedLinkPageProps = {
  sentence: string;
  organisation: string;
  /** A later link works in this one’s place. */
  replaced: boolean;
  /** What it still does. */
  children: ReactNode;
};

/** For the holder of a link that is closed: why, what to do, and the one thing that it still does. */
export function ClosedLinkPage({ sentence, organisation, replaced, children }: ClosedLinkPageProps) {
  return (
    <AccountShell title="This private link is closed">
      <Notice kind="info">{sentence}</Notice>
      {replaced ? <p>A newer link has taken its place. That one does everything that this one did.</p> : null}
      {children}
      <p className="small soft">
        Nothing else is shown here, so that a link that was lost or stolen tells nobody what you or others
        said to {organisation}. This page sets no cookie and follows nobody.
      </p>
    </AccountShell>
  );
}
