import { countOf } from "#app/domain/counted.ts";
import type { Behind } from "#app/domain/handout/behind.ts";
import { Notice } from "../data/notice.tsx";

/** Which languages say other words than the handout, and what to do about it. */
export function BehindNotice({ behind, behaviours }: { behind: readonly Behind[]; behaviours: number }) {
  if (behind.length === 0) return null;
  return (
    <Notice kind="warn">
      <ul>
        {behind.map(({ name, sayingVersion, lines }) => (
          <li key={name}>
            <bdi>{name}</bdi>:{" "}
            {[
              sayingVersion === undefined ? "" : `it still says the words of version ${sayingVersion}.`,
              lines === undefined ? "" : `it has ${countOf(lines, "line")} for ${behaviours} behaviours.`,
            ]
              .filter(Boolean)
              .join(" And ")}{" "}
            Ask its translator, and paste it in again.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
