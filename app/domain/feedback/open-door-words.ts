import type { OpenDoorContent } from "./public.ts";

/** How many were refused of all that was decided, and what those who asked say of it; empty when none was. */
export function refusedWords({ refused, refusedWrongly = 0, taken }: OpenDoorContent): string {
  const count = Object.values(refused).reduce((sum, each) => sum + each, 0);
  if (count === 0) return "";
  const decided = `${count} of ${count + taken} decided`;
  const more = count > taken ? ", more than were taken up" : "";
  const wrong =
    refusedWrongly > 0 ? `. Of ${refusedWrongly} whoever asked says that the ground is wrong` : "";
  return `${decided}${more}${wrong}`;
}
