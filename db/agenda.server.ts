import { boardFindings, type Finding } from "#app/domain/commitment/findings.ts";
import { foldJourney, type Journey } from "#app/domain/journey/journey.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { agenda, type AgendaItem } from "#app/domain/review/agenda.ts";
import { claimItems } from "#app/domain/review/claim-items.ts";
import { decisionItems } from "#app/domain/review/decision-items.ts";
import { auditItems, unspentItems, weakenedItems, workItems } from "#app/domain/review/items.ts";
import { owedItems } from "#app/domain/review/owed-items.ts";
import { protectedItems } from "#app/domain/review/protected-items.ts";
import { sessionItems } from "#app/domain/review/session-items.ts";
import { withdrawnItems } from "#app/domain/review/withdrawn-items.ts";
import { listAcceptedConflicts } from "./accepted-conflicts.server.ts";
import { loadRounds } from "./attestation.server.ts";
import { closedDay } from "./audit-publishables.server.ts";
import { listClosedSheets } from "./audit.server.ts";
import { lastMeetingOn } from "./board-plan.server.ts";
import { readersWithin } from "./board-readers.server.ts";
import { listStandings } from "./board.server.ts";
import { inScope, readTogether } from "./client.server.ts";
import { listOwed } from "./feedback-read.server.ts";
import { listProtected } from "./protected-challenge.server.ts";
import { findOrganisation } from "./organisation.server.ts";
import { readState } from "./record.server.ts";
import { listFunds } from "./remuneration.server.ts";
import { listReviews } from "./review.server.ts";
import { waitingCases } from "./waiting-cases.server.ts";

export type Board = {
  lastMeetingOn: string | null;
  items: (AgendaItem & { isNew: boolean })[];
  /** Questions that no ranking needs: silence, nothing to show, targets moved before anybody outside saw them. */
  findings: Finding[];
  commitments: number;
  /** What the public sees, if anything. */
  journey: Journey | undefined;
  slug: string;
};

/** A further room that has something for the board adds its source here. */
type Source = (scope: Scope, today: string, base: string) => Promise<AgendaItem[]>;
const sources: readonly Source[] = [
  fromReviews,
  fromAudits,
  fromFunds,
  fromFeedback,
  fromProtected,
  fromSessions,
];

/** What needs a board's eye today, ranked and explained. A bounded number of queries whatever the organisation's size. */
export async function readBoard(scope: Scope, today: string): Promise<Board> {
  const { slug } = await findOrganisation(scope);
  const base = `/o/${slug}`;
  const state = await readState(slug);
  const journey = foldJourney(state, today);
  const agreed = (journey?.commitments ?? []).filter(({ standing }) => standing.agreement === "agreed");
  const { standings, items, met } = await readTogether(scope, async () => {
    const own = await listStandings(scope, today, new Set(agreed.map(({ id }) => id)));
    const found = [
      ...workItems(own, `${base}/commitments`, today),
      ...(journey ? weakenedItems(journey, `${base}/commitments`, today) : []),
      ...withdrawnItems(state, `/journeys/${slug}/entries`, today),
      ...claimItems(
        {
          claims: own,
          rounds: await inScope(scope, (tx) => loadRounds(tx, scope.organisationId)),
          published: journey?.commitments ?? [],
        },
        `${base}/commitments`,
      ),
    ];
    for (const source of sources) found.push(...(await source(scope, today, base)));
    return {
      standings: own,
      items: found,
      met: await inScope(scope, (tx) => lastMeetingOn(tx, scope, today)),
    };
  });
  const asked = ["no-evidence", "no-update", "target-moved"];
  return {
    lastMeetingOn: met,
    items: agenda(items, met),
    findings: boardFindings(standings, today).filter(({ kind }) => asked.includes(kind)),
    commitments: standings.length,
    journey,
    slug,
  };
}

async function fromReviews(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  const rows = await inScope(scope, (tx) => listReviews(tx, scope));
  const asked = rows.map((row) => ({ ...row, answered: row.answer !== null }));
  return decisionItems(asked, `${base}/commitments`, today);
}

async function fromAudits(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  const sheets = await listClosedSheets(scope, today, 2);
  const rounds = sheets.map(({ round, given }) => ({
    id: round.id,
    instrument: round.instrument,
    closedOn: closedDay(round),
    given,
  }));
  return auditItems(rounds, `${base}/audit`, today);
}

async function fromFunds(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  const sheets = await listFunds(scope);
  const funds = sheets.map(({ fund, total }) => ({ ...fund, ...total }));
  return unspentItems(funds, `${base}/pay/funds`, today);
}

async function fromFeedback(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  const { overdue, disputed } = await listOwed(scope, today);
  const loops = [...new Map([...overdue, ...disputed].map((loop) => [loop.id, loop])).values()];
  const cases = await inScope(scope, (tx) => waitingCases(tx, scope));
  return owedItems(
    {
      loops: loops.map(({ id, view, answers }) => {
        const answer = answers.at(-1);
        return {
          id,
          answerBy: view.due.answerBy,
          late: view.due.state === "overdue" ? "answer" : view.stepLate ? "step" : null,
          stepBy: answer?.content.kind === "we-are-doing" ? answer.content.by : null,
          disputedSince: view.state === "disputed" ? (answer?.answeredOn ?? null) : null,
        };
      }),
      cases,
    },
    `${base}/feedback`,
    today,
  );
}

/** For board members who never did the work: nobody else learns that somebody spoke. */
async function fromProtected(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  if (scope.role !== "reviewer") return [];
  const readers = await inScope(scope, (tx) => readersWithin(tx, scope.organisationId));
  if (!readers.some(({ userId }) => userId === scope.userId)) return [];
  return protectedItems(await listProtected(scope, today), `${base}/feedback/protected`);
}

async function fromSessions(scope: Scope, today: string, base: string): Promise<AgendaItem[]> {
  return sessionItems(await listAcceptedConflicts(scope, today), `${base}/sessions`, today);
}
