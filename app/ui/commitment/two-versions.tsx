import type { FormReply } from "#app/domain/form-reply.ts";
import { DataTable } from "../data/data-table.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** One field of a form: what is stored now, and the name under which it was typed. */
export type ComparedField = { label: string; name: string; stored: string | number | boolean | null };

/**
 * After somebody else saved first: both versions side by side, above the form that still holds what was typed.
 * Shows nothing on any other page.
 */
export function TwoVersions({ reply, fields }: { reply: FormReply | undefined; fields: ComparedField[] }) {
  if (reply?.theirs === undefined) return null;
  const rows = fields
    .map(({ label, name, stored }) => ({
      label,
      theirs: words(stored),
      yours: words(reply.values[name]),
    }))
    .filter(({ theirs, yours }) => theirs.replaceAll("\r\n", "\n") !== yours.replaceAll("\r\n", "\n"));
  return (
    <SectionRule
      id="both-versions"
      title="Two versions"
      lede="Somebody else saved while you were typing. Your words are still in the form below: change them as you wish, then save. What you save replaces theirs; theirs stays in the history."
    >
      {rows.length === 0 ? (
        <p>Both versions say the same. There is nothing left to save.</p>
      ) : (
        <DataTable
          caption="Where the two versions differ"
          rows={rows}
          rowKey={(row) => row.label}
          columns={[
            { header: "Field", rowHeader: true, cell: (row) => row.label },
            {
              header: "Saved by somebody else",
              cell: (row) => <span className="as-typed">{row.theirs}</span>,
            },
            { header: "Typed by you", cell: (row) => <span className="as-typed">{row.yours}</span> },
          ]}
        />
      )}
    </SectionRule>
  );
}

function words(value: unknown): string {
  if (value === undefined || value === null || value === "" || value === false) return "nothing";
  if (value === true) return "on";
  if (Array.isArray(value)) return value.join(", ") || "nothing";
  return String(value);
}
