/** `about` says what it is and how large: "CSV, 14 KB". */
export type Download = { href: string; label: string; about?: string };

/** Files and feeds that carry the same facts away. */
export function DownloadList({ items }: { items: Download[] }) {
  return (
    <ul className="downloads">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>{item.label}</a>
          {item.about ? <span className="soft"> {item.about}</span> : null}
        </li>
      ))}
    </ul>
  );
}
