/** What one party says: "Northgate says", "31 of 31 answered". */
export type Side = { who: string; says: string };

/** The organisation's claim beside the word of the people affected. The gap is shown, not resolved. */
export function SidesBox({ sides }: { sides: Side[] }) {
  return (
    <dl className="sides">
      {sides.map((side) => (
        <div key={side.who}>
          <dt>{side.who}</dt>
          <dd>{side.says}</dd>
        </div>
      ))}
    </dl>
  );
}
