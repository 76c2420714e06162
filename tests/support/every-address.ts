import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

export type Address = {
  /** `/o/:organisation/checks/:id` */
  pattern: string;
  /** Its module, within `app`: `routes/check/show.tsx` */
  file: string;
  /** Whether it can be opened. */
  opens: boolean;
  /** Whether something can be sent there. */
  changes: boolean;
};

/** Every address of the app, layouts left out, in the order of app/routes.ts. */
export function everyAddress(): Address[] {
  return (routes as RouteConfigEntry[]).flatMap((entry) => addressesOf(entry, ""));
}

/** The address with its parameters filled in. `*` stands for the rest of a path. */
export function filled(pattern: string, value: (name: string) => string): string {
  return pattern.replace(/:(\w+)|\*/g, (_, name: string | undefined) => value(name ?? "*"));
}

function addressesOf({ path, file, children }: RouteConfigEntry, parent: string): Address[] {
  const pattern = path ? `${parent}/${path}` : parent;
  if (children) return children.flatMap((child) => addressesOf(child, pattern));
  const source = readFileSync(new URL(`../../app/${file}`, import.meta.url), "utf8");
  const exports = (name: string) =>
    new RegExp(`^export (?:const|(?:async )?function) ${name}\\b|^export \\{[^}]*\\b${name}\\b`, "m").test(
      source,
    );
  const opens = exports("loader") || /^export default /m.test(source);
  return [{ pattern: pattern || "/", file, opens, changes: exports("action") }];
}
