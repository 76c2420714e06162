import { writtenDay } from "#app/domain/dates/written-day.ts";

type Text = { subject: string; text: string };

/** To somebody who spoke: what came of it, over a private link. */
export function heardMail({
  organisation,
  number,
  url,
}: {
  organisation: string;
  number: number;
  url: string;
}): Text {
  return {
    subject: `What came of what you told ${organisation}`,
    text: `You told ${organisation} something. This is what came of it, and you can say whether it reflects what you said:

${url}

The address is yours alone. You need no account, and nobody is told who answered what.
You can also take your words back there.

If the address does not work, ask ${organisation} for a new one and name link number ${number}.
`,
  };
}

/** To somebody whom a promise affects: was it kept? */
export function attestationMail(facts: {
  organisation: string;
  promise: string;
  number: number;
  closesOn: string;
  url: string;
}): Text {
  const { organisation, promise, number, closesOn, url } = facts;
  return {
    subject: `Did ${organisation} keep a promise?`,
    text: `${organisation} promised: ${promise}

You are affected by it, so your word counts. Say whether it was kept:

${url}

The address is yours alone. You need no account, and nobody is told who answered what.
You can answer until ${writtenDay(closesOn)}.

If the address does not work, ask ${organisation} for a new one and name invitation number ${number}.
`,
  };
}

/** To the writer of a protected challenge. It names neither the organisation nor what was said: others may read this mailbox. */
export function checkInMail({ url }: { url: string }): Text {
  return {
    subject: "You asked us to write to you today",
    text: `You asked us to write to you today. When you are alone, and not on a computer that belongs to somebody else, open

${url}

You need the passphrase that you chose. If this message is not for you, you need do nothing.
`,
  };
}

/** To a board member: that something waits, and nothing of what it is. */
export function boardMail({ organisation, url }: { organisation: string; url: string }): Text {
  return {
    subject: `Something waits for the board of ${organisation}`,
    text: `Something has come in that only the board of ${organisation} may read. Sign in to read it:

${url}

Please do not pass this message on to the people who do the work.
`,
  };
}
