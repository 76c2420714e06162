// What the person at the terminal sees while things happen.

// A terminal may close, or a pipe's reader leave, before the database has been stopped in good order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/**
 * Shows a step, what it says on the way, and how long it took. On standard error: standard output belongs to what a
 * command answers, which scripts read.
 */
export async function step(title, work) {
  const began = performance.now();
  console.error(`• ${title}`);
  const result = await work((line) => console.error(`  ${line}`));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(`  done in ${seconds} s`);
  return result;
}

/** What keeps Kept from starting, in a sentence for the person at the terminal. */
export class CannotStart extends Error {
  name = "CannotStart";
}

/** Ends the process. A sentence meant for people is shown as it is; a mistake of the program with where it happened. */
export function fail(error) {
  const meant = error instanceof Error && ["CannotStart", "Refusal"].includes(error.name);
  console.error(meant ? `\n${error.message}` : (error?.stack ?? error));
  process.exit(1);
}
