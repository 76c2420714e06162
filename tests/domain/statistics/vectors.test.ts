import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import * as statistics from "#app/domain/statistics/index.ts";

const METHODS: Record<string, (inputs: never) => object> = {
  wilson_ci: statistics.wilson,
  clopper_pearson_ci: statistics.clopperPearson,
  jeffreys_ci: statistics.jeffreys,
  newcombe_diff_ci: statistics.newcombeDifference,
  rr_katz_log_ci: statistics.riskRatioKatz,
  rr_koopman_score_ci: statistics.riskRatioKoopman,
  fisher_exact_two_sided: statistics.fisherExact,
  fisher_mid_p_two_sided: statistics.fisherMidP,
  binomial_exact_two_sided: statistics.binomialExact,
  xmr_limits: statistics.xmrLimits,
};

type Vector = readonly [method: string, inputs: object, output: Record<string, number | string>];

/** Published examples; the rest worked out apart in Python, by mpmath to 40 digits or SciPy for beta quantiles. Always run. */
const OWN: Vector[] = [
  // Newcombe 1998, single proportion, Table I.
  [
    "wilson_ci",
    { x: 15, n: 148, conf: 0.95 },
    { estimate: 15 / 148, lower: 0.0623863995307363, upper: 0.160487241723308 },
  ],
  ["wilson_ci", { x: 0, n: 20, conf: 0.95 }, { estimate: 0, lower: 0, upper: 0.161125158052819 }],
  [
    "wilson_ci",
    { x: 1, n: 1000000, conf: 0.95 },
    { estimate: 1e-6, lower: 1.7652457674537152e-7, upper: 5.664911804311441e-6 },
  ],
  [
    "wilson_ci",
    { x: 1000000, n: 1000000, conf: 0.9 },
    { estimate: 1.0, lower: 0.9999972944638659, upper: 1 },
  ],
  [
    "wilson_ci",
    { x: 999999, n: 1000000, conf: 0.999 },
    { estimate: 0.999999, lower: 0.9999872510094525, upper: 0.9999999215632666 },
  ],
  [
    "wilson_ci",
    { x: 3, n: 7, conf: 0.5 },
    { estimate: 0.42857142857142855, lower: 0.3106034777497514, upper: 0.5552572159915451 },
  ],
  [
    "clopper_pearson_ci",
    { x: 15, n: 148, conf: 0.95 },
    { estimate: 0.10135135135135136, lower: 0.057844010083448576, upper: 0.161650490349479 },
  ],
  [
    "jeffreys_ci",
    { x: 15, n: 148, conf: 0.95 },
    { estimate: 0.10135135135135136, lower: 0.06044851700929643, upper: 0.15764314347874112 },
  ],
  ["clopper_pearson_ci", { x: 0, n: 20, conf: 0.95 }, { estimate: 0.0, lower: 0, upper: 0.1684334709830853 }],
  ["jeffreys_ci", { x: 0, n: 20, conf: 0.95 }, { estimate: 0.0, lower: 0, upper: 0.11663898290487539 }],
  [
    "clopper_pearson_ci",
    { x: 1, n: 1000000, conf: 0.95 },
    { estimate: 1e-6, lower: 2.53178076637942e-8, upper: 5.571630655166939e-6 },
  ],
  [
    "jeffreys_ci",
    { x: 1, n: 1000000, conf: 0.95 },
    { estimate: 1e-6, lower: 1.0789766246541877e-7, upper: 4.6741920467298275e-6 },
  ],
  ["clopper_pearson_ci", { x: 7, n: 7, conf: 0.9 }, { estimate: 1.0, lower: 0.6518363448688391, upper: 1 }],
  ["jeffreys_ci", { x: 7, n: 7, conf: 0.9 }, { estimate: 1.0, lower: 0.7675352183871442, upper: 1 }],
  [
    "clopper_pearson_ci",
    { x: 500000, n: 1000000, conf: 0.99 },
    { estimate: 0.5, lower: 0.4987115878088738, upper: 0.5012884121911262 },
  ],
  [
    "jeffreys_ci",
    { x: 500000, n: 1000000, conf: 0.99 },
    { estimate: 0.5, lower: 0.49871208780649495, upper: 0.501287912193505 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 36, n1: 40, x2: 16, n2: 80, conf: 0.95 },
    { estimate: 4.5, lower: 2.9395691922149942, upper: 7.152223434866029 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 0, n1: 6, x2: 4, n2: 11, conf: 0.95 },
    { estimate: 0.0, lower: 0, upper: 1.2914540617877373 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 4, n1: 11, x2: 0, n2: 6, conf: 0.95 },
    { estimate: "Infinity", lower: 0.7743209995527968, upper: "Infinity" },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 0, n1: 5, x2: 0, n2: 9, conf: 0.95 },
    { estimate: "NaN", lower: 0, upper: "Infinity" },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 7, n1: 7, x2: 9, n2: 9, conf: 0.95 },
    { estimate: 1.0, lower: 0.6456695649333126, upper: 1.4268287578549028 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 7, n1: 7, x2: 3, n2: 9, conf: 0.9 },
    { estimate: 3.0, lower: 1.6618465601784267, upper: 7.043696893916988 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 3, n1: 9, x2: 7, n2: 7, conf: 0.9 },
    { estimate: 0.3333333333333333, lower: 0.141970901794995, upper: 0.6017402713115906 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 1, n1: 1000000, x2: 999999, n2: 1000000, conf: 0.95 },
    { estimate: 1.000001000001e-6, lower: 1.7652475327000123e-7, upper: 5.664917469232876e-6 },
  ],
  [
    "rr_koopman_score_ci",
    { x1: 5, n1: 1000000, x2: 2, n2: 1000000, conf: 0.99 },
    { estimate: 2.5000000000000004, lower: 0.3851882500262344, upper: 16.22585611982236 },
  ],
  ["fisher_exact_two_sided", { a: 3, b: 1, c: 1, d: 3 }, { p: 0.4857142857142857 }],
  [
    "fisher_mid_p_two_sided",
    { a: 3, b: 1, c: 1, d: 3 },
    { p_minlike: 0.37142857142857144, p_doubled: 0.2571428571428571 },
  ],
  ["fisher_exact_two_sided", { a: 2, b: 10, c: 15, d: 3 }, { p: 0.0005367241191434358 }],
  [
    "fisher_mid_p_two_sided",
    { a: 2, b: 10, c: 15, d: 3 },
    { p_minlike: 0.0003118741381189105, p_doubled: 0.0004806619246767594 },
  ],
  ["fisher_exact_two_sided", { a: 0, b: 0, c: 4, d: 5 }, { p: 1.0 }],
  ["fisher_mid_p_two_sided", { a: 0, b: 0, c: 4, d: 5 }, { p_minlike: 0.5, p_doubled: 1.0 }],
  ["fisher_exact_two_sided", { a: 0, b: 12, c: 9, d: 1 }, { p: 2.0103735274013913e-5 }],
  [
    "fisher_mid_p_two_sided",
    { a: 0, b: 12, c: 9, d: 1 },
    { p_minlike: 1.0051867637006956e-5, p_doubled: 2.0103735274013913e-5 },
  ],
  ["fisher_exact_two_sided", { a: 60000, b: 40000, c: 59000, d: 41000 }, { p: 5.349333189390689e-6 }],
  [
    "fisher_mid_p_two_sided",
    { a: 60000, b: 40000, c: 59000, d: 41000 },
    { p_minlike: 5.292608862656463e-6, p_doubled: 5.235884535922239e-6 },
  ],
  ["fisher_exact_two_sided", { a: 251000, b: 249000, c: 249000, d: 251000 }, { p: 6.387860428513907e-5 }],
  [
    "fisher_mid_p_two_sided",
    { a: 251000, b: 249000, c: 249000, d: 251000 },
    { p_minlike: 6.361094546188009e-5, p_doubled: 6.33432866386211e-5 },
  ],
  ["fisher_exact_two_sided", { a: 300, b: 200, c: 0, d: 1000 }, { p: 2.041842151384746e-180 }],
  [
    "fisher_mid_p_two_sided",
    { a: 300, b: 200, c: 0, d: 1000 },
    { p_minlike: 1.020921075692373e-180, p_doubled: 2.041842151384746e-180 },
  ],
  ["fisher_exact_two_sided", { a: 5, b: 499995, c: 15, d: 499985 }, { p: 0.04138746926451875 }],
  [
    "fisher_mid_p_two_sided",
    { a: 5, b: 499995, c: 15, d: 499985 },
    { p_minlike: 0.03399488167947609, p_doubled: 0.02660229409443344 },
  ],
  ["binomial_exact_two_sided", { x: 682, n: 925, p0: 0.75 }, { p: 0.3824915595748517 }],
  ["binomial_exact_two_sided", { x: 2, n: 12, p0: 0.417 }, { p: 0.08751366422793258 }],
  ["binomial_exact_two_sided", { x: 0, n: 8, p0: 0.183 }, { p: 0.3654264306145442 }],
  ["binomial_exact_two_sided", { x: 505000, n: 1000000, p0: 0.5 }, { p: 1.538155504390735e-23 }],
  ["binomial_exact_two_sided", { x: 150, n: 1000000, p0: 0.0001 }, { p: 3.0391826662666515e-6 }],
  ["binomial_exact_two_sided", { x: 1000000, n: 1000000, p0: 0.99999 }, { p: 9.234191934419687e-5 }],
  ["binomial_exact_two_sided", { x: 0, n: 1000000, p0: 1e-7 }, { p: 1.0 }],
  ["binomial_exact_two_sided", { x: 200, n: 1000, p0: 0.5 }, { p: 1.6449987355774903e-85 }],
  [
    "newcombe_diff_ci",
    { x1: 9, n1: 10, x2: 3, n2: 10, conf: 0.95 },
    { estimate: 0.6, lower: 0.170522723934503, upper: 0.809017973535488 },
  ],
  [
    "newcombe_diff_ci",
    { x1: 0, n1: 10, x2: 0, n2: 20, conf: 0.95 },
    { estimate: 0, lower: -0.161125158052819, upper: 0.277532799862889 },
  ],
  // Agresti, aspirin and heart attack.
  [
    "rr_katz_log_ci",
    { x1: 189, n1: 11034, x2: 104, n2: 11037, conf: 0.95 },
    { estimate: 1.81780179445351, lower: 1.43303090305056, upper: 2.30588423242245 },
  ],
  ["rr_katz_log_ci", { x1: 4, n1: 4, x2: 9, n2: 9, conf: 0.95 }, { estimate: 1, lower: 1, upper: 1 }],
  [
    "xmr_limits",
    { values: [12, 15, 11, 14, 18, 13, 12, 16] },
    { mean: 13.875, mean_moving_range: 24 / 7, lnpl: 4.755, unpl: 22.995, url: 11.2045714285714 },
  ],
  ["xmr_limits", { values: [5, 5, 5, 5] }, { mean: 5, mean_moving_range: 0, lnpl: 5, unpl: 5, url: 0 }],
];

function agrees(actual: unknown, wanted: number | string): boolean {
  if (typeof wanted === "string") return actual === wanted;
  return (
    typeof actual === "number" &&
    Math.abs(actual - wanted) <= Math.max(1e-9 * +(Math.abs(wanted) < 1e-9), 1e-7 * Math.abs(wanted))
  );
}

function check([method, inputs, output]: Vector) {
  const actual = METHODS[method]?.(inputs as never) as Record<string, unknown>;
  expect(Object.keys(actual).sort()).toEqual(Object.keys(output).sort());
  for (const [key, wanted] of Object.entries(output)) {
    expect(agrees(actual[key], wanted), `${key}: ${String(actual[key])}, wanted ${wanted}`).toBe(true);
  }
}

describe("known answers", () => {
  test.each(OWN)("%s %j", (...vector) => check(vector));
});

const shared = new URL("../../../../shared/reference/stats-vectors.csv", import.meta.url);
const sharedOneUp = new URL("../../../../../shared/reference/stats-vectors.csv", import.meta.url);
const file = [shared, sharedOneUp].find((url) => existsSync(url));

describe.skipIf(!file)("reference vectors", () => {
  const rows = file
    ? Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true })
        .data
    : [];
  test.each(rows.map((row) => [row.method, row.inputs, row.output]))("%s %s", (method, inputs, output) => {
    check([method ?? "", JSON.parse(inputs ?? "") as object, JSON.parse(output ?? "") as Vector[2]]);
  });
});
