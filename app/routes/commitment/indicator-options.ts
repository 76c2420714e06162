import type { IndicatorFacts } from "#app/domain/commitment/indicator.ts";
import type { Option } from "#app/ui/forms/options.ts";

export function indicatorOptions(indicators: readonly IndicatorFacts[]): Option[] {
  return indicators.map(({ id, title, unit }) => ({ value: id, label: `${title} (${unit})` }));
}
