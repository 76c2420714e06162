import { isCurrent, type NavLink } from "./nav-link.ts";

/** The links of a navigation. `path` is the page being read; `exact` stops a room from claiming the pages under it. */
export function NavList({
  links,
  path,
  className = "nav-list",
  exact = [],
  label,
}: {
  links: NavLink[];
  path?: string;
  className?: string;
  exact?: string[];
  /** What its links have in common, said with the list: a heading here would stand before the page's own. */
  label?: string | undefined;
}) {
  return (
    <ul className={className} aria-label={label}>
      {links.map((link) => {
        const current = isCurrent(link.href, path);
        return (
          <li key={link.href}>
            <a
              href={link.href}
              aria-current={current === "true" && exact.includes(link.href) ? undefined : current}
            >
              {link.label}
              {link.count ? <span className="count">{link.count}</span> : null}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
