/** Nomis writes "Ethnic group: White: Irish; measures: Value", and breaks long headings into lines. */
export function withoutUnits(heading: string): string {
  return heading
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(ethnic group|religion)( \(.*?\))?:\s*/i, "")
    .replace(/;\s*measures:.*$/i, "");
}
