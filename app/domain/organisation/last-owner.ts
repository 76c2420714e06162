import { Refusal } from "../refusal.ts";
import type { Role } from "./scope.ts";

/**
 * An organisation always keeps one owner: otherwise nobody could invite another. Give the members as they are now, whom
 * it is about, and the role they would have (`null`: removed).
 * @throws Refusal (409) when that would leave no owner.
 */
export function keepAnOwner(
  members: readonly { userId: string; role: Role }[],
  userId: string,
  next: Role | null,
): void {
  if (next === "owner") return;
  const isOwner = members.some((member) => member.userId === userId && member.role === "owner");
  const others = members.some((member) => member.userId !== userId && member.role === "owner");
  if (isOwner && !others) {
    throw Refusal.conflict("An organisation needs an owner. Make somebody else an owner first.");
  }
}
