import { Outlet, useParams } from "@remix-run/react";
import { Notice } from "#app/ui/data/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

/** The public frame around pages that are not public yet. */
export default function PreviewLayout() {
  const desk = `/o/${useParams().organisation}/publish`;
  return (
    <PublicShell account={{ href: desk, label: "Back to the workspace" }}>
      <Notice kind="warn">
        This is a preview. Nobody outside sees it until you <a href={desk}>publish</a>. Reasons that you have
        still to give are missing from it.
      </Notice>
      <Outlet />
    </PublicShell>
  );
}
