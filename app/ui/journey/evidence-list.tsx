import type { EvidenceView } from "#app/domain/journey/commitment-view.ts";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

/** What shows that it happened; says so when nothing does. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  return (
    <SectionRule id="evidence" title="Evidence">
      {evidence.length === 0 ? <p>No evidence has been published for this promise.</p> : null}
      <ul className="downloads">
        {evidence.map((item) => (
          <li key={item.id}>
            <a
              href={item.file ? `/evidence/${item.file.sha256}` : (item.url ?? "")}
              rel="nofollow noreferrer"
            >
              {item.title}
            </a>{" "}
            <span className="soft">
              {item.file ? `${item.file.name}, ${kilobytes(item.file.size)}, ` : null}
              {formatDate(item.on)}
            </span>
          </li>
        ))}
      </ul>
    </SectionRule>
  );
}

function kilobytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
