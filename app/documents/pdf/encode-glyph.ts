/** A TrueType outline as fontkit gives it: quadratic curves only. */
export type OutlineCommand = {
  command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  args: number[];
};

type Point = { x: number; y: number; on: boolean };

/**
 * A glyph's outline as an entry of a `glyf` table (OpenType 1.9, “Simple glyph description”), without hinting and with every
 * coordinate in 16 bits. Empty for a glyph without an outline, such as a space. Padded to 4 bytes.
 */
export function encodeGlyph(commands: readonly OutlineCommand[]): Uint8Array {
  const contours = contoursOf(commands);
  if (contours.length === 0) return new Uint8Array(0);
  const points = contours.flat();
  const size = 10 + contours.length * 2 + 2 + points.length * 5;
  const bytes = new Uint8Array(size + ((4 - (size % 4)) % 4));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put16 = (value: number) => {
    view.setInt16(at, value);
    at += 2;
  };
  const all = (pick: (point: Point) => number) => points.map(pick);
  put16(contours.length);
  put16(Math.min(...all(({ x }) => x)));
  put16(Math.min(...all(({ y }) => y)));
  put16(Math.max(...all(({ x }) => x)));
  put16(Math.max(...all(({ y }) => y)));
  let last = -1;
  for (const contour of contours) put16((last += contour.length));
  put16(0);
  for (const { on } of points) view.setUint8(at++, on ? 1 : 0);
  for (const axis of ["x", "y"] as const) {
    let before = 0;
    for (const point of points) {
      put16(point[axis] - before);
      before = point[axis];
    }
  }
  return bytes;
}

function contoursOf(commands: readonly OutlineCommand[]): Point[][] {
  const contours: Point[][] = [];
  const add = (x: number, y: number, on: boolean) =>
    contours.at(-1)!.push({ x: Math.round(x), y: Math.round(y), on });
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === "moveTo") contours.push([]);
    if (command === "moveTo" || command === "lineTo") add(a, b, true);
    else if (command === "quadraticCurveTo") {
      add(a, b, false);
      add(c, d, true);
    } else if (command === "bezierCurveTo") throw new RangeError("A TrueType outline has no cubic curves.");
  }
  return contours.filter((contour) => contour.length > 0);
}
