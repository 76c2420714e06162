import { expect, test } from "vitest";
import { migrate } from "#db/migrate.server.ts";
import { listPayments, recordPayment } from "#db/payment.server.ts";
import { addLine, openFund } from "#db/remuneration.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import { voicesFund } from "#tests/support/money.ts";

const database = useDatabase();

const apart = "0239_payment_references_apart.sql";
const index = "0240_payment_references.sql";

test("payments whose references only capitals tell apart both stay, with their amounts, and the index follows", async () => {
  const { scope } = await givenOrganisation();
  const other = await givenOrganisation();
  const given = async (of: typeof scope) => {
    const fundId = await openFund(of, { ...voicesFund, kind: "grant" });
    return addLine(of, { fundId, purpose: "travel", title: "Travel", amountPence: 100_000 });
  };
  const [lineId, otherLine] = [await given(scope), await given(other.scope)];
  const { ownerSql } = database;
  await ownerSql`drop index payments_by_reference`;
  await ownerSql`delete from applied_migrations where name in (${apart}, ${index})`;
  const long = "X".repeat(79);
  const rows = [
    [scope, lineId, "inv-7", 100, ""],
    [scope, lineId, "INV-7", 200, "Paid twice"],
    [scope, lineId, "Inv-7", 400, ""],
    [scope, lineId, "inv-7 (2)", 800, ""],
    [scope, lineId, `${long}a`, 1600, ""],
    [scope, lineId, `${long}A`, 3200, ""],
    [other.scope, otherLine, "INV-7", 6400, ""],
  ] as const;
  for (const [n, [of, line, reference, pence, note]] of rows.entries())
    await ownerSql`insert into payments ${ownerSql({
      organisation_id: of.organisationId,
      line_id: line,
      kind: "other",
      amount_pence: pence,
      paid_on: "2025-06-01",
      finance_reference: reference,
      note,
      created_at: new Date(Date.UTC(2025, 5, 1, 12, n)),
    })}`;

  expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([apart, index]);

  const kept = new Map((await listPayments(scope)).map((one) => [one.amountPence, one]));
  expect([...kept.keys()].sort((a, b) => a - b)).toEqual([100, 200, 400, 800, 1600, 3200]);
  expect(kept.get(100)).toMatchObject({ financeReference: "inv-7", note: "" });
  expect(kept.get(200)).toMatchObject({
    financeReference: "INV-7 (3)",
    note: "Paid twice. Its finance reference was “INV-7”, which only capitals told apart from another payment.",
  });
  expect(kept.get(400)).toMatchObject({ financeReference: "Inv-7 (4)" });
  expect(kept.get(800)).toMatchObject({ financeReference: "inv-7 (2)", note: "" });
  expect(kept.get(3200)).toMatchObject({ financeReference: `${"X".repeat(76)} (2)` });
  expect(await listPayments(other.scope)).toMatchObject([{ financeReference: "INV-7", note: "" }]);
  const again = {
    lineId,
    offerId: null,
    kind: "other" as const,
    amountPence: 1,
    paidOn: "2025-06-01",
    method: "",
    financeReference: "iNV-7",
  };
  await expect(recordPayment(scope, again, "2025-06-15")).rejects.toThrow(/recorded already/);
});

test("a database that has the index already takes the file and changes nothing", async () => {
  const { ownerSql } = database;
  await ownerSql`delete from applied_migrations where name = ${apart}`;
  const before = await ownerSql`select * from payments order by id`;
  expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([apart]);
  expect(await ownerSql`select * from payments order by id`).toEqual(before);
});
