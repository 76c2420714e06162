import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { saidItems, type PreflightItem } from "#app/domain/session/preflight-items.ts";
import { findings, PreflightSheet } from "#app/domain/session/preflight.ts";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { decidePreflight } from "#db/preflight-decision.server.ts";
import { saveTemplate, startFromTemplate } from "#db/preflight-template.server.ts";
import { findPreflight, recordAfterwards, savePreflight } from "#db/preflight.server.ts";
import { recordAnswers, requireCheck, startCheck } from "#db/need-check.server.ts";
import {
  checkDraft,
  planSession,
  requireSession,
  reviseSession,
  setSessionStatus,
} from "#db/session.server.ts";

const hall = {
  venue: "The hall on Mill Street",
  place: "Newcastle upon Tyne",
  facilities: ["prayer-room", "washing", "kitchen-separation", "step-free", "quiet-room"],
};

const notes: Partial<Record<(typeof saidItems)[number], string>> = {
  "facilitators-paid": "£60 an hour each, by invoice within ten days",
  "affinity-space": "The small room, for half an hour before and after",
  "check-ins": "Debrief on the day; a call to each person two days later",
  "content-note": "On the invitation and said at the start",
  "stepping-out": "The quiet room is open all the time; nobody asks why",
  responder: "Facilitator A stops the room; the lead follows up within a day",
  rate: "£25 an hour, in cash or vouchers as people choose",
  "preparation-paid": "One hour of reading and half an hour of debrief are paid",
  "up-front": "Fares and childcare are paid with the invitation",
  "budget-line": "Seed money for bids",
  "plain-invitation": "Read by two people who take part",
  "large-print": "Copies in 18 point; the file goes out a week before",
  interpreters: "Urdu and British Sign Language are booked",
  phone: "A number that costs nothing to call",
  "other-channel": "Voice messages for a week afterwards",
  handout: "With the invitation",
  loop: "A page in plain words, by post and by voice message",
};

/**
 * A session that was cleared with a reason, held and told; the next one, begun from its template and not ready yet; and one
 * that was cleared and then moved to another hour, so that its decision holds no more.
 */
export async function tellPreflights(scope: Scope, today: string, leading: readonly string[]): Promise<void> {
  const first = await plan(
    scope,
    addDays(today, -44),
    "Questions for the maternity wards",
    addDays(today, -85),
  );
  const { heldOn } = first;
  const day = (ahead: number) => addDays(heldOn, ahead);
  const sheet = arranged(day(-30), day(21));
  await walkThrough(scope, first.id, day(-34));
  await savePreflight(scope, first.id, 0, sheet, leading, day(-33));
  const open = findings((await findPreflight(scope, first.id)).lines);
  const why = "Found out on the day of the visit, five days before: we tell those who ask.";
  const reasons = Object.fromEntries(open.map(({ item }) => [item, why]));
  await decidePreflight(scope, first.id, { outcome: "go-with-reasons", reasons }, day(-32));
  const invited = { ...sheet, invitedOn: day(-28), handoutOn: day(-28) };
  await savePreflight(scope, first.id, 1, invited, leading, day(-28));
  const { session } = await requireSession(scope, first.id);
  await setSessionStatus(scope, first.id, session.version, { status: "held", shared: false }, day(1));
  await recordAfterwards(
    scope,
    first.id,
    2,
    {
      whatHappened: "The group wrote nine questions and struck out four of ours. The interpreter came late.",
      couldNotCome: "Two people who work days. Nobody else said.",
      toChange: "An evening as well, and the interpreter an hour before.",
      notAsPlanned: ["interpreters"],
    },
    day(2),
  );
  await saveTemplate(scope, first.id, { title: "A day in the hall" });
  const next = await plan(scope, addDays(today, 38), "What the wards answered", today);
  const [template] = (await findPreflight(scope, next.id)).templates;
  await startFromTemplate(scope, next.id, 0, template!.id, today);
  await moveAfterwards(scope, today, leading);
}

/** Everything is arranged. @param readyBy day by which it was, @param reportBy day to report back; ISO */
function arranged(readyBy: string, reportBy: string): PreflightSheet {
  const owners: Partial<Record<PreflightItem, string>> = {
    responder: "Facilitator A",
    loop: "Director of Patient Experience",
  };
  return PreflightSheet.parse({
    racismDiscussed: "yes",
    twoRacialised: "yes",
    owner: "Co-production lead",
    readyBy,
    items: Object.fromEntries(
      saidItems.map((item) => [
        item,
        {
          state: "done",
          note: notes[item] ?? "Arranged",
          owner: owners[item] ?? "",
          dueOn: item === "loop" ? reportBy : "",
        },
      ]),
    ),
  });
}

/** Cleared five days ago; the hall was free in the afternoon alone, and nobody has decided again. */
async function moveAfterwards(scope: Scope, today: string, leading: readonly string[]): Promise<void> {
  const title = "Reading the answers together";
  const { id, heldOn, draft } = await plan(scope, addDays(today, 24), title, addDays(today, -9));
  await walkThrough(scope, id, addDays(today, -7));
  await savePreflight(
    scope,
    id,
    0,
    arranged(addDays(today, 3), addDays(heldOn, 21)),
    leading,
    addDays(today, -6),
  );
  const { lines, accepted } = await findPreflight(scope, id);
  const open = findings(lines);
  const reasons = Object.fromEntries(open.map(({ item }) => [item, "The group knows, and wants to begin."]));
  const outcome = open.length + accepted.length > 0 ? "go-with-reasons" : "go";
  await decidePreflight(scope, id, { outcome, reasons }, addDays(today, -5));
  const { session } = await requireSession(scope, id);
  const times = { startTime: "13:30", endTime: "15:30", breaks: "14:25-14:40" };
  const moved = await withReason(scope, { ...draft, ...times });
  await reviseSession(scope, id, session.version, moved, addDays(today, -2));
}

/** A Tuesday morning on or after a day, with a reason for whatever it meets. */
async function plan(scope: Scope, from: string, title: string, plannedOn: string) {
  const weekday = new Date(`${from}T12:00:00Z`).getUTCDay();
  const heldOn = addDays(from, (2 - weekday + 7) % 7);
  const draft: SessionInput = {
    title,
    purpose: "Work on the questions of the maternity bid together",
    date: heldOn,
    startTime: "10:00",
    endTime: "12:00",
    breaks: "10:55-11:10",
    ...hall,
  };
  return { heldOn, draft, id: await planSession(scope, await withReason(scope, draft), plannedOn) };
}

async function withReason(scope: Scope, draft: SessionInput): Promise<SessionInput> {
  const { conflicts } = await checkDraft(scope, draft);
  const meets = conflicts.some(({ severity }) => severity === "serious");
  const acceptReason = "The group chose this day itself and knows what it meets.";
  return meets ? { ...draft, acceptReason } : draft;
}

/** The everyone check, with all that was seen at a visit and two things that nobody asked. */
async function walkThrough(scope: Scope, subjectId: string, on: string): Promise<void> {
  const check = await startCheck(scope, { subject: "session", subjectId, everyone: true, personas: [] }, on);
  const { rows } = await requireCheck(scope, check);
  const answers = rows.map(({ need }, i) =>
    i % 23 === 11
      ? { need: need.id, answer: "not-known" as const, evidence: "" }
      : { need: need.id, answer: "met" as const, evidence: "Seen at the visit, or on the invitation" },
  );
  await recordAnswers(scope, check, { answers }, on);
}
