import { useParams } from "@remix-run/react";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";

type Crumb = { label: string; href: string };

/** The way back from a page under a preflight. @param title of the session */
export function PreflightCrumbs({ title, more }: { title: string; more?: Crumb }) {
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/sessions`;
  return (
    <Breadcrumbs
      items={[
        { label: "Sessions", href: base },
        { label: title, href: `${base}/${id}` },
        { label: "Preflight", href: `${base}/${id}/preflight` },
        ...(more ? [more] : []),
      ]}
    />
  );
}
