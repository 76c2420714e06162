import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type Props = {
  id: string;
  offered: boolean;
  /** Why it cannot go out yet. */
  blocked?: string;
  version: number;
  publishHref: string;
  errors?: Record<string, string[]>;
};

/** Meaning a persona for the public. It goes out at the publishing desk, with everything else. */
export function OfferSection({ id, offered, blocked, version, publishHref, errors }: Props) {
  return (
    <SectionRule id="publish" title="Open library" rule="quiet">
      {offered ? (
        <p>
          It is meant for the public. What changes goes out when you <a href={publishHref}>publish</a>; what
          the public sees now is at <a href={`/personas/${id}`}>its page in the library</a>.
        </p>
      ) : blocked ? (
        <p>{blocked}</p>
      ) : (
        <Form errors={errors}>
          <input type="hidden" name="intent" value="offer" />
          <HiddenVersion version={version} />
          <p>
            The makers agreed to publish it under its licence? Then offer it: others can use it, with its
            makers' names. Only the makers can take it back.
          </p>
          <Button variant="second">Offer it to the open library</Button>
        </Form>
      )}
    </SectionRule>
  );
}
