import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { Characteristic, characteristicName } from "#app/domain/recruitment/characteristics.ts";
import { gridValues, readGrid } from "#app/domain/recruitment/grid-input.ts";
import { characteristicRows, ethnicRows, type GridRow } from "#app/domain/recruitment/grid-rows.ts";
import type { RoundTables } from "#app/domain/recruitment/round-input.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { countRound, requireRound, type StoredRound } from "#db/recruitment.server.ts";
import { typedOr, versionOf } from "#app/ui/commitment/form-values.ts";
import { Tabs } from "#app/ui/data/tabs.tsx";
import { Button } from "#app/ui/forms/button.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { HiddenVersion } from "#app/ui/forms/hidden-version.tsx";
import { SaveBar } from "#app/ui/forms/save-bar.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { CountsGrid } from "#app/ui/recruitment/counts-grid.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";

export const meta = () => [{ title: "Count the people – Kept" }];

/** Which of a round's tables an address means. @throws Refusal (404) */
function tableOf(
  round: StoredRound,
  name: string | undefined,
): { rows: GridRow[]; stored: RoundTables["counts"] | null } {
  const ethnic = ethnicRows(SCHEMES[round.scheme]);
  if (name === "ethnic-group") return { rows: ethnic, stored: round.counts };
  if (name === "from-abroad") return { rows: ethnic, stored: round.international };
  const other = Characteristic.safeParse(name?.replaceAll("-", "_"));
  if (!other.success) throw Refusal.notFound();
  const stored = round.other?.characteristic === other.data ? round.other.counts : null;
  return { rows: characteristicRows(other.data), stored };
}

function changesOf(name: string | undefined, counts: RoundTables["counts"]): Partial<RoundTables> {
  const empty = Object.values(counts).every((people) => people === null);
  if (name === "ethnic-group") return { counts };
  if (name === "from-abroad") return { international: empty ? null : counts };
  const characteristic = Characteristic.parse(name?.replaceAll("-", "_"));
  // Intersections were counted by what is replaced here.
  return { other: empty ? null : { characteristic, counts }, intersections: null };
}

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const round = await requireRound(scope, params.id ?? "");
  const { rows, stored } = tableOf(round, params.table);
  const { id, title, version } = round;
  return {
    id,
    title,
    version,
    rows,
    values: gridValues(
      stored,
      rows.map((row) => row.id),
    ),
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const round = await requireRound(scope, params.id ?? "");
  const { rows } = tableOf(round, params.table);
  const typed = Object.fromEntries(
    [...(await readForm(request))].filter(([, value]) => typeof value === "string"),
  );
  const { counts, errors } = readGrid(typed, rows);
  if (Object.keys(errors).length > 0) return again(typed, errors, 400);
  try {
    await countRound(scope, round.id, Number(typed.version), changesOf(params.table, counts), today());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    if (detail.kind === "invalid") return again(typed, { form: Object.values(detail.fields).flat() }, 400);
    if (detail.kind === "conflict") return again(typed, { form: [error.message] }, 409);
    throw error;
  }
  return redirectWithNotice(`/o/${params.organisation}/recruitment/${round.id}`, "The counts are saved.");
});

export default function CountsPage() {
  const { id, title, version, rows, values } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { organisation, table } = useParams();
  const base = `/o/${organisation}/recruitment`;
  const here = `${base}/${id}/counts`;
  const links = [
    { href: `${here}/ethnic-group`, label: "Ethnic group" },
    ...Characteristic.options.map((one) => ({
      href: `${here}/${one.replaceAll("_", "-")}`,
      label: characteristicName(one),
    })),
    { href: `${here}/from-abroad`, label: "Recruited from abroad" },
  ];
  return (
    <>
      <RoundCrumbs base={base} round={{ id, title }} />
      <PageHeading
        title="Count the people"
        lede="Leave a whole stage empty if it was not counted. If one group of a stage is filled in, empty means nobody."
      />
      <Tabs label="What is counted" links={links} current={`${here}/${table}`} />
      {table === "ethnic-group" ? null : <p className="measure">{hints(table)}</p>}
      <Form errors={reply?.errors}>
        <HiddenVersion version={versionOf(reply, version)} />
        <CountsGrid
          caption={links.find(({ href }) => href === `${here}/${table}`)?.label ?? "Counts"}
          rows={rows}
          values={
            reply
              ? Object.fromEntries(Object.keys(values).map((name) => [name, typedOr(reply, name, "")]))
              : values
          }
          errors={reply?.errors}
        />
        <SaveBar note="Members of your organisation see these counts as they are. The public never does.">
          <Button>Save the counts</Button>
        </SaveBar>
      </Form>
    </>
  );
}

function hints(table: string | undefined): string {
  return table === "from-abroad"
    ? "Of the people already counted, those recruited from abroad: findings are then given with and without them. This is never published."
    : "The same people again, counted by one more characteristic: the totals have to agree. A round holds one; saving this replaces another.";
}
