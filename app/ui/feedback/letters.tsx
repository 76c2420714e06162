import { formatDate } from "../format.ts";

/** One private link as it goes onto paper. `qr` is an SVG as a data address; `number` names it when it is lost. */
export type Letter = { url: string; qr: string; number: number };

/** Large-print letters, one to a page, for handing out: what it is about, the address, and a code to scan. */
export function Letters({
  letters,
  title,
  organisation,
  about,
  until,
}: {
  letters: Letter[];
  title: string;
  organisation: string;
  /** What the letter is about, in the words of the person who gets it. */
  about: string;
  /** ISO date on which the link stops. */
  until: string;
}) {
  return (
    <div className="letters">
      {letters.map(({ url, qr, number }, position) => (
        <article className="letter" key={url}>
          <h2>{title}</h2>
          <p>{about}</p>
          <p>
            {organisation} wants to hear from you. You need no account. Nobody is told who answered what. You
            can also take your words back.
          </p>
          <img src={qr} width={200} height={200} alt={`Code ${position + 1} of ${letters.length} to scan`} />
          <p>Scan the code, or type this address:</p>
          <p className="letter-address">{url}</p>
          <p>
            It is yours alone and works until {formatDate(until)}. If you lose it, ask {organisation} for a
            new one and say that yours is number {number}.
          </p>
        </article>
      ))}
    </div>
  );
}
