import { londonDay } from "#app/domain/dates/days.ts";
import { aldermoor } from "./demonstration/aldermoor.ts";
import { harbour } from "./demonstration/harbour.ts";
import { northgate } from "./demonstration/northgate.ts";
import { tellPeople } from "./demonstration/people.ts";
import { demonstrationPassword, tell } from "./demonstration/tell.ts";

/** How to sign in to a demonstration organisation. Printed at the start and named in the README. */
export type SignIn = { organisation: string; name: string; role: string; email: string; password: string };

const stories = [northgate, aldermoor, harbour];

/**
 * Fills an empty installation with three invented organisations, through the same operations as the app.
 * The database is connected and migrated; `progress` shows one line at the terminal.
 */
export async function seedDemonstration(progress: (line: string) => void): Promise<SignIn[]> {
  const today = londonDay(new Date().toISOString());
  const signIns: SignIn[] = [];
  for (const story of stories) {
    progress(`Telling the past of ${story.name} (invented)`);
    const { scope } = await tell(story, today);
    if (story === northgate) await tellPeople(scope, today);
    for (const { name, role, email } of story.people)
      signIns.push({ organisation: story.name, name, role, email, password: demonstrationPassword });
  }
  return signIns;
}
