import type { NextStep } from "#app/domain/commitment/next-steps.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { Icon } from "../marks/icon.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** The way to a public journey. Only the next step has a button; nothing is shown once all are taken. */
export function NextSteps({ steps, base }: { steps: NextStep[]; base: string }) {
  const next = steps.find((step) => !step.done);
  if (!next) return null;
  return (
    <SectionRule id="next" title="What to do next">
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.id} data-done={step.done ? "" : undefined} data-next={step === next ? "" : undefined}>
            <span className="step-mark">{step.done ? <Icon name="tick" /> : null}</span>
            <div>
              <h3>
                {step.done ? <span className="visually-hidden">Done: </span> : null}
                {step === next ? step.title : <a href={`${base}/${step.path}`}>{step.title}</a>}
              </h3>
              {step.done ? null : <p>{step.why}</p>}
              {step === next ? <ButtonLink href={`${base}/${step.path}`}>{step.title}</ButtonLink> : null}
            </div>
          </li>
        ))}
      </ol>
    </SectionRule>
  );
}
