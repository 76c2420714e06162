import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { nameInReference } from "#app/domain/remuneration/looks-like-person.ts";
import { ColumnFields } from "#app/ui/pay/column-fields.tsx";
import { NamesNobody } from "#app/ui/pay/names-nobody.tsx";

const html = renderToStaticMarkup;

describe("the tick that a reference names nobody", () => {
  const shown = (error: string) =>
    html(
      <NamesNobody
        reply={{ values: {}, errors: { reference: [error] } }}
        fields={["reference"]}
        what="It names nobody"
      />,
    ).includes("It names nobody");
  it("is there where a name is seen, and not where something else is wrong", () => {
    expect(shown(nameInReference("Amina Khan")!)).toBe(true);
    expect(shown(nameInReference("a@b.example")!)).toBe(false);
    expect(shown("Give a reference.")).toBe(false);
  });
});

describe("which column holds what", () => {
  const page = (columns: Record<string, number>) =>
    html(
      <ColumnFields
        kind="payments"
        fields={[
          { name: "paidOn", label: "Paid on", required: true },
          { name: "amount", label: "Amount", required: true },
          { name: "debit", label: "Money out", required: false },
          { name: "method", label: "How", required: false },
        ]}
        header={["A", "B"]}
        headerRow={0}
        firstRows={[{ row: 0, words: "A · B" }]}
        columns={columns}
        lines={[]}
        lineId=""
        moneyOut="plain"
        source=""
      />,
    );
  const optional = (markup: string, label: string) =>
    new RegExp(`${label}<span class="optional"> \\(optional\\)`).test(markup);
  it("calls a column optional only where the import can do without", () => {
    const markup = page({ paidOn: 0, amount: 1, debit: -1, method: -1 });
    expect(["Paid on", "Amount", "Money out", "How"].map((label) => optional(markup, label))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(optional(page({ paidOn: 0, amount: -1, debit: 1, method: -1 }), "Amount")).toBe(true);
  });
});
