/** The package brings no types of its own. */
declare module "fontkit" {
  export function create(bytes: Uint8Array): unknown;
}
