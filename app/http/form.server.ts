import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { FormReply } from "#app/domain/form-reply.ts";
import { plainSentence } from "#app/domain/plain-sentences.ts";
import { type FieldErrors, Refusal } from "#app/domain/refusal.ts";
import { TooManyTries } from "./rate-limit.server.ts";

z.config({ localeError: plainSentence });

/**
 * Reads a form, checks it, and does the work; answers 400, 409 or 429 with what was typed when that cannot be done.
 *
 *     export const action = refusing(async ({ request, params }: ActionFunctionArgs) => {
 *       const scope = await requireScope(request, params.organisation);
 *       return withForm(request, Invitation, async (invitation) => {
 *         await invite(scope, invitation);          // may throw Refusal.invalid or .conflict
 *         return redirectWithNotice(`/o/${params.organisation}/members`, "Invited.");
 *       });
 *     });
 *     // in the page: const reply = useActionData<FormReply>(); then reply?.errors and typed(reply, "email", stored)
 *
 * An empty field counts as missing, so give schemas a sentence for that: `z.string("Enter a name.")`. Numbers, dates,
 * checkboxes and lists (`items[0].name`) are read as @conform-to/zod does. Several forms on one page: give each a hidden
 * `intent` and the schema `z.discriminatedUnion("intent", […])`.
 */
export async function withForm<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  work: (value: z.output<S>) => Promise<R>,
) {
  const form = await formOf(request);
  const submission = parseWithZod(form, { schema });
  const values = showable(submission.payload);
  const unkeepable = unkeepableFields(form);
  if (unkeepable) return again(values, unkeepable, 400);
  if (submission.status !== "success") {
    const errors = named(submission.error, values);
    // Sent by no button of the page: no form there could say what is wrong with it.
    if (errors.intent) throw Refusal.invalid({ form: errors.intent });
    return again(values, errors, 400);
  }
  try {
    return await work(submission.value);
  } catch (error) {
    if (error instanceof TooManyTries) {
      return again(values, { form: [error.message] }, 429, { "Retry-After": String(error.seconds) });
    }
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    if (detail.kind === "invalid") return again(values, detail.fields, 400);
    if (detail.kind !== "conflict") throw error;
    return data<FormReply>(
      { values, errors: { form: [error.message] }, theirs: detail.theirs },
      { status: 409 },
    );
  }
}

/**
 * The fields of a request, for actions that read them by hand. Everything a form can hold can then be stored.
 * @throws Refusal (400) when the body is no form, or when a field holds what no database keeps
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await formOf(request);
  const unkeepable = unkeepableFields(form);
  if (unkeepable) throw Refusal.invalid(unkeepable);
  return form;
}

/** A body of another kind, or one that breaks off, is the sender's mistake and not ours. */
async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw Refusal.invalid({ form: ["This form could not be read. Open its page and send it again."] });
  }
}

/** PostgreSQL keeps every character but this one. No keyboard types it; broken copies and probing programs send it. */
function unkeepableFields(form: FormData): FieldErrors | undefined {
  const names = [...form].flatMap(([name, value]) =>
    typeof value === "string" && (name + value).includes("\0") ? [name.replaceAll("\0", "")] : [],
  );
  if (names.length === 0) return undefined;
  const sentence = "This holds an invisible character that cannot be kept. Type it again by hand.";
  return Object.fromEntries(names.map((name) => [name || "form", [sentence]]));
}

/** The same page again with what was typed. For checks that no schema can make. */
export function again(
  values: Record<string, unknown>,
  errors: FieldErrors,
  status: number,
  headers?: HeadersInit,
) {
  return data<FormReply>({ values, errors }, { status, headers });
}

/** A password or passphrase is never sent back, and neither is a file. */
function showable(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).filter(
      ([name, value]) => !/password|passphrase/i.test(name) && !(value instanceof Blob),
    ),
  );
}

function named(
  error: Record<string, string[] | null> | null | undefined,
  values: Record<string, unknown>,
): FieldErrors {
  const found: FieldErrors = {};
  for (const [path, messages] of Object.entries(error ?? {})) {
    // Of a list that is typed into one field, one to a line, that field is the one to lead to.
    const whole = /^([^[]+)\[/.exec(path)?.[1];
    const name = whole !== undefined && typeof values[whole] === "string" ? whole : path;
    // Nobody sees the field that holds a version, so nothing could lead there.
    const shown = name === "" || name === "version" ? "form" : name;
    found[shown] = [...(found[shown] ?? []), ...(messages ?? [])];
  }
  return Object.keys(found).length > 0 ? found : { form: ["This form could not be read. Send it again."] };
}
