import type { Scope } from "#app/domain/organisation/scope.ts";
import { listStandings } from "#db/board.server.ts";
import { chooseFunds, listServingFunds } from "#db/commitment-money.server.ts";

/** Says which money is for which promise: what a fund for people who take part is there to pay. */
export async function nameMoney(scope: Scope, today: string): Promise<void> {
  const funds = (await listServingFunds(scope)).filter(({ kind }) => kind === "ring-fenced");
  for (const { id, title } of await listStandings(scope, today, new Set()))
    if (title.startsWith("Pay "))
      await chooseFunds(
        scope,
        id,
        funds.map((fund) => fund.id),
      );
}
