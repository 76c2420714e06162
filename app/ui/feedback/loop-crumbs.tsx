import { Breadcrumbs } from "../page/breadcrumbs.tsx";

/** Where a page of this room hangs. `room` is its first address. */
export function LoopCrumbs({ room, id, title }: { room: string; id?: string; title?: string }) {
  return (
    <Breadcrumbs
      items={[
        { label: "Feedback", href: room },
        ...(id && title ? [{ label: title, href: `${room}/loops/${id}` }] : []),
      ]}
    />
  );
}
