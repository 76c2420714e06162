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
          <ul>
            {findings
              .filter((finding) => finding.check === check)
              .map(({ sentence, offerId, fundId }) => (
                <li key={`${sentence} ${offerId ?? fundId ?? ""}`}>
                  {sentence} {offerId ? <a href={`${base}/offers/${offerId}`}>See the offer</a> : null}
                  {fundId ? <a href={`${base}/funds/${fundId}`}>See the fund</a> : null}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
