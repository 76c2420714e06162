/**
 * Addresses of tiles, as in C2SP tlog-tiles: `tile/<level>/<index>[.p/<width>]` for hashes and
 * `tile/entries/<index>[.p/<width>]` for entries. The index is written three digits at a time: 1234067 is
 * `x001/x234/067`.
 */

/** Entries, or hashes, in a full tile. */
export const TILE_WIDTH = 256;

/** The highest level the format allows. */
const MAX_LEVEL = 63;

export interface HashTile {
  readonly kind: "hashes";
  readonly level: number;
  readonly index: number;
  /** 1 to 256; 256 is a full tile. */
  readonly width: number;
}

export interface EntryTile {
  readonly kind: "entries";
  readonly index: number;
  /** 1 to 256; 256 is a full tile. */
  readonly width: number;
}

export type Tile = HashTile | EntryTile;

/** The path of a tile, without a leading slash. */
export function tilePath(tile: Tile): string {
  const level = tile.kind === "entries" ? "entries" : String(tile.level);
  const suffix = tile.width === TILE_WIDTH ? "" : `.p/${tile.width}`;
  return `tile/${level}/${indexPath(tile.index)}${suffix}`;
}

function indexPath(index: number): string {
  const last = String(index % 1000).padStart(3, "0");
  let path = last;
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, "0")}/${path}`;
  }
  return path;
}

const SHAPE = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * The tile that a path names; undefined for anything that is not exactly how this tile is written: other digits,
 * needless leading groups, a width of 0 or 256, an index past 2^53.
 */
export function parseTilePath(path: string): Tile | undefined {
  const match = SHAPE.exec(path);
  if (!match) return undefined;
  const [, level = "", digits = "", partial] = match;
  const index = Number(digits.replace(/[x/]/g, ""));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const tile: Tile =
    level === "entries"
      ? { kind: "entries", index, width }
      : { kind: "hashes", level: Number(level), index, width };
  if (!Number.isSafeInteger(index) || (tile.kind === "hashes" && tile.level > MAX_LEVEL)) return undefined;
  if (partial !== undefined && width >= TILE_WIDTH) return undefined;
  return tilePath(tile) === path ? tile : undefined;
}
