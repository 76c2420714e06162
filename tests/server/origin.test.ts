import { describe, expect, test } from "vitest";
import { isFromOurselves } from "#app/http/security-origin.ts";

const own = ["https://kept.example.org"];

describe("a request that may change something", () => {
  test.each(["POST", "PUT", "PATCH", "DELETE", "QUERY"])("%s from our own page is let through", (method) => {
    expect(isFromOurselves(method, { origin: "https://kept.example.org" }, own)).toBe(true);
  });

  test.each([
    ["a foreign page", { origin: "https://evil.example" }],
    ["a foreign page on a longer name", { origin: "https://kept.example.org.evil.example" }],
    ["our name without encryption", { origin: "http://kept.example.org" }],
    ["another port", { origin: "https://kept.example.org:8443" }],
    [
      "a foreign page that claims the same site",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
    ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a page of the same site but another origin", { "sec-fetch-site": "same-site" }],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["a foreign referer", { referer: "https://evil.example/https://kept.example.org" }],
    ["a referer that is no address", { referer: "kept.example.org" }],
    ["no page at all", {}],
  ])("from %s is refused", (_what, headers) => {
    expect(isFromOurselves("POST", headers, own)).toBe(false);
  });

  test("from a browser that hides the origin counts by what else it says", () => {
    expect(isFromOurselves("POST", { origin: "null", "sec-fetch-site": "same-origin" }, own)).toBe(true);
    expect(isFromOurselves("POST", { referer: "https://kept.example.org/page" }, own)).toBe(true);
  });
});

test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing and may come from anywhere", (method) => {
  expect(isFromOurselves(method, { origin: "https://evil.example" }, own)).toBe(true);
});
