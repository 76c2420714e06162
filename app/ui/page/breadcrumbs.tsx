/** Where this page hangs. An item without `href` is a plain word (a kind, a region); the page itself is not repeated. */
export function Breadcrumbs({ items }: { items: { label: string; href?: string }[] }) {
  return (
    <nav className="crumbs" aria-label="You are in">
      <ol className="crumb-list">
        {items.map((item) => (
          <li key={item.label}>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</li>
        ))}
      </ol>
    </nav>
  );
}
