/** What was promised from a day on. */
export type TargetStep = { from: string; value: number; dueOn: string; why?: string };

type Version = { targetValue?: unknown; targetBy?: unknown };

/**
 * Every target a measure has had, oldest first, from its history; a version that leaves the target alone adds no step.
 * @param versions the stored measure after each change, oldest first, with the day of the change and the reason given
 */
export function targetSteps(
  versions: readonly { after: Version; changedOn: string; reason: string }[],
): TargetStep[] {
  const steps: TargetStep[] = [];
  for (const { after, changedOn, reason } of versions) {
    if (typeof after.targetValue !== "number" || typeof after.targetBy !== "string") continue;
    const last = steps.at(-1);
    if (last?.value === after.targetValue && last.dueOn === after.targetBy) continue;
    steps.push({
      from: changedOn,
      value: after.targetValue,
      dueOn: after.targetBy,
      ...(reason ? { why: reason } : {}),
    });
  }
  return steps;
}
