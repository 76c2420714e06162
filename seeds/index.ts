import { tellAldermoorAudit } from "./demonstration/audit-aldermoor.ts";
import { tellNorthgateAudit } from "./demonstration/audit-northgate.ts";
import { nameMoney } from "./demonstration/commitment-money.ts";
import { aldermoor } from "./demonstration/aldermoor.ts";
import { seedFeedback } from "./demonstration/feedback.ts";
import { harbour } from "./demonstration/harbour.ts";
import { northgate } from "./demonstration/northgate.ts";
import { tellPay } from "./demonstration/pay.ts";
import { seedRecruitment } from "./demonstration/recruitment.ts";
import { seedSessions } from "./demonstration/sessions.ts";
import type { Story } from "./demonstration/story.ts";
import { tellPeople } from "./demonstration/people.ts";
import { demonstrationPassword, tell } from "./demonstration/tell.ts";
import { londonToday } from "#db/today.server.ts";

/** How to sign in to a demonstration organisation. Printed at the start and named in the README. */
export type SignIn = { organisation: string; name: string; role: string; email: string; password: string };

const stories = [northgate, aldermoor, harbour];

type Past = Awaited<ReturnType<typeof tell>> & { today: string };

/** What the practice rooms hold of each organisation, in the order in which it is told. */
const practices = new Map<Story, ((past: Past) => Promise<void>)[]>([
  [
    northgate,
    [
      seedFeedback,
      ({ scope, today }) => seedRecruitment(scope, today),
      ({ scope, today }) => tellPay(scope, today),
      ({ scope, today }) => nameMoney(scope, today),
      ({ scope, today }) => seedSessions(scope, today, false),
      ({ scope, today }) => tellNorthgateAudit(scope, today),
      ({ scope, today }) => tellPeople(scope, today),
    ],
  ],
  [
    aldermoor,
    [
      ({ scope, today }) => seedSessions(scope, today, true),
      ({ scope, today }) => tellAldermoorAudit(scope, today),
    ],
  ],
]);

/**
 * Fills an empty installation with three invented organisations, through the same operations as the app.
 * The database is connected and migrated; `progress` shows one line at the terminal.
 */
export async function seedDemonstration(progress: (line: string) => void): Promise<SignIn[]> {
  const today = londonToday();
  const signIns: SignIn[] = [];
  for (const story of stories) {
    progress(`Telling the past of ${story.name} (invented)`);
    const told = await tell(story, today);
    for (const practise of practices.get(story) ?? []) await practise({ ...told, today });
    for (const { name, role, email } of story.people)
      signIns.push({ organisation: story.name, name, role, email, password: demonstrationPassword });
  }
  return signIns;
}
