import type { ReactNode } from "react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { groups, preflightGroups, type PreflightItem } from "#app/domain/session/preflight-items.ts";
import type { Line, PreflightSheet } from "#app/domain/session/preflight.ts";
import { groupNames } from "#app/domain/session/preflight-words.ts";
import { typedOr, versionOf } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import type { Option } from "../forms/options.ts";
import { SaveBar } from "../forms/save-bar.tsx";
import { TextField } from "../forms/text-field.tsx";
import { FacilitatorChoice, RacismChoice } from "./facilitator-choice.tsx";
import { ItemFields } from "./item-fields.tsx";
import { SheetVersions } from "./sheet-versions.tsx";

type Props = {
  reply?: FormReply;
  sheet: PreflightSheet;
  version: number;
  lines: readonly Line[];
  facilitators: Option[];
  leading: string[];
};

/** What the organisation says of the session, under the headings of the readiness page; in each, what is open comes first. */
export function PreflightForm({ reply, sheet, version, lines, facilitators, leading }: Props) {
  const errors = reply?.errors;
  const day = (name: "handoutOn" | "invitedOn" | "readyBy", label: string, hint?: string) => (
    <DateField
      name={name}
      label={label}
      hint={hint}
      required={name === "readyBy"}
      defaultValue={typedOr(reply, name, sheet[name])}
      error={errors?.[name]}
    />
  );
  const own: Partial<Record<PreflightItem, ReactNode>> = {
    handout: day("handoutOn", "Handout shared on"),
    invitation: day("invitedOn", "Invitation sent on", "Leave it empty until the invitation is out."),
  };
  return (
    <Form errors={errors}>
      <SheetVersions reply={reply} sheet={sheet} facilitators={facilitators} leading={leading} />
      <input type="hidden" name="intent" value="sheet" />
      <HiddenVersion version={versionOf(reply, version)} />
      <RacismChoice reply={reply} stored={sheet.racismDiscussed} />
      <div className="preflight-who">
        <TextField
          name="owner"
          label="Who answers for the preflight"
          hint="A role is enough, and better: a name stays in the earlier versions. They answer for every item that names nobody else."
          required
          defaultValue={typedOr(reply, "owner", sheet.owner)}
          error={errors?.owner}
          maxLength={120}
        />
        {day(
          "readyBy",
          "All is ready by",
          "Before anybody is invited. It counts for every item without a day of its own.",
        )}
      </div>
      {groups.map((group) => (
        <Fieldset key={group} legend={groupNames[group]}>
          {group === "facilitation" ? (
            <FacilitatorChoice
              reply={reply}
              facilitators={facilitators}
              leading={leading}
              twoRacialised={sheet.twoRacialised}
            />
          ) : null}
          <div className="preflight-items">
            {openFirst(lines, preflightGroups[group]).map((line) => (
              <ItemFields key={line.item} reply={reply} line={line} said={sheet.items[line.item]}>
                {own[line.item]}
              </ItemFields>
            ))}
          </div>
        </Fieldset>
      ))}
      <SaveBar note="Saving invites nobody and publishes nothing.">
        <Button>Save the preflight</Button>
      </SaveBar>
    </Form>
  );
}

function openFirst(lines: readonly Line[], items: readonly PreflightItem[]): Line[] {
  const own = lines.filter(({ item }) => items.includes(item));
  return [...own.filter(({ fault }) => fault), ...own.filter(({ fault }) => !fault)];
}
