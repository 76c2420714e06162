import type { SuggestedMeasure } from "#app/domain/framework/framework.ts";
import { SectionRule } from "../page/section-rule.tsx";

/** Measures that the adopted recommendations suggest; choosing one fills the form. */
export function SuggestedMeasures({ suggestions, base }: { suggestions: SuggestedMeasure[]; base: string }) {
  if (suggestions.length === 0) return null;
  return (
    <SectionRule id="suggested" title="Suggested for this recommendation" rule="quiet">
      <ul className="stack">
        {suggestions.map((one, index) => (
          <li key={one.title}>
            <a href={`${base}?suggestion=${index}`}>{one.title}</a>{" "}
            <span className="soft">
              ({one.unit}, {one.direction === "up" ? "more is better" : "less is better"})
            </span>
          </li>
        ))}
      </ul>
    </SectionRule>
  );
}
