import { crc32, deflateSync } from "node:zlib";
import type { MeasureGeometry, Point } from "./measure-geometry.ts";

/** Dots for each unit of the drawing, so that lines stay smooth on paper. */
const scale = 2;
/** White, the axis, the targets, the readings: as in the SVG. */
const palette = [
  [255, 255, 255],
  [128, 117, 126],
  [135, 85, 3],
  [75, 29, 82],
] as const;

/**
 * The lines of a drawing as a PNG, for word processors that cannot show its SVG. Without the words at its ends: they stand in the
 * sentence above it and in the table below.
 */
export function measurePng({ width, height, readings, targets, axis }: MeasureGeometry): Uint8Array {
  const paper = new Paper(width * scale, height * scale);
  paper.line({ x: axis.x1, y: axis.y }, { x: axis.x2, y: axis.y }, { ink: 1, radius: 0.5 });
  for (const [from, to] of targets) paper.line(from, to, { ink: 2, radius: 1, dash: 6, gap: 4 });
  readings.forEach((point, index) => {
    if (index > 0) paper.line(readings[index - 1]!, point, { ink: 3, radius: 1.25 });
    paper.dot(point, { ink: 3, radius: 3.5 });
  });
  return paper.png();
}

type Pen = { ink: number; radius: number };

class Paper {
  /** One byte a dot, and one before each row: no filter. */
  private readonly dots: Uint8Array;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.dots = new Uint8Array((width + 1) * height);
  }

  line(from: Point, to: Point, { dash = Infinity, gap = 0, ...pen }: Pen & { dash?: number; gap?: number }) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.max(1, Math.ceil(length * scale));
    for (let step = 0; step <= steps; step += 1) {
      const part = step / steps;
      if ((part * length) % (dash + gap) >= dash) continue;
      this.dot({ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }, pen);
    }
  }

  dot({ x, y }: Point, { ink, radius }: Pen) {
    const [middleX, middleY, reach] = [x * scale, y * scale, radius * scale];
    for (
      let row = Math.max(0, Math.floor(middleY - reach));
      row < Math.min(this.height, middleY + reach);
      row += 1
    )
      for (
        let at = Math.max(0, Math.floor(middleX - reach));
        at < Math.min(this.width, middleX + reach);
        at += 1
      )
        if (Math.hypot(at + 0.5 - middleX, row + 0.5 - middleY) <= reach)
          this.dots[row * (this.width + 1) + 1 + at] = ink;
  }

  /** ISO/IEC 15948: a palette of one byte a dot. */
  png(): Uint8Array {
    const header = new Uint8Array(13);
    const view = new DataView(header.buffer);
    view.setUint32(0, this.width);
    view.setUint32(4, this.height);
    header.set([8, 3, 0, 0, 0], 8);
    return Buffer.concat([
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk("IHDR", header),
      chunk("PLTE", Uint8Array.from(palette.flat())),
      chunk("IDAT", deflateSync(this.dots)),
      chunk("IEND", new Uint8Array(0)),
    ]);
  }
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([new TextEncoder().encode(name), data]);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(named));
  const bytes = new Uint8Array(ends.buffer);
  return Buffer.concat([bytes.subarray(0, 4), named, bytes.subarray(4)]);
}
