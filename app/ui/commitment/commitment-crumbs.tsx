import { Breadcrumbs } from "../page/breadcrumbs.tsx";

/** Where a page about one commitment hangs. */
export function CommitmentCrumbs({ base, title }: { base: string; title?: string }) {
  const list = base.slice(0, base.lastIndexOf("/"));
  return (
    <Breadcrumbs
      items={[{ label: "Commitments", href: list }, ...(title ? [{ label: title, href: base }] : [])]}
    />
  );
}
