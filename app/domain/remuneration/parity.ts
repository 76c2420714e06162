/** What an hour of staff time costs, from what the organisation enters. */
export type StaffCost = {
  /** Whole pence a year, before on-costs. */
  salaryPence: number;
  /** Employer's national insurance, pension and so on, as a share of salary in percent (0 to 100). */
  onCostsPercent: number;
  hoursPerWeek: number;
  /** Weeks actually worked: 52 less holiday and bank holidays. */
  weeksPerYear: number;
};

/**
 * Staff cost in pence an hour, rounded to the nearest penny.
 * @throws RangeError naming the input that makes no sense
 */
export function staffHourlyPence(cost: StaffCost): number {
  if (!Number.isSafeInteger(cost.salaryPence) || cost.salaryPence <= 0)
    throw new RangeError("Salary must be above £0.");
  if (!(cost.onCostsPercent >= 0 && cost.onCostsPercent <= 100))
    throw new RangeError("On-costs are from 0 to 100 percent.");
  if (!(cost.hoursPerWeek > 0 && cost.hoursPerWeek <= 80))
    throw new RangeError("Hours a week are from 1 to 80.");
  if (!(cost.weeksPerYear > 0 && cost.weeksPerYear <= 52))
    throw new RangeError("Weeks worked a year are from 1 to 52.");
  return Math.round(
    (cost.salaryPence * (1 + cost.onCostsPercent / 100)) / (cost.hoursPerWeek * cost.weeksPerYear),
  );
}

/**
 * Staff-to-participant hourly ratio, to two decimals: 2.4 means that staff time costs 2.40 for each pound a participant is
 * paid for the same hour. Null when participants' paid time is not known. All time asked of them counts, paid or not.
 */
export function parityRatio(
  staffPence: number,
  participantFeesPence: number,
  participantMinutes: number,
): number | null {
  if (participantMinutes <= 0 || participantFeesPence <= 0) return null;
  return Math.round((staffPence * participantMinutes * 100) / (participantFeesPence * 60)) / 100;
}
