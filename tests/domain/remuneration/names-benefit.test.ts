import { describe, expect, it } from "vitest";
import { benefitNamed, refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";

describe("a text that names a benefit", () => {
  it.each([
    ["is on Universal Credit", "Universal Credit"],
    ["UNIVERSAL  CREDIT, ask first", "UNIVERSAL CREDIT"],
    ["gets PIP", "PIP"],
    ["on pip", "pip"],
    ["(ESA)", "ESA"],
    ["PIP/ESA", "PIP"],
    ["JSA-based", "JSA"],
    ["Jobseeker’s Allowance", "Jobseeker’s Allowance"],
    ["job seekers allowance", "job seekers allowance"],
    ["JSA claimant", "JSA"],
    ["housing benefit paid weekly", "housing benefit"],
    ["Carer's Allowance", "Carer's Allowance"],
    ["carers allowance", "carers allowance"],
    ["Employment and Support Allowance", "Employment and Support Allowance"],
    ["Personal Independence Payment", "Personal Independence Payment"],
    ["tax credits", "tax credits"],
    ["income support since May", "income support"],
    ["she claims benefits", "claims benefits"],
    ["in receipt of benefits", "in receipt of benefits"],
  ])("is seen in %j", (text, words) => {
    expect(benefitNamed(text)).toBe(words);
  });

  it.each([
    "Benefits and tax advice offered",
    "P-014",
    "UC-0012",
    "2026/ESA/004",
    "Pip",
    "bank transfer",
    "Group member who pips fruit",
    "The benefit of hindsight",
    "Community benefit society",
    "credit transfer",
    "Support worker",
    "He sat in a pipeline meeting",
    "",
  ])("is not seen in %j", (text) => {
    expect(benefitNamed(text)).toBeUndefined();
  });

  it("is refused under the field in which it stands, and under no other", () => {
    expect(() => refuseBenefits({ role: "Group member", note: undefined })).not.toThrow();
    try {
      refuseBenefits({ role: "Group member", community: "People on PIP", note: "Universal Credit" });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        detail: {
          kind: "invalid",
          fields: {
            community: [expect.stringMatching(/“PIP”.*never kept/)],
            note: [expect.stringMatching(/Universal Credit/)],
          },
        },
      });
    }
  });
});
