import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Level } from "#app/domain/audit/instrument.ts";
import { SlopePlot } from "#app/ui/audit/slope-plot.tsx";

/** Wider than any letter of the labels' type is on average, in the drawing's own units. */
const letter = 6.2;

function labelsOf(rounds: string[]) {
  const levels: Level[] = rounds.map(() => "trying");
  const html = renderToStaticMarkup(
    <SlopePlot
      title="What moved"
      rounds={rounds}
      trends={[{ question: "feedback-loops", voice: "team", levels }]}
    />,
  );
  const width = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]);
  const drawn = [
    ...html.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="(start|middle|end)">([^<]*)</g),
  ];
  const labels = drawn
    .map(([, x, y, anchor, text]) => {
      const long = text!.length * letter;
      const start = Number(x) - (anchor === "middle" ? long / 2 : anchor === "end" ? long : 0);
      return { y: Number(y), start, end: start + long, text: text! };
    })
    .filter(({ y }) => y > 200);
  return { width, labels };
}

describe("names of rounds under the lines", () => {
  it.each([
    [["Where we start", "A year on"]],
    [["The very first self-audit of them all", "After the changes to how we answer"]],
    [["Spring 2023", "Spring 2024", "Spring 2025"]],
    [["The first self-audit", "The second self-audit", "The third self-audit"]],
    [["2021", "2022", "2023", "2024", "2025"]],
    [["Spring 2021", "Spring 2022", "Spring 2023", "Spring 2024", "Spring 2025", "Spring 2026"]],
  ])("stand clear of one another: %s", (rounds) => {
    const { width, labels } = labelsOf(rounds);
    expect(labels).toHaveLength(rounds.length);
    for (const { start, end } of labels) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(width);
    }
    const clashes = labels.flatMap((one, at) =>
      labels
        .slice(at + 1)
        .filter((other) => other.y === one.y && other.start < one.end + 4 && one.start < other.end + 4),
    );
    expect(clashes).toEqual([]);
  });
  it("are whole where there is room", () => {
    expect(labelsOf(["Where we start", "A year on"]).labels.map(({ text }) => text)).toEqual([
      "Where we start",
      "A year on",
    ]);
  });
});

describe("what moved, in a sentence", () => {
  const sentence = (...said: (Level | null)[]) =>
    renderToStaticMarkup(
      <SlopePlot
        title="What moved"
        rounds={said.map((_, at) => `Round ${at}`)}
        trends={[{ question: "feedback-loops", voice: "team", levels: said }]}
      />,
    );
  it("names each step once, and goes from a level to another and never to itself", () => {
    expect(sentence("trying", "trying", "practised")).toContain("Team went from “Trying” to “Practised”.");
    expect(sentence("trying", null, "talking", "trying")).toContain(
      "Team went from “Trying” to “Talking” to “Trying”.",
    );
    expect(sentence("trying", null, "trying")).toContain("Team stays at “Trying”.");
  });
});
