import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { safeNext } from "#app/http/safe-next.server.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "The file is too large – Kept" }];

/** Where the server leads who sent more than a form may hold: it did not read it, so no page of the form could answer. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  data({ back: safeNext(new URL(request.url).searchParams.get("back"), "") }, { status: 413 });

export default function TooLargePage() {
  const { back } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="The file is too large"
        lede="A file may have 10 MB at most. Nothing of what you sent was read or kept."
      />
      <div className="stack measure">
        <p>
          Choose a smaller file. A spreadsheet gets smaller when sheets and pictures that are not needed are
          taken out, a photo when it is saved in a smaller size, a long document when it is sent in parts.
        </p>
        {back ? (
          <ButtonLink href={back}>Back to the form</ButtonLink>
        ) : (
          <p>Go back in your browser to the page with the form.</p>
        )}
      </div>
    </>
  );
}
