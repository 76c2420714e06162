import { ButtonLink } from "../forms/button-link.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { type DrawnBlock, PackPart } from "./pack-part.tsx";

/** The first page of the pack, and the whole of it in three forms. */
export function PackPage({ summary, base }: { summary: DrawnBlock[]; base: string }) {
  const [title, ...rest] = summary;
  return (
    <>
      <Breadcrumbs items={[{ label: "Board view", href: base }]} />
      <div className="stack pack">
        {title ? <PackPart block={title} /> : null}
        <div className="row no-print">
          <ButtonLink href={`${base}/pack/board-pack.html`}>Read or print the whole pack</ButtonLink>
          <ButtonLink href={`${base}/pack/board-pack.pdf`} variant="second">
            PDF
          </ButtonLink>
          <ButtonLink href={`${base}/pack/board-pack.docx`} variant="second">
            Word document
          </ButtonLink>
        </div>
        <p className="soft measure no-print">
          Each holds the same: this summary, the agenda, what happened since last time, the decisions asked
          for, and every commitment with its charts, readings, disputes, money and decisions.
        </p>
        {rest.map((block, index) => (
          <PackPart key={index} block={block} />
        ))}
      </div>
    </>
  );
}
