import { writtenDay } from "../dates/written-day.ts";
import type { Afterwards } from "./preflight-afterwards.ts";
import { computedItems, preflightItems } from "./preflight-items.ts";
import { itemNames } from "./preflight-words.ts";
import type { PreflightSheet, Said } from "./preflight.ts";

/** A preflight as it stood after one save. `leading` holds the working names of those who led it. */
export type SheetVersion = {
  sheet: PreflightSheet;
  leading: readonly string[];
  afterwards: Afterwards | null;
};

/** One part of a preflight in words; `key` is the same in every version, and an empty `says` means that nothing was said. */
export type Part = { key: string; label: string; says: string };

const yesOrNo = { yes: "Yes", no: "No", "not-known": "Not known" } as const;
const stateWords: Record<Said["state"], string> = {
  done: "Arranged",
  "not-yet": "",
  "not-needed": "Not needed",
};

/** What was said of one item, on one line. */
export function saidInWords(said: Partial<Said> | undefined): string {
  if (!said) return "";
  const { state, note, owner, dueOn } = said;
  const stands = state ? stateWords[state] : "";
  const arranged = [stands, note === stands ? "" : note].filter(Boolean).join(": ");
  return [arranged, owner, dueOn && `by ${writtenDay(dueOn)}`].filter(Boolean).join("; ");
}

/** What a version says, in the order of its page, with what nobody said and might have. */
export function partsOf(version: SheetVersion): Part[] {
  const computed: readonly string[] = computedItems;
  return allParts(version).filter(
    ({ key, says }) => says !== "" || !(computed.includes(key) || afterwardsKeys.includes(key)),
  );
}

const afterwardsKeys = ["whatHappened", "couldNotCome", "toChange", "notAsPlanned"];

function allParts({ sheet, leading, afterwards }: SheetVersion): Part[] {
  const day = (iso: string | undefined) => (iso ? writtenDay(iso) : "");
  const part = (key: string, label: string, says: string): Part => ({ key, label, says });
  return [
    part("racismDiscussed", "Racism discussed", yesOrNo[sheet.racismDiscussed]),
    part("owner", "Who answers for the preflight", sheet.owner),
    part("readyBy", "All is ready by", day(sheet.readyBy)),
    part("leading", "Who leads it", leading.join(", ")),
    part("twoRacialised", "Two from racialised backgrounds", yesOrNo[sheet.twoRacialised]),
    part("handoutOn", "Handout shared on", day(sheet.handoutOn)),
    part("invitedOn", "Invitation sent on", day(sheet.invitedOn)),
    ...preflightItems.map((item) => part(item, itemNames[item], saidInWords(sheet.items[item]))),
    part("whatHappened", "What happened", afterwards?.whatHappened ?? ""),
    part("couldNotCome", "Who could not come", afterwards?.couldNotCome ?? ""),
    part("toChange", "What to change", afterwards?.toChange ?? ""),
    part(
      "notAsPlanned",
      "Not as planned",
      (afterwards?.notAsPlanned ?? []).map((item) => itemNames[item]).join("; "),
    ),
  ];
}

/** What one save changed, part by part; of the first one everything that it said. */
export function changesSince(
  before: SheetVersion | undefined,
  after: SheetVersion,
): { label: string; was: string; now: string }[] {
  const was = new Map((before ? allParts(before) : []).map(({ key, says }) => [key, says]));
  return allParts(after)
    .map(({ key, label, says }) => ({ label, was: was.get(key) ?? "", now: says }))
    .filter((change) => change.was !== change.now);
}
