import { frameworkKey, type Framework } from "#app/domain/framework/framework.ts";
import type { Option } from "../forms/options.ts";

/** Every recommendation of every framework as a choice; the version is named where there are several frameworks. */
export function recommendationOptions(frameworks: readonly Framework[]): Option[] {
  return frameworks.flatMap((framework) =>
    framework.recommendations.map((one) => ({
      value: `${frameworkKey(framework)}/${one.id}`,
      label: `${one.number}. ${one.title}`,
      hint: frameworks.length > 1 ? `${framework.shortTitle}, version ${framework.version}` : undefined,
    })),
  );
}
