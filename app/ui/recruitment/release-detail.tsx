import type { Detail } from "#app/domain/recruitment/publish.ts";
import { Button } from "../forms/button.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";

/** Behind a caption. */
export const DETAIL_WORDS: Record<Detail, string> = {
  "five-groups": "by five groups",
  "every-group": "by each group",
};

const choices = [
  {
    value: "five-groups",
    label: "Five groups",
    hint: "Asian, Black, Mixed, White and Other. Fewer figures are hidden.",
  },
  {
    value: "every-group",
    label: "Each group of the list",
    hint: "The five groups too. More figures are hidden, marked “!” in the table below.",
  },
] satisfies { value: Detail; label: string; hint: string }[];

type Props = { details: readonly Detail[]; detail: Detail; released: Detail | null };

/** Which groups to release by: shows the table anew, releases nothing. Absent where there is nothing to choose. */
export function ReleaseDetail({ details, detail, released }: Props) {
  if (details.length < 2 || released === "every-group") return null;
  return (
    <form className="form stack-end" method="get">
      <RadioGroup
        name="detail"
        label="Groups to show"
        required
        hint={
          released
            ? "Released by five groups. Each group can be added while the counts are the same; it cannot be taken back."
            : "Try both and see what stays hidden. Once each group is released, the round keeps to that."
        }
        options={choices}
        defaultValue={detail}
      />
      <Button variant="second">Show what would be released</Button>
    </form>
  );
}
