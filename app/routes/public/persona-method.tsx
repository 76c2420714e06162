import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { ConsentForm } from "#app/ui/persona/method-consent.tsx";
import { FacilitationGuide } from "#app/ui/persona/method-guide.tsx";
import { Worksheet } from "#app/ui/persona/method-worksheet.tsx";
import { pageMeta } from "./page-meta.ts";

export const loader = ({ context }: LoaderFunctionArgs) => ({ url: `${context.publicUrl}/personas/method` });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Making personas together",
        description: "A facilitation guide, a consent form and a worksheet to print.",
        url: data.url,
      })
    : [];

export default function Method() {
  return (
    <>
      <PageHeading
        title="Making personas together"
        lede="Three things to print: a guide for whoever leads the evening, a consent form, and an empty worksheet. They hold nobody's story: the people in the room bring their own."
      />
      <FacilitationGuide />
      <ConsentForm />
      <Worksheet needs={vocabulary} />
    </>
  );
}
