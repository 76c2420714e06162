import type { ReactNode } from "react";
import { Notice } from "../data/notice.tsx";
import { Brand } from "./brand.tsx";
import { LeaveSite } from "./leave-site.tsx";
import { SkipLink } from "./skip-link.tsx";

type AccountShellProps = {
  title: string;
  /** What was just done, once. */
  notice?: string | undefined;
  children: ReactNode;
};

/** The frame of the pages about an account: sign in, accept an invitation, reset a password. One sheet, nothing else. */
export function AccountShell({ title, notice, children }: AccountShellProps) {
  return (
    <>
      <SkipLink />
      <header className="bar">
        <div className="bar-inside">
          <Brand />
          <div className="bar-end">
            <LeaveSite />
          </div>
        </div>
      </header>
      <main className="page account" id="main" tabIndex={-1}>
        <div className="sheet stack">
          {notice ? <Notice kind="saved">{notice}</Notice> : null}
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </>
  );
}
