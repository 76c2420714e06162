import { needAreas, type Need } from "#app/domain/persona/need.ts";
import { areaNames } from "#app/domain/persona/words.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { BlankLine } from "./blank-line.tsx";

/** An empty persona, with a walk through every kind of barrier. */
export function Worksheet({ needs }: { needs: readonly Need[] }) {
  return (
    <SectionRule id="worksheet" title="Worksheet">
      <BlankLine label="What shall we call this person? (what they do or love, not what they are)" />
      <BlankLine label="A day in their life" lines={4} />
      <BlankLine label="What they are good at, and what a group would gain from them" lines={3} />
      <BlankLine label="What they hope for from taking part" lines={2} />
      <SectionRule
        id="barriers"
        title="Could they come?"
        lede="Walk through every kind of barrier, whoever the person is. Write down only what decides whether they can take part: what would meet it, how one can see that it is met, and what in their life it follows from."
        level={3}
        rule="plain"
      >
        {needAreas.map((area) => (
          <div key={area}>
            <BlankLine
              label={`${areaNames[area]} (such as: ${needs
                .filter((need) => need.area === area)
                .slice(0, 3)
                .map((need) => need.title.toLowerCase())
                .join("; ")})`}
              lines={2}
            />
          </div>
        ))}
      </SectionRule>
      <BlankLine label="Who made this with us, and what did each do?" lines={2} />
    </SectionRule>
  );
}
