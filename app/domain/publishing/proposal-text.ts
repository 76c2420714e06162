import canonicalize from "canonicalize";
import type { Proposal } from "./propose.ts";

/**
 * Everything that publishing this proposal would say, as one text: equal proposals have equal texts. Its hash is the
 * fingerprint that the preview hands to the publish button, so that what is published is exactly what was previewed.
 * Reasons are not part of it: they are typed with the button in sight.
 */
export function proposalText({ size, changes }: Proposal): string {
  const said = changes.map(({ key, kind, effectiveOn, content }) => ({ key, kind, effectiveOn, content }));
  return canonicalize({ size, changes: said })!;
}
