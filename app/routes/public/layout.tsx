import { Outlet, useLocation, useMatches } from "@remix-run/react";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

const footer = [
  { href: "/about", label: "About" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/privacy", label: "Privacy" },
];

/** The frame of every signed-out page. Pages about an invented organisation say so by `demonstration` in their data. */
export default function PublicLayout() {
  const { pathname } = useLocation();
  const page = useMatches().at(-1)?.data as { demonstration?: string } | undefined;
  return (
    <PublicShell path={pathname} demonstration={page?.demonstration} footer={footer}>
      <Outlet />
    </PublicShell>
  );
}
