import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { countApplicants } from "#app/domain/recruitment/count-applicants.ts";
import { Characteristic } from "#app/domain/recruitment/characteristics.ts";
import { ImportForm, mappingFrom, unknownWords } from "#app/domain/recruitment/import-mapping.ts";
import { countableColumns, rowsOf } from "#app/domain/spreadsheet/columns.ts";
import { requireEditor } from "#app/http/editing.server.ts";
import { again, readForm } from "#app/http/form.server.ts";
import { redirectWithNotice } from "#app/http/notice.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { discardSpreadsheet, findSpreadsheet, holdSpreadsheet } from "#app/http/spreadsheet/held.server.ts";
import { spreadsheetRows } from "#app/http/spreadsheet/read.server.ts";
import { today } from "#app/http/today.server.ts";
import { isTooLarge } from "#app/http/spreadsheet/size.server.ts";
import { countRound, requireRound, type StoredRound } from "#db/recruitment.server.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { ImportMapping } from "#app/ui/recruitment/import-mapping.tsx";
import { ImportPreview, type Preview } from "#app/ui/recruitment/import-preview.tsx";
import { ImportUpload } from "#app/ui/recruitment/import-upload.tsx";
import { RoundCrumbs } from "#app/ui/recruitment/round-crumbs.tsx";

const TOO_LARGE = "The file is larger than 50 MB. Leave out columns that are not counted.";
const GONE = "The file is no longer held. Choose it again.";

type Reply = FormReply & { preview?: Preview };

export const meta = () => [{ title: "Import a spreadsheet – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const { id, title, version, scheme } = await requireRound(scope, params.id ?? "");
  const asked = new URL(request.url).searchParams;
  const token = asked.get("file") ?? "";
  const table = token ? findSpreadsheet(scope, token) : undefined;
  const columns = table?.header.map((name, index) => ({ name, kept: table.columns[index] !== null }));
  return {
    id,
    title,
    version,
    scheme,
    token: table ? token : "",
    refused: asked.has("too-large") ? TOO_LARGE : token !== "" && !table ? GONE : null,
    rows: table?.length ?? 0,
    columns: columns?.filter(({ kept, name }) => kept && name.trim() !== "").map(({ name }) => name) ?? [],
    dropped: columns?.filter(({ kept }) => !kept).map(({ name }) => name) ?? [],
  };
});

export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
  const scope = await requireEditor(request, params.organisation);
  const round = await requireRound(scope, params.id ?? "");
  const here = `/o/${params.organisation}/recruitment/${round.id}`;
  if (isTooLarge(request)) return again({}, { file: [TOO_LARGE] }, 400);
  const form = await readForm(request);
  try {
    const file = form.get("file");
    if (file instanceof File) {
      const rows = spreadsheetRows(new Uint8Array(await file.arrayBuffer()));
      return redirect(`${here}/import?file=${holdSpreadsheet(scope, countableColumns(rows))}`, 303);
    }
    const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
    const table = findSpreadsheet(scope, String(typed.token));
    if (!table) return again({}, { form: [GONE] }, 400);
    const mapped = ImportForm.safeParse(withoutEmpty(typed));
    if (!mapped.success) {
      const errors = mapped.error.issues.map(
        ({ path, message }) => [path.join("."), [message]] as [string, string[]],
      );
      return again(typed, Object.fromEntries(errors), 400);
    }
    const counted = countApplicants(rowsOf(table), mappingFrom(mapped.data, round.scheme, typed));
    if (typed.intent !== "keep") {
      const words = unknownWords(table, mapped.data, round.scheme);
      return { values: typed, errors: {}, preview: { ...counted, words } } satisfies Reply;
    }
    await keep(scope, round, Number(typed.version), counted, mapped.data.characteristic);
    discardSpreadsheet(String(typed.token));
    return redirectWithNotice(
      here,
      counted.read === 1
        ? "1 row is counted and thrown away; the counts are saved."
        : `${counted.read.toLocaleString("en-GB")} rows are counted and thrown away; the counts are saved.`,
    );
  } catch (error) {
    if (error instanceof RangeError)
      return again(textOf(form), { [form.has("file") ? "file" : "form"]: [error.message] }, 400);
    if (error instanceof Refusal && error.detail.kind === "invalid")
      return again(textOf(form), { form: Object.values(error.detail.fields).flat() }, 400);
    if (error instanceof Refusal && error.detail.kind === "conflict")
      return again(textOf(form), { form: [error.message] }, 409);
    throw error;
  }
});

function keep(
  scope: Parameters<typeof countRound>[0],
  { id }: StoredRound,
  version: number,
  counted: ReturnType<typeof countApplicants>,
  characteristic: ImportForm["characteristic"],
): Promise<void> {
  const { counts, other, intersections, international } = counted;
  if (counted.read === 0) throw new RangeError("No row could be read, so there is nothing to keep.");
  const both = other && characteristic ? { other: { characteristic, counts: other }, intersections } : null;
  return countRound(
    scope,
    id,
    version,
    { counts, international, ...(both ?? { other: null, intersections: null }) },
    today(),
  );
}

function withoutEmpty(typed: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
}

function textOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
}

export default function ImportPage() {
  const { id, title, version, scheme, token, refused, rows, columns, dropped } =
    useLoaderData<typeof loader>();
  const reply = useActionData<Reply>();
  const { organisation } = useParams();
  return (
    <>
      <RoundCrumbs base={`/o/${organisation}/recruitment`} round={{ id, title }} />
      <PageHeading
        title="Import a spreadsheet"
        lede="The file is counted in memory and thrown away. Names and other details are dropped while it is read; only counts are kept."
      />
      {token ? (
        <>
          <ImportMapping {...{ token, version, scheme, rows, columns, dropped }} reply={reply} />
          {reply?.preview ? (
            <ImportPreview
              preview={reply.preview}
              scheme={scheme}
              characteristic={Characteristic.safeParse(reply.values.characteristic).data}
            />
          ) : null}
        </>
      ) : (
        <ImportUpload errors={refused ? { file: [refused], ...reply?.errors } : reply?.errors} />
      )}
    </>
  );
}
