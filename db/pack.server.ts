import { parseCheckpoint } from "#app/domain/record/checkpoint.ts";
import { toBase64 } from "#app/domain/record/bytes.ts";
import { parseNote } from "#app/domain/record/signed-note.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Pack } from "#app/domain/review/pack.ts";
import { isAccepted } from "#app/domain/review/review.ts";
import { readBoard, type Board } from "./agenda.server.ts";
import { inScope } from "./client.server.ts";
import { listServingFunds } from "./commitment-money.server.ts";
import { readCheckpoint } from "./record.server.ts";
import { contentsOf } from "./review-content.server.ts";
import { listReviews } from "./review.server.ts";

/**
 * Everything a board pack says, from one state of the record whose checkpoint it names.
 * @throws Refusal 409 when nothing has been published: a pack without a record could not be checked
 */
export async function readPack(scope: Scope, today: string): Promise<Pack> {
  requireAbility(scope, "workspace.read");
  const { journey, checkpoint, board } = await atOneMoment(scope, today);
  const { reviews, contents } = await inScope(scope, async (tx) => ({
    reviews: await listReviews(tx, scope),
    contents: await contentsOf(tx, scope),
  }));
  const undecided = journey.commitments.flatMap(({ id }) => {
    const own = reviews.filter(({ commitmentId }) => commitmentId === id);
    return isAccepted(own, contents.get(id)?.fingerprint ?? "", "") ? [] : [id];
  });
  const { lastMeetingOn } = board;
  const agenda = board.items.filter(({ boardOnly }) => !boardOnly);
  const lagging = agenda.filter(({ concern }) => concern === "money-unspent");
  const funds = (await listServingFunds(scope)).map((fund) => ({
    ...fund,
    unspent: lagging.find(({ href }) => href.endsWith(`/${fund.id}`))?.because ?? null,
  }));
  return { journey, checkpoint, madeOn: today, lastMeetingOn, agenda, reviews, undecided, funds };
}

type Moment = {
  board: Board;
  journey: NonNullable<Board["journey"]>;
  checkpoint: Pack["checkpoint"];
};

/** Reads again when something was published between the record and its checkpoint. */
async function atOneMoment(scope: Scope, today: string): Promise<Moment> {
  for (let tries = 0; tries < 5; tries += 1) {
    const board = await readBoard(scope, today);
    const { journey } = board;
    const note = await readCheckpoint(board.slug);
    if (!journey || !note)
      throw Refusal.conflict("Nothing has been published yet. A pack is made from the public record.");
    const checkpoint = parseCheckpoint(parseNote(note)?.text ?? "");
    if (!checkpoint) throw new Error(`The checkpoint of ${board.slug} cannot be read.`);
    if (checkpoint.size !== journey.size) continue;
    const { origin, size, root } = checkpoint;
    return { board, journey, checkpoint: { origin, size, root: toBase64(root) } };
  }
  throw Refusal.conflict("The record grew while the pack was made. Try again.");
}
