import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { personaState } from "#app/domain/persona/persona.ts";
import { personaStateNames } from "#app/domain/persona/words.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { asPersona, listPersonas } from "#db/persona.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatShortDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Personas – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const rows = await listPersonas(scope);
  return {
    mayEdit: can(scope.role, "workspace.edit"),
    personas: rows.map((row) => ({
      id: row.id,
      title: row.title,
      state: personaStateNames[personaState(asPersona(row), today(), row.withdrawnOn !== null)],
      needs: row.needs.length,
      example: row.example,
      importedFrom: row.importedFrom,
      offered: row.offeredOn !== null && row.withdrawnOn === null,
      reviewOn: row.provenance?.reviewOn,
    })),
  };
});

export default function PersonasPage() {
  const { personas, mayEdit } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/personas`;
  return (
    <>
      <PageHeading
        title="Personas"
        lede="People imagined together with representative organisations. They ask of each session: could I come, and what would have to change?"
        actions={
          <>
            {mayEdit ? <ButtonLink href={`${base}/new`}>Start a persona</ButtonLink> : null}
            {mayEdit ? (
              <ButtonLink href={`${base}/import`} variant="second">
                Import from a library
              </ButtonLink>
            ) : null}
            <ButtonLink href={`${base}/needs`} variant="second">
              Needs
            </ButtonLink>
          </>
        }
      />
      {personas.length === 0 ? (
        <EmptyState
          title="No persona yet"
          action={
            <ButtonLink href="/personas/method" variant="second">
              Read the method
            </ButtonLink>
          }
        >
          <p>
            None ships with Kept: a persona nobody made with the people it speaks for is a stereotype. Start
            with the method, pay the people who make one with you, or use the{" "}
            <a href={`/o/${organisation}/checks`}>everyone check</a>, which needs no persona.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Personas"
          captionHidden
          rows={personas}
          rowKey={(row) => row.id}
          columns={[
            {
              header: "Persona",
              rowHeader: true,
              cell: (row) => (
                <>
                  <a href={`${base}/${row.id}`}>{row.title}</a>
                  {row.example ? " (invented example)" : ""}
                </>
              ),
            },
            { header: "State", cell: (row) => row.state },
            { header: "Needs", numeric: true, cell: (row) => row.needs },
            {
              header: "Review by",
              cell: (row) => (row.reviewOn ? formatShortDate(row.reviewOn) : "not set"),
            },
            {
              header: "Public",
              cell: (row) => (row.importedFrom ? "from another library" : row.offered ? "yes" : "no"),
            },
          ]}
        />
      )}
    </>
  );
}
