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
export { openPublishedEvidence } from "./record-evidence.server.ts";
export { exportRecord } from "./record-export.server.ts";
export { healRecords, type Healed } from "./record-heal.server.ts";
export { findPublishedPersona, listPublishedPersonas } from "./record-library.server.ts";
export { handOverKeys } from "./record-rotation.server.ts";
export { readState } from "./record-state.server.ts";
export {
  BODIES_PER_PAGE,
  readBodies,
  readCheckpoint,
  readTile,
  readVerifierKey,
  type BodiesPage,
} from "./record-tiles.server.ts";
export { withdrawEntry } from "./record-withdraw.server.ts";
