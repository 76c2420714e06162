import { isAboutLink } from "#app/domain/organisation/private-link.ts";
import { PageHeading } from "../page/page-heading.tsx";
import { PublicShell } from "./public-shell.tsx";

const pages: Record<number, { title: string; lede: string }> = {
  400: {
    title: "We could not read that",
    lede: "Something in the address or the form is not as it should be.",
  },
  403: { title: "Not for this account", lede: "Your role does not allow this." },
  404: {
    title: "We could not find that page",
    lede: "It may have moved, or the address may be cut short. Nothing that was published disappears: look for it from the journey it belongs to.",
  },
  405: {
    title: "Nothing can be sent to that page",
    lede: "Go back to the page with the form, and send it from there.",
  },
  409: {
    title: "Not as things stand now",
    lede: "What you were working on has changed in the meantime.",
  },
  429: { title: "Too many tries", lede: "Wait a little and try again." },
};

const broken = {
  title: "Something went wrong on our side",
  lede: "It is not your doing. Nothing was published or lost. Try again in a moment.",
};

const closedLink = "This private link does not open";

type Went = { status: number; sentence?: string | undefined };

/** What happened, in a heading and a sentence. */
export function errorWords({ status, sentence }: Went): { title: string; lede: string } {
  if (sentence && isAboutLink(sentence)) return { title: closedLink, lede: sentence };
  const { title, lede } = pages[status] ?? broken;
  return { title, lede: status === 404 || isFromFramework(sentence) ? lede : (sentence ?? lede) };
}

/**
 * What a reader sees when a page cannot be shown: what happened, and where to go from here.
 * @param back address of the workspace that somebody was working in
 */
export function ErrorPage({ back, ...went }: Went & { back?: string }) {
  const { title, lede } = errorWords(went);
  return (
    <PublicShell>
      <PageHeading title={title} lede={lede} />
      {title === closedLink ? (
        // Whoever holds a letter or a message has no business with anything else here.
        <p>Nothing that you said before is lost. You need no account.</p>
      ) : (
        <ul>
          {back ? (
            <li>
              <a href={back}>Go back to your organisation</a>
            </li>
          ) : null}
          <li>
            <a href="/journeys">Find an organisation’s journey</a>
          </li>
          <li>
            <a href="/recommendations">Read the recommendations</a>
          </li>
          <li>
            <a href="/">Go to the first page</a>
          </li>
        </ul>
      )}
    </PublicShell>
  );
}

/** What Remix says of an address without an action is written for programmers. */
function isFromFramework(sentence: string | undefined): boolean {
  return sentence?.startsWith("Error: ") === true;
}
