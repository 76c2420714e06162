import { checkNames, type RoomFinding } from "#app/domain/remuneration/findings.ts";

/** What the checks found, under the name of each check, with the way to where it is put right. */
export function FindingList({ findings, base }: { findings: RoomFinding[]; base: string }) {
  if (findings.length === 0)
    return <p>The checks found nothing in what has been entered. They cannot see what has not.</p>;
  const checks = [...new Set(findings.map(({ check }) => check))];
  return (
    <div className="stack-wide">
      {checks.map((check) => (
        <div key={check} className="stack">
          <h3>{checkNames[check]}</h3>
          <Some findings={findings.filter((finding) => finding.check === check)} base={base} />
        </div>
      ))}
    </div>
  );
}

// Enough to begin with; the rest unfolds.
const FIRST = 5;

function Some({ findings, base }: { findings: RoomFinding[]; base: string }) {
  const rest = findings.slice(FIRST);
  return (
    <>
      <Sentences findings={findings.slice(0, FIRST)} base={base} />
      {rest.length > 0 ? (
        <details>
          <summary>{rest.length} more</summary>
          <Sentences findings={rest} base={base} />
        </details>
      ) : null}
    </>
  );
}

function Sentences({ findings, base }: { findings: RoomFinding[]; base: string }) {
  return (
    <ul>
      {findings.map(({ check, sentence, offerId, fundId }) => (
        <li key={`${sentence} ${offerId ?? fundId ?? ""}`}>
          {sentence} {offerId ? <a href={`${base}/offers/${offerId}`}>See the offer</a> : null}
          {fundId ? <a href={`${base}/funds/${fundId}`}>See the fund</a> : null}
          {check === "floor-due" || check === "rate-not-known" ? (
            <>
              {" "}
              <a href={`${base}/rates`}>See the rates</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
