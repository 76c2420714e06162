import { addDays } from "#app/domain/dates/days.ts";
import { proveScope, type Role, type Scope } from "#app/domain/organisation/scope.ts";
import { database } from "#db/client.server.ts";
import { adopt, requireCommitment, revise, setStatus } from "#db/commitment.server.ts";
import { addEvidence } from "#db/evidence.server.ts";
import { addMeasure, requireMeasure, reviseMeasure } from "#db/measure.server.ts";
import { recordReading } from "#db/reading.server.ts";
import { addMilestone, requireMilestone, reviseMilestone } from "#db/milestone.server.ts";
import { createMember, createOrganisation } from "#db/organisation.server.ts";
import { addPerson, newPerson } from "#db/person.server.ts";
import { findProfile, writeStatement } from "#db/profile.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { writeUpdate } from "#db/update.server.ts";
import type { Step, Story } from "./story.ts";

/** One password for every invented person: printed at the start, named in the README, and only in installations that chose the demonstration. */
export const demonstrationPassword = "a promise kept";

type Named = { id: string; commitmentId: string };

/** Carries out a story through the same operations as the app, each step as if on its day. */
export async function tell(
  story: Story,
  today: string,
): Promise<{ organisationId: string; slug: string; scope: Scope }> {
  const [first, ...others] = story.people;
  const owner = await newPerson({ ...first!, password: demonstrationPassword });
  const ownerId = await database().transaction((tx) => addPerson(tx, owner));
  if (!ownerId) throw new Error(`${first!.email} has an account already.`);
  const { name, kind, region } = story;
  const made = await createOrganisation(ownerId, { name, kind, region, demonstration: true });
  for (const person of others)
    await createMember(made.organisationId, { ...person, password: demonstrationPassword });
  const scope = proveScope({
    organisationId: made.organisationId,
    userId: ownerId,
    role: "owner" satisfies Role,
  });

  const day = (daysAgo: number) => addDays(today, -daysAgo);
  const begun = day(story.steps[0]!.daysAgo);
  await writeStatement(scope, (await findProfile(scope)).version ?? 0, { statement: story.statement }, begun);
  const teller = new Teller(scope, day);
  for (const step of story.steps) await teller.take(step);
  return { ...made, scope };
}

class Teller {
  private readonly named = new Map<string, Named>();

  constructor(
    private readonly scope: Scope,
    private readonly day: (daysAgo: number) => string,
  ) {}

  async take(step: Step): Promise<void> {
    const on = this.day(step.daysAgo);
    if ("adopt" in step) {
      const { starts, due, ...promise } = step.promise;
      const id = await adopt(this.scope, { ...promise, startOn: this.day(starts), dueOn: this.day(due) }, on);
      this.named.set(step.adopt, { id, commitmentId: id });
    } else if ("publish" in step) await this.publish(on);
    else if ("measure" in step || "aim" in step || "read" in step) await this.measure(step, on);
    else await this.work(step, on);
  }

  private async measure(
    step: Extract<Step, { measure: string } | { aim: string } | { read: string }>,
    on: string,
  ) {
    if ("measure" in step) {
      const commitmentId = this.the(step.of).id;
      const [baselineValue, baselineOn] = step.from;
      const [targetValue, targetBy] = step.to;
      const id = await addMeasure(
        this.scope,
        commitmentId,
        {
          ...step.how,
          baselineValue,
          baselineOn: this.day(baselineOn),
          targetValue,
          targetBy: this.day(targetBy),
        },
        on,
      );
      this.named.set(step.measure, { id, commitmentId });
    } else if ("read" in step) {
      const [numerator, denominator] = step.of ?? [];
      const when = this.day(step.when ?? step.daysAgo);
      await recordReading(
        this.scope,
        this.the(step.read).id,
        { on: when, value: step.value, numerator, denominator, note: step.note },
        on,
      );
    } else {
      const { id, commitmentId } = this.the(step.aim);
      const { measure } = await requireMeasure(this.scope, commitmentId, id);
      const [targetValue, targetBy] = step.at;
      const { title, unit, direction, baselineValue, baselineOn } = measure;
      const baseline = { baselineValue: baselineValue ?? undefined, baselineOn: baselineOn ?? undefined };
      const revised = {
        title,
        unit,
        direction,
        ...baseline,
        targetValue,
        targetBy: this.day(targetBy),
        reason: step.reason,
      };
      await reviseMeasure(this.scope, id, measure.version, revised, on);
    }
  }

  private async work(
    step: Exclude<
      Step,
      { adopt: string } | { publish: true } | { measure: string } | { aim: string } | { read: string }
    >,
    on: string,
  ) {
    if ("status" in step) {
      const { id } = this.the(step.status);
      const { version } = await requireCommitment(this.scope, id);
      const change = {
        status: step.to,
        reason: step.reason,
        effectiveOn: this.day(step.since ?? step.daysAgo),
      };
      await setStatus(this.scope, id, version, change, on);
    } else if ("revise" in step) {
      const { id } = this.the(step.revise);
      const { version, ...stored } = await requireCommitment(this.scope, id);
      const { title, what, why, answerable, answerableName, forWhom, startOn, dueOn, recommendations } =
        stored;
      const words = {
        title: step.title ?? title,
        what: step.what ?? what,
        why,
        answerable,
        answerableName,
        forWhom,
      };
      const due = step.due === undefined ? dueOn : this.day(step.due);
      await revise(
        this.scope,
        id,
        version,
        { ...words, startOn, dueOn: due, recommendations, reason: step.reason },
        on,
      );
    } else if ("milestone" in step) {
      const commitmentId = this.the(step.of).id;
      const id = await addMilestone(
        this.scope,
        commitmentId,
        { title: step.title, dueOn: this.day(step.due) },
        on,
      );
      this.named.set(step.milestone, { id, commitmentId });
    } else if ("met" in step) {
      const { id, commitmentId } = this.the(step.met);
      const { title, dueOn, version } = await requireMilestone(this.scope, commitmentId, id);
      await reviseMilestone(this.scope, id, version, { title, dueOn, metOn: on }, on);
    } else if ("update" in step) {
      const { kind, title, text, contentNote } = step;
      const effectiveOn = this.day(step.when ?? step.daysAgo);
      await writeUpdate(
        this.scope,
        this.the(step.update).id,
        { kind, title, text, contentNote, effectiveOn },
        on,
      );
    } else {
      const { title, file } = step;
      await addEvidence(this.scope, this.the(step.evidence).id, { title, shared: "yes" }, on, {
        name: file.name,
        bytes: new TextEncoder().encode(file.text(this.day)),
      });
    }
  }

  /** Everything since the last publication. The reasons were given with each change, so none is demanded here. */
  private async publish(on: string) {
    const past = { recordedAt: `${on}T10:30:00Z` };
    const { fingerprint } = await previewPublication(this.scope, past);
    await publish(this.scope, { fingerprint, reasons: {} }, past);
  }

  private the(name: string): Named {
    const found = this.named.get(name);
    if (!found) throw new Error(`The story speaks of “${name}” before it has begun.`);
    return found;
  }
}
