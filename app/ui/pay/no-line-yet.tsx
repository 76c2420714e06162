import { useParams } from "@remix-run/react";
import { EmptyState } from "../data/empty-state.tsx";
import { ButtonLink } from "../forms/button-link.tsx";

/** Where money would be promised or paid and no fund has a line to take it from. */
export function NoLineYet() {
  const { organisation } = useParams();
  return (
    <EmptyState
      title="First a fund with a line"
      action={<ButtonLink href={`/o/${organisation}/pay/funds`}>Go to the funds</ButtonLink>}
    >
      <p>
        Money for people comes out of a line of a fund, such as “Time” or “Fares”. Add a fund, give it a line,
        then come back.
      </p>
    </EmptyState>
  );
}
