/** A line to write on with a pen. */
export function BlankLine({ label, lines = 1 }: { label: string; lines?: number }) {
  return (
    <div className="blank">
      <b>{label}</b>
      {Array.from({ length: lines }, (_, i) => (
        <div className="blank-line" key={i} />
      ))}
    </div>
  );
}
