export const sessionStatuses = ["planned", "held", "called-off"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionStatusNames: Record<SessionStatus, string> = {
  planned: "Planned",
  held: "Held",
  "called-off": "Called off",
};
