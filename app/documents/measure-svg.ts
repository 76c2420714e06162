import { escapeMarkup } from "./markup.ts";
import type { MeasureGeometry } from "./measure-geometry.ts";

/** The drawing as an SVG file of its own: for documents that take pictures. */
export function measureSvg(geometry: MeasureGeometry): string {
  const { width, height, readings, targets, labels, axis } = geometry;
  const points = readings.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<line x1="${axis.x1}" x2="${axis.x2}" y1="${axis.y}" y2="${axis.y}" stroke="#80757e"/>`,
    ...targets.map(
      ([a, b]) =>
        `<line x1="${a.x}" x2="${b.x}" y1="${a.y}" y2="${b.y}" stroke="#875503" stroke-width="2" stroke-dasharray="6 4"/>`,
    ),
    `<polyline points="${points}" fill="none" stroke="#4b1d52" stroke-width="2.5"/>`,
    ...readings.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3.5" fill="#4b1d52"/>`),
    ...labels.map(
      ({ x, y, text, end }) =>
        `<text x="${x}" y="${y}" font-family="Verdana, sans-serif" font-size="11" fill="#5d5568"${end ? ' text-anchor="end"' : ""}>${escapeMarkup(text)}</text>`,
    ),
    "</svg>",
  ].join("");
}
