import type { Finding } from "#app/domain/commitment/findings.ts";

/** The first few of the board's findings. @param base the address of the workspace */
export function NeedsYou({ findings, base }: { findings: Finding[]; base: string }) {
  return (
    <>
      <ul className="stack">
        {findings.map((finding) => (
          <li key={`${finding.commitment} ${finding.kind} ${finding.sentence}`}>
            <a href={`${base}/commitments/${finding.commitment}`}>{finding.title}</a>
            <p>{finding.sentence}</p>
          </li>
        ))}
      </ul>
      <p className="after-list">
        <a href={`${base}/board`}>Everything a board should ask about</a>
      </p>
    </>
  );
}
