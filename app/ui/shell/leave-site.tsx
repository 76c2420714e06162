import { Icon } from "../marks/icon.tsx";

/** Somewhere that anybody might be reading. */
export const neutralSite = "https://www.bbc.co.uk/weather";

/**
 * The quick way out: an ordinary link, so that it works without JavaScript. `public/leave.js` makes it (and Shift pressed
 * three times) replace this page in the tab's history. Fixed at the bottom edge on a phone by the stylesheet.
 */
export function LeaveSite() {
  return (
    <a className="leave" href={neutralSite} rel="noreferrer" data-leave="">
      <Icon name="leave" />
      Leave this site
    </a>
  );
}
