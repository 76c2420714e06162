import type { ComponentProps } from "react";
import { SectionRule } from "../page/section-rule.tsx";
import { EvidenceList } from "./evidence-list.tsx";

type Props = Pick<ComponentProps<typeof EvidenceList>, "evidence" | "base" | "mayEdit">;

/** What shows the work, and the way to add to it. */
export function EvidenceSection({ evidence, base, mayEdit }: Props) {
  return (
    <SectionRule id="evidence" title="Evidence">
      <EvidenceList evidence={evidence} base={`${base}/evidence`} mayEdit={false} />
      <p>
        <a href={`${base}/evidence`}>{mayEdit ? "Add evidence, or show it to everyone" : "All evidence"}</a>
      </p>
    </SectionRule>
  );
}
