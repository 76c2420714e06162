import { countOf } from "#app/domain/counted.ts";

/** That comments were published and are gone, and by whose will: who takes down what is unwelcome cannot hide it. */
export function CommentsGone({ takenBack, takenDown }: { takenBack: number; takenDown: number }) {
  if (takenBack + takenDown === 0) return null;
  return (
    <p className="small soft">
      {takenBack > 0 ? `${countOf(takenBack, "comment")} taken back by who wrote it. ` : ""}
      {takenDown > 0 ? `${countOf(takenDown, "comment")} taken down by the organisation.` : ""}
    </p>
  );
}
