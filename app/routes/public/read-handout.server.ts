import { HandoutContent, handoutSubject } from "#app/domain/handout/handout.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** The handout as it was published last. @throws Response (404) when there is none, or its words were withdrawn */
export async function readHandout(slug: string | undefined) {
  const journey = await readJourney(slug);
  const latest = journey.state.subjects.get(handoutSubject)?.at(-1);
  const handout = latest?.body ? HandoutContent.safeParse(latest.body.content) : undefined;
  if (!latest || !handout?.success) throw refusalResponse(Refusal.notFound("handout"));
  const { name, demonstration } = journey.fold().organisation;
  return {
    slug: journey.slug,
    size: journey.state.size,
    organisation: name,
    demonstration: demonstration ? name : undefined,
    entry: latest.index,
    handout: handout.data,
  };
}
