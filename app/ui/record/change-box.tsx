/** A promise that moved: what it was, what it is now, and the reason given. */
export type Change = { was: string; now: string; why: string };

/** Was, now, why. The old words stay readable. */
export function ChangeBox({ was, now, why }: Change) {
  return (
    <dl className="change">
      <dt>Was</dt>
      <dd>{was}</dd>
      <dt>Now</dt>
      <dd className="now">{now}</dd>
      <dt>Why</dt>
      <dd>{why}</dd>
    </dl>
  );
}
