import { addDays } from "#app/domain/dates/days.ts";
import type { CheckInDay, Happening } from "#app/domain/feedback/open-door.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { ask } from "#db/open-door.server.ts";
import { answerProtected, checkIn, listProtected } from "#db/protected-challenge.server.ts";

type Past = { slug: string; today: string; board: Scope };

type Invented = {
  daysAgo: number;
  words: string;
  /** Days until the board answered. */
  answered?: { after: number; answer: string };
  checkIns?: readonly { day: CheckInDay; happened: Happening; words?: string }[];
};

// Made up for this demonstration, after nobody, and saying so: what people fear to say is not a thing to borrow.
const mark = "Invented for this demonstration.";

const invented: readonly Invented[] = [
  {
    daysAgo: 212,
    words: `${mark} I raised how invitations are shared out, and was told in the corridor that it would be better to let it rest.`,
    answered: {
      after: 19,
      answer: `${mark} We have taken the sharing out of invitations away from one person. The chair of the board has spoken to the director, without saying what prompted it.`,
    },
    checkIns: [
      { day: 30, happened: "no" },
      { day: 90, happened: "yes", words: `${mark} Since then I am asked to fewer meetings than before.` },
    ],
  },
  {
    daysAgo: 125,
    words: `${mark} Notes of our meetings leave out what was said about a manager.`,
    answered: {
      after: 24,
      answer: `${mark} Notes are now sent to everybody who was there before they are filed, and each may add a line.`,
    },
    checkIns: [
      { day: 30, happened: "no" },
      { day: 90, happened: "rather-not-say" },
    ],
  },
  {
    daysAgo: 75,
    words: `${mark} I was asked to sign that I was content with a decision that I had spoken against.`,
    answered: {
      after: 12,
      answer: `${mark} Nobody has to sign that. The form is withdrawn, and people who signed it were told.`,
    },
    checkIns: [{ day: 30, happened: "no" }],
  },
  { daysAgo: 8, words: `${mark} I do not feel safe to speak when the funder is in the room.` },
];

const passphrase = "only for the demonstration";

/** What people inside the invented trust feared to say, what its board answered, and what they were asked after 30 and 90 days. */
export async function seedProtected({ slug, today, board }: Past): Promise<void> {
  const checks: { on: string; answer: () => Promise<void> }[] = [];
  for (const { daysAgo, words, answered, checkIns = [] } of invented) {
    const on = (after: number) => addDays(today, after - daysAgo);
    const asked = { kind: "protected" as const, wordsUse: "not-published" as const, words, passphrase };
    const code = await ask(slug, undefined, asked, on(0));
    if (answered) {
      const one = (await listProtected(board, on(0))).find((found) => found.words === words)!;
      await answerProtected(board, one.id, { answer: answered.answer }, on(answered.after));
    }
    for (const { day, happened, words = "" } of checkIns) {
      const came = on(day + 2);
      checks.push({ on: came, answer: () => checkIn(code, passphrase, { day, happened, words }, came) });
    }
  }
  // As they came, whoever they came from: what is counted in public moves by three people at a time.
  for (const { answer } of checks.sort((a, b) => (a.on < b.on ? -1 : 1))) await answer();
}
