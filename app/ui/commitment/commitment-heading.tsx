import type { Status } from "#app/domain/commitment/public.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { StatusMarks } from "./status-marks.tsx";

type Props = {
  commitment: { title: string; what: string; status: Status; dueOn: string };
  base: string;
  /** Where those whom the promise affects are asked whether it was kept. */
  askPeople: string;
  mayEdit: boolean;
  today: string;
};

/** The promise, where it stands, and what a member can do about it. */
export function CommitmentHeading({ commitment, base, askPeople, mayEdit, today }: Props) {
  return (
    <PageHeading
      title={commitment.title}
      lede={commitment.what}
      actions={
        mayEdit ? (
          <>
            <ButtonLink href={`${base}/updates/new`}>Write an update</ButtonLink>
            <ButtonLink href={`${base}/status`} variant="second">
              Change the status
            </ButtonLink>
            <ButtonLink href={`${base}/edit`} variant="second">
              Change the words
            </ButtonLink>
            <ButtonLink href={askPeople} variant="quiet">
              Ask the people affected
            </ButtonLink>
            <ButtonLink href={`${base}/money`} variant="quiet">
              Money for this
            </ButtonLink>
            <ButtonLink href={`${base}/review`} variant="quiet">
              What the board says
            </ButtonLink>
          </>
        ) : (
          <>
            <ButtonLink href={`${base}/review`}>Review it</ButtonLink>
            <ButtonLink href={`${base}/money`} variant="quiet">
              Money for this
            </ButtonLink>
          </>
        )
      }
    >
      <StatusMarks commitment={commitment} today={today} />
    </PageHeading>
  );
}
