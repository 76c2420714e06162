import type { NavLink } from "../shell/nav-link.ts";

/** Views of one thing, each with an address of its own. `current` is the address of the one being read. */
export function Tabs({ label, links, current }: { label: string; links: NavLink[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul className="tab-list">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.href === current ? "page" : undefined}>
              {link.label}
              {link.count ? <span className="count">{link.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
