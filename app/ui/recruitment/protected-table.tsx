import { SYMBOLS } from "#app/domain/disclosure/symbols.ts";
import { isAudited, type RoundFigures } from "#app/domain/recruitment/figures.ts";
import { shown } from "#app/domain/recruitment/public-finding.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { DataTable } from "../data/data-table.tsx";

/** A round's counts as anybody may see them, with what the symbol means. */
export function ProtectedTable({ figures, caption }: { figures: RoundFigures; caption: string }) {
  return (
    <>
      <DataTable
        caption={caption}
        narrow="scroll"
        small
        rows={figures.rows}
        rowKey={({ id }) => id}
        columns={[
          { header: "Group", rowHeader: true, cell: ({ label }) => label },
          ...figures.stages.map((stage) => ({
            header: stageTitle(stage),
            numeric: true,
            cell: ({ id }: { id: string }) => {
              const cell = figures.cells[`${stage}|${id}`];
              return cell ? shown(cell) : SYMBOLS.notCollected.symbol;
            },
          })),
        ]}
      />
      <SymbolKey
        exact={isAudited(figures)}
        noneToo={Object.values(figures.cells).some(({ rule }) => rule === "small-or-none")}
      />
    </>
  );
}

/** `noneToo`: in this table "!" may also stand for nobody, because to show who is nobody would give a small count away. */
export function SymbolKey({ noneToo = false, exact = false }: { noneToo?: boolean; exact?: boolean }) {
  const { confidential, notCollected } = SYMBOLS;
  const among =
    "Shares need at least 23 people. People who prefer not to say and those not recorded are not in the shares; those who described their ethnic group in their own words are.";
  if (exact)
    return (
      <p className="soft measure">
        <b>{confidential.symbol}</b> {confidential.meaning}: a figure that is small, or that would give a
        small one away. <b>{notCollected.symbol}</b> {notCollected.meaning}. Every other figure is exact,
        because a total was public already. {among}
      </p>
    );
  return (
    <p className="soft measure">
      <b>{confidential.symbol}</b> {confidential.meaning}: {noneToo ? "0 to 7 people" : "1 to 7 people"}, or a
      figure that would give such a count away. <b>{notCollected.symbol}</b> {notCollected.meaning}. 0 is
      nobody; every other figure is rounded to the nearest 5, so that rows may not add up. {among}
    </p>
  );
}
