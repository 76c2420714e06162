import { SectionRule } from "../page/section-rule.tsx";
import { HistoryList, type HistoryRow } from "./history-list.tsx";

/** The latest changes. @param more the address of all of them */
export function HistorySection({ changes, more }: { changes: HistoryRow[]; more: string | undefined }) {
  return (
    <SectionRule
      id="history"
      title="What changed"
      lede="Everything that was changed here, by whom. Only your organisation sees this."
    >
      <HistoryList changes={changes} />
      {more ? (
        <p>
          <a href={more}>All changes</a>
        </p>
      ) : null}
    </SectionRule>
  );
}
