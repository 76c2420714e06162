import type { FormReply } from "#app/domain/form-reply.ts";
import { saidInWords } from "#app/domain/session/preflight-history.ts";
import { preflightItems, type PreflightItem } from "#app/domain/session/preflight-items.ts";
import type { PreflightSheet, Said } from "#app/domain/session/preflight.ts";
import { itemNames } from "#app/domain/session/preflight-words.ts";
import { TwoVersions } from "../commitment/two-versions.tsx";
import { typedList } from "../commitment/form-values.ts";
import type { Option } from "../forms/options.ts";
import { typedItem } from "./typed-item.ts";

type Props = { reply?: FormReply; sheet: PreflightSheet; facilitators: readonly Option[]; leading: string[] };

/** After somebody else saved first: what they said of each item beside what was typed, one line an item. */
export function SheetVersions({ reply, sheet, facilitators, leading }: Props) {
  if (reply?.theirs === undefined) return null;
  const names = (ids: readonly string[]) =>
    facilitators
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join(", ");
  const typed = {
    ...reply.values,
    leading: names(typedList(reply, "leading", [])),
    ...Object.fromEntries(preflightItems.map((item) => [item, typedInWords(reply, item)])),
  };
  return (
    <TwoVersions
      reply={{ ...reply, values: typed }}
      fields={[
        { label: "Racism discussed", name: "racismDiscussed", stored: sheet.racismDiscussed },
        { label: "Who answers", name: "owner", stored: sheet.owner },
        { label: "All is ready by", name: "readyBy", stored: sheet.readyBy ?? "" },
        { label: "Who leads it", name: "leading", stored: names(leading) },
        { label: "Two from racialised backgrounds", name: "twoRacialised", stored: sheet.twoRacialised },
        { label: "Handout shared on", name: "handoutOn", stored: sheet.handoutOn ?? "" },
        { label: "Invitation sent on", name: "invitedOn", stored: sheet.invitedOn ?? "" },
        ...preflightItems.map((item) => ({
          label: itemNames[item],
          name: item,
          stored: saidInWords(sheet.items[item]),
        })),
      ]}
    />
  );
}

function typedInWords(reply: FormReply, item: PreflightItem): string {
  const field = (name: keyof Said) => typedItem(reply, item, name, undefined);
  return saidInWords({
    state: field("state") as Said["state"],
    note: field("note").trim(),
    owner: field("owner").trim(),
    // Somebody else's save is noticed after the form was read: what stands here is a day.
    dueOn: field("dueOn"),
  });
}
