import { ThreadMark } from "../marks/thread-mark.tsx";

/** The mark and the name, as a link home. */
export function Brand({ href = "/" }: { href?: string }) {
  return (
    <a className="brand" href={href}>
      <ThreadMark />
      Kept
    </a>
  );
}
