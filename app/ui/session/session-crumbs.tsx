import { useParams } from "@remix-run/react";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";

type Crumb = { label: string; href: string };

/** The way back from a page under a session. @param title of the session @param more steps between it and the page, by their addresses under the session's */
export function SessionCrumbs({ title, more = [] }: { title: string; more?: Crumb[] }) {
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/sessions`;
  const session = `${base}/${id}`;
  return (
    <Breadcrumbs
      items={[
        { label: "Sessions", href: base },
        { label: title, href: session },
        ...more.map(({ label, href }) => ({ label, href: `${session}${href}` })),
      ]}
    />
  );
}
