import { checked } from "../checked.ts";
import { Refusal, type FieldErrors } from "../refusal.ts";
import { areaOf, requireCensusTable } from "./benchmark.ts";
import { benchmarkField, readBenchmarkGrid } from "./benchmark-grid.ts";
import { BenchmarkInput, problemsBetween } from "./benchmark-input.ts";
import { listGroups, ListId } from "./benchmark-list.ts";

type Typed = Readonly<Record<string, string>>;

/**
 * What the form "people you serve" says. @throws Refusal (400) that names everything that is wrong, so that nobody mends one
 * field to be told of the next
 */
export function servedFromForm(typed: Typed): BenchmarkInput {
  return fromForm("served", typed, (scheme) => ({ counts: readBenchmarkGrid(typed, scheme) }));
}

/**
 * What the form for a census area says. @param readTable gives the rows of the chosen file, null where none was chosen
 * @throws Refusal (400) that names everything that is wrong; what is wrong with the file stands under `file`
 */
export function areaFromForm(
  typed: Typed,
  readTable: () => readonly (readonly string[])[] | null,
): BenchmarkInput {
  const place = (typed.place ?? "").trim();
  return fromForm("area", typed, (scheme) => {
    try {
      const rows = readTable();
      if (!rows) throw new RangeError("Choose the census file.");
      if (place !== "") {
        const { name, counts } = areaOf(rows, place, scheme);
        return { place: name, counts };
      }
      requireCensusTable(rows, scheme);
      // The missing area is told beside its own field.
      return null;
    } catch (error) {
      if (error instanceof RangeError) throw Refusal.invalid({ file: [error.message] });
      throw error;
    }
  });
}

function fromForm(
  kind: BenchmarkInput["kind"],
  typed: Typed,
  read: (scheme: ListId) => { counts: Record<string, number>; place?: string } | null,
): BenchmarkInput {
  const errors: FieldErrors = {};
  const told = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal) || error.detail.kind !== "invalid") throw error;
      Object.assign(errors, error.detail.fields);
      return null;
    }
  };
  const list = ListId.safeParse(typed.scheme).data;
  if (!list) errors.scheme = ["Choose what people are counted by."];
  const scheme = list ?? "ew-2021";
  const found = told(() => read(scheme));
  const input: BenchmarkInput = {
    kind,
    scheme,
    place: found?.place ?? typed.place ?? "",
    source: typed.source ?? "",
    on: typed.on ?? "",
    lookAgainOn: typed.lookAgainOn || null,
    counts: found?.counts ?? {},
  };
  Object.assign(errors, problemsBetween({ ...input, scheme }));
  told(() => checked(BenchmarkInput, input));
  if (kind === "area" && input.place.trim() === "") errors.place = ["Give the area’s name or its code."];
  // What could not be read was told where it stands.
  const { counts: unusable, ...named } = errors;
  // No field is called counts: where they are typed, or the file that they come from, is where to look.
  if (found && unusable) named[kind === "area" ? "file" : firstField(scheme)] = unusable;
  // In the order of the page, where the grid of people stands last.
  const inGrid = ([field]: [string, unknown]) => Number(field.startsWith(benchmarkField("")));
  const inOrder = Object.entries(named).sort((one, other) => inGrid(one) - inGrid(other));
  if (inOrder.length > 0) throw Refusal.invalid(Object.fromEntries(inOrder));
  return input;
}

const firstField = (list: ListId) => benchmarkField(listGroups(list)[0]?.id ?? "");
