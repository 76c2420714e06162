import { Breadcrumbs } from "../page/breadcrumbs.tsx";

export function RoundCrumbs({ base, round }: { base: string; round?: { id: string; title: string } }) {
  return (
    <Breadcrumbs
      items={[
        { label: "Recruitment", href: base },
        ...(round ? [{ label: round.title, href: `${base}/${round.id}` }] : []),
      ]}
    />
  );
}
