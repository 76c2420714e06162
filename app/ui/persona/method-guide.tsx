import { SectionRule } from "../page/section-rule.tsx";

const steps = [
  {
    title: "Before: ask, and pay",
    points: [
      "Ask at least two organisations led by the communities you want to hear from. Let them say no.",
      "Agree the fee for the evening, for preparing it and for reading the result. Book and pay travel, care and food first.",
      "Offer somebody from the community to lead it with you, paid as a facilitator.",
      "Send the consent form and the worksheet ahead, in the formats and languages people use.",
    ],
  },
  {
    title: "During: people first, barriers second",
    points: [
      "Begin with what this person loves, knows and is good at. Needs come after strengths.",
      "Nobody has to tell what happened to them. A persona is made up from many lives, so that none can be recognised.",
      "Ask of each need: what would meet it, and how would you see that it is met?",
      "Ask where each need comes from. If all come from one thing, the person has become a label: ask what else shapes their day.",
      "Say before hard subjects what is coming. Leave a door open, a quiet room and somebody to talk to.",
    ],
  },
  {
    title: "After: give it back",
    points: [
      "Send what was written to everybody who was there. It is finished when they say so.",
      "The makers choose the licence and the day of the next review, and each group gets its own private link to take the persona back.",
      "Tell them each time it changed something, and what.",
    ],
  },
];

/** How to lead an evening on which a persona is made. */
export function FacilitationGuide() {
  return (
    <SectionRule id="guide" title="Facilitation guide">
      <div className="stack-wide">
        {steps.map((step) => (
          <div key={step.title}>
            <h3>{step.title}</h3>
            <ul className="measure">
              {step.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </SectionRule>
  );
}
