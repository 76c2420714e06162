import { formatDate } from "../format.ts";

/** Stands where published words were withdrawn, so that nobody can take words back in silence. */
export function Tombstone({ on, reason }: { on: string; reason: string }) {
  return (
    <p className="tombstone">
      These words were withdrawn on <time dateTime={on}>{formatDate(on)}</time>. Reason given: {reason}
    </p>
  );
}
