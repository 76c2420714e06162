import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { JourneyStrip } from "#app/ui/charts/journey-strip.tsx";
import { markKinds, markMeaning } from "#app/ui/marks/mark-kinds.ts";
import { StatusMark } from "#app/ui/marks/status-mark.tsx";
import { TimelineItem } from "#app/ui/record/timeline-item.tsx";

const html = renderToStaticMarkup;

describe("a moment on the thread", () => {
  it("gives both dates only when they differ, and marks a late record", () => {
    const sameDay = html(<TimelineItem kind="progress" on="2026-06-18" recordedOn="2026-06-18" title="T" />);
    expect(sameDay).not.toContain("recorded");
    const later = html(<TimelineItem kind="setback" on="2026-06-18" recordedOn="2026-08-02" title="T" />);
    expect(later).toContain("recorded 45 days later");
    const soon = html(<TimelineItem kind="setback" on="2026-06-18" recordedOn="2026-07-02" title="T" />);
    expect(soon).toContain("2 July 2026");
    expect(soon).not.toContain("days later");
  });

  it("shows the reason and none of the words when they were withdrawn", () => {
    const item = html(
      <TimelineItem
        kind="progress"
        on="2026-06-18"
        title="An update"
        change={{ was: "secret was", now: "secret now", why: "secret why" }}
        sides={[{ who: "secret who", says: "secret says" }]}
        withdrawn={{ on: "2026-07-01", reason: "it named a person." }}
      >
        secret words
      </TimelineItem>,
    );
    expect(item).toContain(
      'withdrawn on <time dateTime="2026-07-01">1 July 2026</time>. Reason given: it named a person.',
    );
    expect(item).not.toContain("secret");
  });
});

it.each(markKinds)("%s is a shape and a word, not a colour alone", (kind) => {
  const mark = html(<StatusMark kind={kind} />);
  expect(mark).toMatch(/<(path|circle|rect)/);
  expect(mark).toContain(markMeaning[kind].word);
});

it("draws a strip without inline styles, every fact of it again in words", () => {
  const strip = html(
    <JourneyStrip
      title="One commitment"
      today="2026-11-20"
      lanes={[
        {
          id: "1",
          title: "Pay within 10 days",
          href: "/c/1",
          dueOn: "2026-10-01",
          segments: [{ from: "2025-03-10", to: "2026-11-20", style: "stalled" }],
          marks: [{ on: "2025-09-18", kind: "setback", label: "Vouchers were refused" }],
        },
      ]}
    />,
  );
  expect(strip).not.toContain(" style=");
  for (const words of [
    "Stalled from 10 March 2025",
    "18 September 2025: Vouchers were refused",
    "Due 1 October 2026",
  ]) {
    expect(strip).toContain(words);
  }
});
