import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxGroup } from "#app/ui/forms/checkbox-group.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { Form } from "#app/ui/forms/form.tsx";
import { MoneyField } from "#app/ui/forms/money-field.tsx";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextArea } from "#app/ui/forms/text-area.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";

const html = renderToStaticMarkup;
const wrong = {
  form: ["Somebody else saved first."],
  "measures[0].target": ["The target must be a number."],
};

describe("what is wrong with one field", () => {
  const file = (error: string[]) => html(<FileField name="file" label="File" error={error} />);
  it("is a sentence, or a list when there is more than one", () => {
    expect(file(["Choose a file."])).not.toContain("<li>");
    expect(file(["Row 2 is wrong.", "Row 3 is wrong."])).toContain(
      "<li>Row 2 is wrong.</li><li>Row 3 is wrong.</li>",
    );
  });
  it("stops after five: the summary above the form has them all", () => {
    const rows = [2, 3, 4, 5, 6, 7, 8].map((row) => `Row ${row} is wrong.`);
    const said = file(rows);
    expect(said).toContain("<li>Row 6 is wrong.</li><li>And 2 more, listed above the form.</li>");
    expect(said).not.toContain("Row 7");
  });
});

describe("the summary of errors", () => {
  it("leads to the very control that carries the name", () => {
    const summary = html(<ErrorSummary errors={wrong} />);
    const target = /href="#([^"]+)"/.exec(summary)?.[1];
    expect(html(<TextField name="measures[0].target" label="Target" />)).toContain(`id="${target}"`);
    expect(
      html(<RadioGroup name="measures[0].target" label="Target" options={[{ value: "a", label: "A" }]} />),
    ).toContain(`id="${target}"`);
  });

  it("counts what is wrong, links no further than fields, and takes the focus", () => {
    const summary = html(<ErrorSummary errors={wrong} />);
    expect(summary).toContain("2 things to put right");
    expect(summary).toContain("<li>Somebody else saved first.</li>");
    expect(summary).toMatch(/autofocus="" [^>]*tabindex="-1"/);
  });

  it("is absent when nothing is wrong", () => {
    expect(html(<ErrorSummary errors={undefined} />)).toBe("");
    expect(html(<ErrorSummary errors={{ title: [] }} />)).toBe("");
  });
});

describe("a field", () => {
  it("ties its hint and its errors to the control, and only those it shows", () => {
    const both = html(
      <TextArea name="why" label="Why?" hint="In a sentence." error={["Say why."]} required />,
    );
    expect(both).toContain('aria-describedby="field-why-hint field-why-error"');
    expect(both).toContain('aria-invalid="true"');
    expect(html(<TextField name="why" label="Why?" required />)).not.toMatch(
      /aria-describedby|aria-invalid|optional/,
    );
  });

  it("says when it may stay empty", () => {
    expect(html(<TextField name="note" label="Note" />)).toContain("(optional)");
  });

  it("shows again what was typed, even a wrong amount", () => {
    expect(html(<MoneyField name="pay" label="Pay" defaultValue="twenty" defaultPence={2000} />)).toContain(
      'value="twenty"',
    );
    expect(html(<MoneyField name="pay" label="Pay" defaultPence={2050} />)).toContain('value="20.50"');
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ];
    expect(html(<SelectField name="s" label="S" options={options} defaultValue="b" />)).toContain(
      'value="b" selected=""',
    );
    expect(
      html(<CheckboxGroup name="c" label="C" options={options} defaultValue={["b"]} />).match(/checked=""/g),
    ).toHaveLength(1);
  });
});

it("posts, carries files only when told, and leaves checking to the server", () => {
  expect(html(<Form action="/x">{null}</Form>)).toBe(
    '<form class="form" method="post" action="/x" novalidate=""></form>',
  );
  expect(html(<Form files>{null}</Form>)).toContain('encType="multipart/form-data"');
});
