// `npm run build`: builds the pages, unless the last build was of these very sources.
import { buildIfNeeded, installIfNeeded, requireNode } from "./prepare.mjs";
import { fail } from "./terminal.mjs";

try {
  requireNode();
  await installIfNeeded({ withTools: true });
  await buildIfNeeded();
} catch (error) {
  fail(error);
}
