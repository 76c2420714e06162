export type LookOptions = { everyMs?: number; onError?: (error: unknown) => void };

/**
 * Looks now and again every `everyMs` milliseconds, one look at a time: a look that is still under way when the next is
 * due is not begun twice. What a look throws goes to `onError` and stops nothing.
 * @returns what stops it: that waits for the look under way
 */
export function lookAgain(
  look: () => Promise<unknown>,
  { everyMs, onError = console.error }: LookOptions & { everyMs: number },
): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const tick = () => {
    running ??= look()
      .catch(onError)
      .finally(() => (running = undefined));
  };
  tick();
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
