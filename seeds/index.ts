/** How to sign in to a demonstration organisation. Printed at the start and named in the README. */
export type SignIn = { organisation: string; name: string; role: string; email: string; password: string };

/**
 * Fills an empty installation with the demonstration organisations, through the same operations as the app.
 * The database is connected and migrated; `progress` shows one line at the terminal.
 */
export async function seedDemonstration(progress: (line: string) => void): Promise<SignIn[]> {
  progress("There are no demonstration organisations yet");
  return [];
}
