import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";

/** Which money is for which promise. */
export const commitmentFunds = pgTable(
  "commitment_funds",
  {
    organisationId: uuid("organisation_id").notNull(),
    commitmentId: uuid("commitment_id").notNull(),
    fundId: uuid("fund_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.commitmentId, table.fundId] })],
);
