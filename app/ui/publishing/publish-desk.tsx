import { countOf } from "#app/domain/counted.ts";
import type { Change, Proposal } from "#app/domain/publishing/propose.ts";
import { reasonField } from "#app/domain/publishing/drafts.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Notice } from "../data/notice.tsx";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { Form } from "../forms/form.tsx";
import { SaveBar } from "../forms/save-bar.tsx";
import { listOf } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";
import { ChangeItem } from "./change-item.tsx";

type PublishDeskProps = {
  proposal: Proposal;
  fingerprint: string;
  mayPublish: boolean;
  /** What a board reviewer has still to accept before it can be published. */
  waitsFor: readonly string[];
  boardHref: string;
  previewHref: string;
  publicHref: string;
  errors?: Record<string, string[]>;
  typed?: Record<string, unknown>;
};

/** What publishing would change for the public: what needs a reason first, then what else changed, then what is new. */
export function PublishDesk({ proposal, mayPublish, ...desk }: PublishDeskProps) {
  const { changes, unchanged } = proposal;
  if (changes.length === 0)
    return (
      <EmptyState
        title="The public sees everything"
        action={<a href={desk.publicHref}>Read the public page</a>}
      >
        {unchanged === 0
          ? "Nothing is ready to be published yet."
          : "Nothing has changed since you last published."}
      </EmptyState>
    );
  const asking = changes.filter((change) => change.reasonDemanded);
  const changed = changes.filter((change) => change.standing === "changed" && !change.reasonDemanded);
  const added = changes.filter((change) => change.standing === "added");
  const list = (items: readonly Change[]) => (
    <ul className="publish-list">
      {items.map((change) => (
        <ChangeItem
          key={change.key}
          change={change}
          asks={mayPublish}
          error={desk.errors?.[reasonField(change)]}
          typed={textOf(desk.typed?.[reasonField(change)])}
        />
      ))}
    </ul>
  );
  return (
    <Form errors={desk.errors}>
      <input type="hidden" name="fingerprint" value={desk.fingerprint} />
      {desk.waitsFor.length > 0 ? (
        <Notice kind="warn">
          <p>
            The board asks for a second pair of eyes. A reviewer has still to accept{" "}
            {listOf(desk.waitsFor.map((one) => `“${one}”`))}:{" "}
            <a href={`${desk.boardHref}/clearance`}>see what waits</a>, and each commitment on its own page.
          </p>
        </Notice>
      ) : null}
      {mayPublish ? null : (
        <Notice kind="info">
          Reviewers can read what would be published. An editor or an owner publishes it.
        </Notice>
      )}
      {asking.length > 0 ? (
        <SectionRule
          id="reasons"
          title="Say why"
          lede="These make a promise smaller, or change its words so that only a person can tell. The public reads your reason beside each."
        >
          {list(asking)}
        </SectionRule>
      ) : null}
      {changed.length > 0 ? (
        <SectionRule id="changed" title="Also changed">
          {list(changed)}
        </SectionRule>
      ) : null}
      {added.length > 0 ? (
        <SectionRule id="added" title="New">
          {list(added)}
        </SectionRule>
      ) : null}
      <p className="soft">{countOf(unchanged, "published item")} stay as they are.</p>
      {mayPublish ? (
        <SaveBar>
          <Button>Publish {countOf(changes.length, "entry", "entries")}</Button>
          <ButtonLink href={desk.previewHref} variant="second">
            See it as the public will
          </ButtonLink>
        </SaveBar>
      ) : (
        <ButtonLink href={desk.previewHref} variant="second">
          See it as the public will
        </ButtonLink>
      )}
    </Form>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
