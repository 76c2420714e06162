import { readJson } from "../read-json.ts";
import { Framework } from "./framework.ts";

/** What is wrong with a file, and where: `recommendations[2].measures[0].unit`; `file` for the file as a whole. */
export type FrameworkError = { path: string; message: string };

export type ParsedFramework =
  { ok: true; framework: Framework } | { ok: false; errors: readonly FrameworkError[] };

/** A framework is words and page numbers: the report's twelve recommendations take 15 KB. */
export const maximumFrameworkBytes = 1_000_000;

/**
 * Reads a framework file. A file with any error is refused whole, and every error is reported with its path.
 * Beyond the shape of each part it asks that ids and numbers of recommendations are unique.
 */
export function parseFramework(json: string): ParsedFramework {
  if (json.length > maximumFrameworkBytes)
    return refused([{ path: "file", message: "A framework file can be 1 MB at most." }]);
  const read = readJson(json);
  if (!read.ok) return refused([{ path: "file", message: read.problem }]);
  const { data } = read;
  const shape = Framework.safeParse(data);
  const repeats = repeatedIn(data);
  if (!shape.success || repeats.length > 0)
    return refused([...(shape.error?.issues ?? []).flatMap((issue) => errorsOf(issue)), ...repeats]);
  return { ok: true, framework: shape.data };
}

function refused(errors: readonly FrameworkError[]): ParsedFramework {
  return { ok: false, errors };
}

type Issue = { code?: string; path: PropertyKey[]; message: string; keys?: string[] };

function errorsOf(issue: Issue): FrameworkError[] {
  if (issue.code === "unrecognized_keys")
    return (issue.keys ?? []).map((key) => ({
      path: pathOf([...issue.path, key]),
      message: "This field is not part of the format. Check its spelling or take it out.",
    }));
  return [{ path: pathOf(issue.path), message: issue.message }];
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "file";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}

/** Looks at whatever is there, so that a repeated id is reported together with the errors of shape. */
function repeatedIn(data: unknown): FrameworkError[] {
  const list = (data as { recommendations?: unknown } | null)?.recommendations;
  if (!Array.isArray(list)) return [];
  return (["id", "number"] as const).flatMap((field) => {
    const firstAt = new Map<unknown, number>();
    return list.flatMap((item: Record<string, unknown> | null, index) => {
      const value = item?.[field];
      if (value === undefined) return [];
      const first = firstAt.get(value);
      if (first === undefined) {
        firstAt.set(value, index);
        return [];
      }
      return [
        {
          path: `recommendations[${index}].${field}`,
          message: `“${String(value)}” is already used by recommendations[${first}]. Give each its own.`,
        },
      ];
    });
  });
}
