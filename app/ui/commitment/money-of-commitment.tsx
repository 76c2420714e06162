import { countOf } from "#app/domain/counted.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { formatPence } from "#app/domain/money/format.ts";
import { DataTable } from "../data/data-table.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { typedList } from "./form-values.ts";

/** Amounts are whole pence. `others` is how many further promises a fund is for. */
type Fund = {
  id: string;
  title: string;
  endsOn: string;
  held: number;
  spent: number;
  committed: number;
  chosen: boolean;
  others: number;
};
type Props = {
  funds: Fund[];
  mayEdit: boolean;
  reply: FormReply | undefined;
  /** Address of the pay room. */
  pay: string;
};

/** The funds that a promise draws on, where they stand, and the choice of them. */
export function MoneyOfCommitment({ funds, mayEdit, reply, pay }: Props) {
  if (funds.length === 0)
    return (
      <EmptyState title="There is no fund yet">
        <p>
          A fund says what money is held for people who take part. <a href={pay}>Open one in Pay</a>, then
          name it here.
        </p>
      </EmptyState>
    );
  const chosen = funds.filter((fund) => fund.chosen);
  return (
    <>
      {chosen.length > 0 ? (
        <DataTable
          caption="What this promise draws on"
          rows={chosen}
          rowKey={({ id }) => id}
          columns={[
            {
              header: "Fund",
              rowHeader: true,
              cell: ({ id, title, others }) => (
                <>
                  <a href={`${pay}/funds/${id}`}>{title}</a>
                  {others > 0 ? (
                    <span className="soft"> also for {countOf(others, "other promise")}</span>
                  ) : null}
                </>
              ),
            },
            { header: "Ends", cell: ({ endsOn }) => formatDate(endsOn) },
            { header: "Held", numeric: true, cell: ({ held }) => formatPence(held) },
            { header: "Paid", numeric: true, cell: ({ spent }) => formatPence(spent) },
            { header: "Promised", numeric: true, cell: ({ committed }) => formatPence(committed) },
            {
              header: "Left",
              numeric: true,
              cell: ({ held, spent, committed }) => formatPence(held - spent - committed),
            },
          ]}
        />
      ) : (
        <p>No money is named for this promise.</p>
      )}
      {mayEdit ? (
        <SectionRule id="choose" title="Choose the funds">
          <Form errors={reply?.errors}>
            <CheckboxGroup
              name="funds"
              label="This promise draws on"
              options={funds.map(({ id, title, held, endsOn }) => ({
                value: id,
                label: title,
                hint: `${formatPence(held)} until ${formatDate(endsOn)}`,
              }))}
              defaultValue={typedList(
                reply,
                "funds",
                chosen.map(({ id }) => id),
              )}
              error={reply?.errors.funds}
            />
            <Button>Save</Button>
          </Form>
        </SectionRule>
      ) : null}
    </>
  );
}
