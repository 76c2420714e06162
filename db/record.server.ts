/**
 * The public record: everything that pages may ask of it, and all that `app/routes/public` may import of `db/`.
 * Each operation has its own file beside this one.
 */
export { appendEntries, type Appended } from "./record-append.server.ts";
export {
  listPublicOrganisations,
  listRegions,
  rebuildProjections,
  type DirectoryQuery,
  type PublicOrganisation,
} from "./record-directory.server.ts";
export { readState } from "./record-state.server.ts";
