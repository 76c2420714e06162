import type { Dish, FoodWarning } from "#app/domain/calendar/food.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { typed, type FormReply } from "#app/domain/form-reply.ts";
import { ingredientNames, ingredients, labelNames, labels } from "#app/domain/session/dish-input.ts";
import { typedList, versionOf } from "../commitment/form-values.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Notice } from "../data/notice.tsx";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextField } from "../forms/text-field.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type FoodPageProps = {
  dishes: Dish[];
  separateServing: boolean;
  warnings: FoodWarning[];
  version: number;
  mayEdit: boolean;
  reply: FormReply | undefined;
};

/** What is served, and who could not eat it. */
export function FoodPage({ dishes, separateServing, warnings, version, mayEdit, reply }: FoodPageProps) {
  return (
    <>
      <PageHeading
        title="Food"
        lede="Who could not eat here? Practices differ within every tradition: ask as well."
      />
      {warnings.length > 0 ? (
        <ul className="conflicts">
          {warnings.map(({ tradition, warning, mend }) => (
            <li className="conflict conflict-moderate" key={`${tradition} ${warning}`}>
              <b>{traditionName(tradition)}:</b> {warning} {mend}
            </li>
          ))}
        </ul>
      ) : (
        <Notice kind="info">Nothing on this menu leaves out a tradition that we know of.</Notice>
      )}
      <SectionRule id="menu" title="The menu">
        {dishes.length === 0 ? <EmptyState title="No dish yet">Add what will be served.</EmptyState> : null}
        <ul className="plain-list">
          {dishes.map((dish, index) => (
            <li key={`${dish.name} ${index}`}>
              <form method="post" className="row">
                <b>{dish.name}</b>
                <span className="soft">
                  {[
                    ...dish.contains.map((one) => ingredientNames[one]),
                    ...dish.labels.map((one) => `labelled ${labelNames[one].toLowerCase()}`),
                  ].join(", ")}
                </span>
                {mayEdit ? (
                  <>
                    <HiddenVersion version={version} />
                    <input type="hidden" name="index" value={index} />
                    <Button variant="quiet" name="intent" value="remove">
                      Take off the menu<span className="visually-hidden">: {dish.name}</span>
                    </Button>
                  </>
                ) : null}
              </form>
            </li>
          ))}
        </ul>
      </SectionRule>
      {mayEdit ? (
        <>
          <SectionRule id="serving" title="Serving" rule="quiet">
            <form method="post" className="form">
              <HiddenVersion version={version} />
              <CheckboxGroup
                name="separateServing"
                label="Kept apart"
                options={[{ value: "on", label: "Each kind has its own plates, spoons and table" }]}
                defaultValue={separateServing ? ["on"] : []}
              />
              <div className="row">
                <Button variant="second" name="intent" value="serving">
                  Save
                </Button>
              </div>
            </form>
          </SectionRule>
          <AddDish version={version} reply={reply} />
        </>
      ) : null}
    </>
  );
}

function AddDish({ version, reply }: { version: number; reply: FormReply | undefined }) {
  return (
    <SectionRule id="add" title="Add a dish" rule="quiet">
      <Form errors={reply?.errors}>
        <HiddenVersion version={versionOf(reply, version)} />
        <TextField
          name="name"
          label="Dish"
          defaultValue={typed(reply, "name")}
          error={reply?.errors.name}
          required
        />
        <CheckboxGroup
          name="contains"
          label="It contains"
          options={ingredients.map((one) => ({ value: one, label: ingredientNames[one] }))}
          defaultValue={typedList(reply, "contains", [])}
        />
        <CheckboxGroup
          name="labels"
          label="It is labelled"
          options={labels.map((one) => ({ value: one, label: labelNames[one] }))}
          defaultValue={typedList(reply, "labels", [])}
          error={reply?.errors.labels}
        />
        <div className="row">
          <Button name="intent" value="add">
            Add it
          </Button>
        </div>
      </Form>
    </SectionRule>
  );
}
