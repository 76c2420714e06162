import type { Status } from "#app/domain/commitment/public.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { lateMark, markOf } from "./status-of.ts";

/** Where a commitment stands, and how late it is when it is. */
export function StatusMarks({
  commitment,
  today,
}: {
  commitment: { status: Status; dueOn: string };
  today: string;
}) {
  const late = lateMark(commitment, today);
  return (
    <span className="row">
      <StatusMark {...markOf(commitment.status)} />
      {late ? <StatusMark {...late} /> : null}
    </span>
  );
}
