/** Newer and older pages of a list that is read by keyset; either address may be missing at an end. */
export function Pager({ newer, older, of }: { newer?: string; older?: string; of: string }) {
  if (!newer && !older) return null;
  return (
    <nav className="pager" aria-label={`More ${of}`}>
      {newer ? (
        <a href={newer} rel="prev">
          ← Newer {of}
        </a>
      ) : null}
      {older ? (
        <a href={older} rel="next">
          Older {of} →
        </a>
      ) : null}
    </nav>
  );
}
