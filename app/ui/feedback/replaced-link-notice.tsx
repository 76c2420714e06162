import { Notice } from "../data/notice.tsx";

/** For a link that was made anew: what was said with the one before counts, and is not shown to whoever holds this one. */
export function ReplacedLinkNotice() {
  return (
    <Notice kind="info">
      This link takes the place of one before it, which has stopped working. If you answered with that one,
      your answer stays, and to be safe it is not shown here. Where the two differ, the one that is less kind
      to the organisation counts, with what was written beside it: so nobody can make a new link and better an
      answer in your place.
    </Notice>
  );
}
