import { useLocation, useParams } from "@remix-run/react";
import { Tabs } from "../data/tabs.tsx";

const views = [
  ["", "Overview"],
  ["/funds", "Funds"],
  ["/offers", "Offers"],
  ["/payments", "Payments"],
  ["/bids", "Bids"],
  ["/rates", "Rates"],
  ["/staff", "Staff parity"],
  ["/turnouts", "Turnouts"],
  ["/summary", "For the public"],
  ["/guidance", "Guidance"],
] as const;

/** The pages of the pay room. */
export function PayTabs() {
  const { organisation } = useParams();
  const { pathname } = useLocation();
  const base = `/o/${organisation}/pay`;
  const links = views.map(([path, label]) => ({ href: base + path, label }));
  const current =
    links.findLast(({ href }) => pathname === href || (href !== base && pathname.startsWith(`${href}/`)))
      ?.href ?? base;
  return <Tabs label="Pay" links={links} current={current} />;
}
