import type PDFDocument from "pdfkit";

type Doc = InstanceType<typeof PDFDocument>;
type Item = Doc["outline"];
/** What pdfkit has and its types do not say. */
type Raw = { children: Raw[]; outlineData: { Count?: number } };

/** Headings of the second and third level as bookmarks, the third folded under the second. */
export class Bookmarks {
  private section: Item | undefined;

  constructor(private readonly doc: Doc) {}

  /** @param y where the heading stands on the page, in points from its top */
  add(level: number, text: string, y: number): void {
    // pdfkit counts `left` from the right edge.
    const place = { top: Math.max(0, y - 8), left: this.doc.page.width } as { expanded?: boolean };
    if (level === 2) this.section = this.doc.outline.addItem(text, place);
    else if (level === 3) this.section?.addItem(text, place);
  }

  /** An item that has others under it, folded, says how many (ISO 32000-1, table 153): pdfkit leaves that out. */
  end(): void {
    const outline = this.doc.outline as unknown as Raw;
    if (outline.children.length === 0) return;
    outline.outlineData.Count = outline.children.length;
    for (const { children, outlineData } of outline.children)
      if (children.length > 0) outlineData.Count = -children.length;
  }
}
