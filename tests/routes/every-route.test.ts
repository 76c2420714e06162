import { randomUUID } from "node:crypto";
import { request as send } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { aroundSecret, secretAddresses } from "#app/http/private-addresses.ts";
import type { Role } from "#app/domain/organisation/scope.ts";
import { patternOf } from "#tests/support/crawl.ts";
import { takesSpreadsheet } from "#app/http/spreadsheet/size.server.ts";
import { fieldId } from "#app/ui/forms/field-ids.ts";
import { everyAddress, filled } from "#tests/support/every-address.ts";
import { hostileParts, hostileShapes, hostileValues, notForPeople } from "#tests/support/hostile.ts";
import { useDemonstration, type Who } from "#tests/support/people-of-demonstration.ts";
import { byHand, permissionTable, withoutRole } from "#tests/support/permission-table.ts";
import { type WebForm } from "#tests/support/web-forms.ts";
import type { WebAnswer } from "#tests/support/web-person.ts";
import { distinctForms, filledIn, sendForm, type Walk, walk } from "#tests/support/web-walk.ts";

/** EVERY_ROUTE=all tries everything instead of a sample that is the same each time, EVERY_ROUTE=few a sixth of it. */
const everything = process.env.EVERY_ROUTE === "all";
const share = process.env.EVERY_ROUTE === "few" ? 1 / 6 : 1;
const patience = everything ? 4 * 3_600_000 : 400_000;
/** Longer than anything takes, shorter than a hang. */
const longest = 30_000;

const demonstration = useDemonstration();
const addresses = everyAddress();
const everybody: Who[] = ["stranger", "reviewer", "editor", "owner", "other"];
let found: Record<Exclude<Who, "stranger">, Walk>;

beforeAll(async () => {
  const { people, slug, otherSlug } = demonstration();
  const publicly = ["/", "/journeys", "/recommendations", "/calendar", "/personas", "/account"];
  found = {
    owner: await walk(people.owner, [`/o/${slug}`, ...publicly]),
    editor: await walk(people.editor, [`/o/${slug}`, "/account"]),
    reviewer: await walk(people.reviewer, [`/o/${slug}`, "/account"]),
    other: await walk(people.other, [`/o/${otherSlug}`, "/account"]),
  };
}, 400_000);

describe("every address", () => {
  test.each(["owner", "editor", "reviewer", "other"] as const)("that links lead the %s to opens", (who) => {
    expect(found[who].failed).toEqual([]);
    expect(found[who].paths.length).toBeGreaterThan(120);
  });

  test("answers an impossible address without failing, whoever asks", { timeout: patience }, async () => {
    const { slug } = demonstration();
    const asked = addresses
      .filter(({ pattern }) => /[:*]/.test(pattern))
      .flatMap(({ pattern }) =>
        Object.entries(hostileParts).flatMap(([what, part]) => {
          const inside = filled(pattern, (name) => (isPlace(name) ? slug : part));
          const paths = new Set([inside, filled(pattern, () => part)]);
          return [...paths].flatMap((path) => everybody.map((who) => ({ who, what, pattern, path })));
        }),
      );
    const wrong = await each(sample(asked, 1200), async ({ who, what, pattern, path }) => {
      const answer = await get(who, path);
      return fails(answer) && `${answer.status} ${who} ${pattern} with ${what}`;
    });
    expect(wrong).toEqual([]);
  });

  test("knows no id that does not exist", { timeout: patience }, async () => {
    const { slug } = demonstration();
    const asked = addresses
      .filter(({ pattern, opens }) => opens && /[:*]/.test(pattern.replace(/:(?:organisation|slug)\b/, "")))
      // A link that resets a password says so only once a password is sent: a guess learns nothing.
      .filter(({ pattern }) => pattern !== "/reset/:token")
      .map(({ pattern }) => ({ pattern, path: filled(pattern, (n) => (isPlace(n) ? slug : randomUUID())) }));
    const wrong = await each(asked, async ({ pattern, path }) => {
      const first = await get("owner", path);
      const answer = first.location?.startsWith("/o/") ? await get("owner", first.location) : first;
      return answer.status !== 404 && `${answer.status} ${pattern}`;
    });
    expect(wrong).toEqual([]);
  });

  test("knows no id of another organisation", { timeout: patience }, async () => {
    const { slug, otherSlug } = demonstration();
    const theirs = found.other.paths
      .filter((path) => path.startsWith(`/o/${otherSlug}/`) && /[0-9a-f]{8}-[0-9a-f-]{27}/.test(path))
      .map((path) => path.replace(otherSlug, slug));
    expect(theirs.length).toBeGreaterThan(20);
    const wrong = await each(theirs, async (path) => {
      const answer = await get("owner", path);
      return answer.status !== 404 && `${answer.status} ${path}`;
    });
    expect(wrong).toEqual([]);
  });

  test("keeps a workspace to its members", { timeout: patience }, async () => {
    const { slug, otherSlug } = demonstration();
    const inside = [...found.owner.paths, ...found.other.paths].filter((path) => path.startsWith("/o/"));
    const wrong = await each(inside, async (path) => {
      const answer = await get(path.startsWith(`/o/${slug}`) ? "other" : "owner", path);
      const stranger = await get("stranger", path);
      if (answer.status !== 404) return `${answer.status} member of another organisation at ${path}`;
      const turnedAway =
        [401, 404].includes(stranger.status) || stranger.location?.startsWith("/sign-in") === true;
      return !turnedAway && `${stranger.status} stranger at ${path}`;
    });
    expect(wrong).toEqual([]);
    expect(otherSlug).not.toBe(slug);
  });

  test("takes a question with hostile words in it", { timeout: patience }, async () => {
    const names = queryNames([...found.owner.forms, ...found.other.forms]);
    const paths = [...new Set(found.owner.paths)];
    const asked = paths.flatMap((path) =>
      Object.entries(hostileValues)
        .filter(([, value]) => value.length < 8000)
        .map(([what, value]) => ({ path, what, query: new URLSearchParams(names.map((n) => [n, value])) })),
    );
    const wrong = await each(sample(asked, 250), async ({ path, what, query }) => {
      const answer = await get("owner", `${path}?${query}`);
      return fails(answer) && `${answer.status} ${path} with ${what}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("every address that changes something", () => {
  const changing = addresses.filter(({ changes }) => changes);

  test.each([
    ["from a page of another site", { Origin: "https://evil.example" }],
    ["from another site that hides its name", { "Sec-Fetch-Site": "cross-site" }],
    ["from no page at all", {}],
  ])("refuses what comes %s", { timeout: patience }, async (_, headers) => {
    const { people, slug } = demonstration();
    // Mail providers press this one for their reader (RFC 8058), from no page; the address itself is the secret.
    const fromPages = changing.filter(({ pattern }) => pattern !== "/letters/:token/at-once");
    const wrong = await each(fromPages, async ({ pattern }) => {
      const path = filled(pattern, (name) => (isPlace(name) ? slug : randomUUID()));
      const answer = await people.owner.post(path, [["name", "x"]], headers);
      return answer.status !== 403 && `${answer.status} ${pattern}`;
    });
    expect(wrong).toEqual([]);
    expect(changing.length).toBeGreaterThan(90);
  });

  test("refuses a body that is too large before reading it", { timeout: patience }, async () => {
    const { url, slug } = demonstration();
    const wrong = await each(changing, async ({ pattern }) => {
      const path = filled(pattern, (name) => (isPlace(name) ? slug : randomUUID()));
      // A spreadsheet may be larger, and the page that asked for it says when it is too large.
      const [megabytes, refused] = takesSpreadsheet(path) ? [56, 303] : [13, 413];
      const status = await announce(url, path, megabytes);
      return status !== refused && `${status} ${pattern}`;
    });
    expect(wrong).toEqual([]);
  });

  test("knows no id that does not exist", { timeout: patience }, async () => {
    const { people, slug } = demonstration();
    const asked = changing.filter(({ pattern }) => /:(?!organisation|slug|token)/.test(pattern));
    const wrong = await each(asked, async ({ pattern }) => {
      const path = filled(pattern, (name) => (isPlace(name) ? slug : randomUUID()));
      const answer = await people.owner.post(path, []);
      return ![400, 403, 404].includes(answer.status) && `${answer.status} ${pattern}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("who may send which form", () => {
  const roles = ["reviewer", "editor", "owner"] as const;
  type Sent = { form: string; made: boolean; answers: Record<"other" | "stranger" | Role, WebAnswer> };
  let sent: Sent[];

  beforeAll(async () => {
    const { people, slug } = demonstration();
    const start = `/o/${slug}`;
    const ours = distinctForms([found.owner, found.editor, found.reviewer].flatMap(({ forms }) => forms))
      // Without a field it is a line of a list, whose button is for others.
      .filter(({ action, fields }) => action.startsWith(start) && fields.length > 0)
      .map((form) => ({
        form: patternOf(described(form)).slice(start.length).replaceAll("%20", " "),
        made: false,
        send: (who: Who) => sendForm(people[who], form, filledIn(form)),
      }))
      .filter(({ form }) => !byHand.some((one) => one.form === form));
    const made = byHand.map(({ form, action, fields }) => ({
      form,
      made: true,
      send: (who: Who) => people[who].post(start + action, fields),
    }));
    sent = [];
    const began = performance.now();
    const ask = async ({ form, made, send }: (typeof ours)[number]) => {
      const answers = {} as Sent["answers"];
      for (const who of ["other", "stranger", ...roles] as const) answers[who] = await within(send(who));
      sent.push({ form, made, answers });
      return false as const;
    };
    await each([...made, ...ours], ask);
    console.log(`${sent.length} forms by five people in ${Math.round((performance.now() - began) / 1000)} s`);
  }, patience);

  /** `made` by hand: its ids lead nowhere, which only those learn who may send it. */
  const took = ({ status, location }: WebAnswer, made: boolean) =>
    (status !== 404 || made) && status !== 403 && status < 500 && !location?.startsWith("/sign-in");
  const ruleOf = (form: string) => permissionTable.find(({ forms }) => forms.test(form))!;

  test.each(permissionTable)("$says", ({ says, may }) => {
    const forms = sent.filter(({ form }) => ruleOf(form).says === says);
    expect(forms.length).toBeGreaterThan(0);
    const wrong = forms.flatMap(({ form, made, answers }) =>
      roles.flatMap((role) => {
        const { status } = answers[role];
        if (may.includes(role))
          return took(answers[role], made) ? [] : [`${status}: ${role} cannot send ${form}`];
        return status === 403 ? [] : [`${status}: ${role} is not refused ${form}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("a member of another organisation learns nothing, and who is signed out is asked to sign in", () => {
    const wrong = sent.flatMap(({ form, answers: { other, stranger } }) => [
      ...(other.status === 404 ? [] : [`${other.status} another organisation: ${form}`]),
      ...(stranger.location?.startsWith("/sign-in") ? [] : [`${stranger.status} stranger: ${form}`]),
    ]);
    expect(wrong).toEqual([]);
  });

  test("no address that takes a form is left out", () => {
    const plain = (pattern: string) => pattern.replace(/:\w+/g, ":id");
    const tried = new Set(sent.map(({ form }) => plain(form.replace(/ \(.*/, ""))));
    const changing = addresses.filter(({ changes }) => changes).map(({ pattern }) => pattern);
    const inside = changing.filter((pattern) => pattern.startsWith("/o/:organisation"));
    const missing = inside
      .map((pattern) => plain(pattern.slice("/o/:organisation".length)))
      // Its tables have names instead of ids.
      .filter(
        (pattern) => ![...tried].some((one) => one.replace(/counts\/[\w-]+$/, "counts/:id") === pattern),
      );
    expect(missing).toEqual([]);
    const others = changing.filter((pattern) => !pattern.startsWith("/o/:organisation"));
    expect(others.sort()).toEqual(Object.values(withoutRole).flat().sort());
  });
});

describe("every form", () => {
  test(
    "says in a sentence what is missing when everything is, or its version is",
    { timeout: patience },
    async () => {
      // Buttons, and forms that are complete without a word.
      const complete = new RegExp(
        `(?:${[
          "board/meetings \\(plan\\)",
          "audit/[^/]+ \\((?:publish|close|end|discard)\\)",
          "feedback/loops/[^/]+ \\((?:acknowledge|resume)\\)",
          "pay/offers/[^/]+ \\(link\\)",
          "personas/[^/]+/makers",
          "commitments/[^/]+/money",
        ].join("|")})$`,
      );
      const asked = (["owner", "editor", "reviewer", "other"] as const).flatMap((who) =>
        distinctForms(who === "other" ? found.other.forms : found.owner.forms).flatMap((form) =>
          incompleteForms(form).map((each) => ({ who, ...each })),
        ),
      );
      const wrong = await each(sample(asked, 500), async ({ who, form, fields, what }) => {
        const answer = await within(sendForm(demonstration().people[who], form, fields));
        const where = `${answer.status} ${who} ${described(form)} with ${what}`;
        if (answer.status < 400) return !complete.test(described(form)) && `${where} is taken`;
        const said = sentencesOf(answer.text);
        if (said.length === 0) return `${where} says nothing`;
        const odd = said.find((sentence) => notForPeople.test(sentence));
        if (odd !== undefined) return `${where} says: ${odd}`;
        const lost = strayLinks(answer.text, form);
        if (lost.length > 0) return `${where} links to no field: ${lost.join(", ")}`;
        const isForm = answer.text.includes('id="errors"');
        return isForm && !answer.text.includes("<title>Error: ") && `${where} has a title without "Error:"`;
      });
      expect(wrong).toEqual([]);
    },
  );

  test("takes hostile words without failing", { timeout: patience }, async () => {
    const spoiled = [found.owner, found.other].flatMap((side) => {
      const who: Who = side === found.owner ? "owner" : "other";
      return distinctForms(side.forms).flatMap((form) =>
        spoiledForms(form).map((each) => ({ who, ...each })),
      );
    });
    const wrong = await each(sample(spoiled, 1200), async ({ who, form, fields, what }) => {
      const answer = await within(sendForm(demonstration().people[who], form, fields));
      return fails(answer) && `${answer.status} ${described(form)} with ${what}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("what may be kept, listed and told to others", () => {
  const privately = [...secretAddresses].map((start) => `/${start}/${"a".repeat(43)}`);

  test("a private link is kept by nobody, listed nowhere and told to no other site", async () => {
    const wrong = await each(privately, async (path) => badlyPrivate(path, await get("stranger", path)));
    expect(wrong).toEqual([]);
  });

  test("neither is one that opens, nor any page of a workspace", { timeout: patience }, async () => {
    const inside = found.owner.paths.filter((path) => /^\/(?:o|account)(?:\/|$)/.test(path));
    const wrong = await each(inside, async (path) => badlyPrivate(path, await get("owner", path)));
    expect(wrong).toEqual([]);
  });

  test("every address with a token in it counts as a private link", () => {
    const tokens = addresses
      .filter(({ pattern }) => pattern.includes(":token"))
      .map(({ pattern }) => pattern);
    expect(tokens.filter((pattern) => !aroundSecret(pattern))).toEqual([]);
  });

  test("a public page, a feed and a built file may be kept as long as they say", async () => {
    const { slug } = demonstration();
    const home = (await get("stranger", "/")).text;
    const asset = /\/assets\/[\w.-]+\.(?:js|css)/.exec(home)?.[0];
    expect(asset).toBeDefined();
    const pages = ["/calendar", "/personas", "/recommendations", `/journeys/${slug}`];
    const files = [
      "/calendar.ics",
      "/calendar.json",
      `/journeys/${slug}/feed.atom`,
      `/journeys/${slug}/due.ics`,
    ];
    const wrong = await each([...pages, ...files, asset!], async (path) => {
      const { status, headers } = await get("stranger", path);
      const kept = headers.get("Cache-Control") ?? "";
      const good = status === 200 && !/no-store/.test(kept) && (/max-age=/.test(kept) || headers.has("ETag"));
      return !good && `${status} ${path} ${kept || "no word"} ${headers.get("ETag") ?? "no tag"}`;
    });
    expect(wrong).toEqual([]);
    const built = await get("stranger", asset!);
    expect(built.headers.get("Cache-Control")).toMatch(/max-age=31536000.*immutable/);
  });

  test("a public page that has not changed is not sent again", async () => {
    const { url, slug } = demonstration();
    const path = `${url}/journeys/${slug}`;
    const tag = (await fetch(path)).headers.get("ETag");
    expect((await fetch(path, { headers: { "If-None-Match": tag ?? "" } })).status).toBe(304);
  });
});

describe("how often a page asks the database", () => {
  const rooms =
    "commitments recommendations publish reminders members audit board board/clearance feedback feedback/loops " +
    "pay pay/offers pay/payments pay/summary personas checks recruitment sessions training handout";
  const parts = "changes record loops pay recruitment feed.atom due.ics";

  test("does not depend on how much there is", { timeout: patience }, async () => {
    const { slug, growTenfold } = demonstration();
    const inside = found.owner.paths.filter((path) =>
      /\/commitments\/[0-9a-f-]{36}(?:\/history)?$/.test(path),
    );
    const pages: { who: Who; path: string }[] = [
      ...[...rooms.split(" ").map((room) => `/o/${slug}/${room}`), `/o/${slug}`, ...inside].map((path) => ({
        who: "owner" as const,
        path,
      })),
      ...["/", "/journeys", "/recommendations", "/personas", "/api/v1/journeys"].map(publicly),
      publicly(`/journeys/${slug}`),
      ...parts.split(" ").map((part) => publicly(`/journeys/${slug}/${part}`)),
    ];
    const before = await statementsOf(pages, "small");
    await growTenfold(slug);
    const after = await statementsOf(pages, "large");
    console.log(Object.fromEntries(pages.map(({ path }) => [path, [before.get(path), after.get(path)]])));
    const grown = pages.filter(({ path }) => after.get(path)! > before.get(path)!);
    expect(grown.map(({ path }) => `${path}: ${before.get(path)}, then ${after.get(path)}`)).toEqual([]);
    expect(Math.max(...after.values())).toBeLessThan(100);
  });

  function publicly(path: string): { who: Who; path: string } {
    return { who: "stranger", path };
  }

  /** The fewest of three times, since the app's own jobs ask too. A question in the address goes past what is kept in memory. */
  async function statementsOf(
    pages: { who: Who; path: string }[],
    size: string,
  ): Promise<Map<string, number>> {
    const asked = new Map<string, number>();
    for (const { who, path } of pages) {
      for (const turn of [1, 2, 3]) {
        const before = demonstration().statements();
        const { status } = await get(who, `${path}?turn=${size}${turn}`);
        expect(`${status} ${path}`).toBe(`200 ${path}`);
        asked.set(path, Math.min(asked.get(path) ?? Infinity, demonstration().statements() - before));
      }
    }
    return asked;
  }
});

test("nothing failed behind the scenes", () => {
  expect(demonstration().failures()).toEqual([]);
});

function get(who: Who, path: string): Promise<WebAnswer> {
  return within(demonstration().people[who].get(path));
}

/** What hangs counts as a failure. */
function within(asked: Promise<WebAnswer>): Promise<WebAnswer> {
  const hung: WebAnswer = { status: 599, location: null, headers: new Headers(), text: "It hangs." };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(hung), longest);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function fails({ status }: WebAnswer): boolean {
  return status >= 500;
}

function badlyPrivate(path: string, { status, headers }: WebAnswer): string | false {
  const good =
    headers.get("Cache-Control")?.includes("no-store") === true &&
    headers.get("X-Robots-Tag")?.includes("noindex") === true &&
    ["same-origin", "no-referrer"].includes(headers.get("Referrer-Policy") ?? "");
  const said = ["Cache-Control", "X-Robots-Tag", "Referrer-Policy"].map((name) => headers.get(name));
  return !good && `${status} ${path}: ${said.join(" | ")}`;
}

function isPlace(name: string): boolean {
  return name === "organisation" || name === "slug";
}

function unchanged(form: WebForm): [string, string][] {
  return form.fields.map(({ name, value }) => [name, value]);
}

function described(form: WebForm): string {
  const intent = form.fields.find(({ name }) => name === "intent")?.value;
  return intent ? `${form.action} (${intent})` : form.action;
}

function spoiledForms(form: WebForm): { form: WebForm; fields: [string, string][]; what: string }[] {
  const fields = unchanged(form);
  const names = [...new Set(fields.map(([name]) => name))];
  const values = Object.entries(hostileValues).flatMap(([what, bad]) =>
    names.map((spoil) => ({
      form,
      what: `${what} in ${spoil}`,
      fields: fields.map(([name, value]): [string, string] => [name, name === spoil ? bad : value]),
    })),
  );
  const shapes = Object.entries(hostileShapes).flatMap(([what, change]) =>
    names.map((name) => ({ form, what: `${name} ${what}`, fields: change(fields, name) })),
  );
  const all = Object.entries(hostileValues).map(([what, bad]) => ({
    form,
    what: `${what} everywhere`,
    fields: fields.map(([name, value]): [string, string] => [name, name === "intent" ? value : bad]),
  }));
  return [...values, ...shapes, ...all, { form, what: "nothing at all", fields: [] }];
}

/** With all its fields empty but what tells the forms of a page apart, with none of them, and without its version. */
function incompleteForms(form: WebForm): { form: WebForm; fields: [string, string][]; what: string }[] {
  const fields = unchanged(form);
  const isVersion = ([name]: [string, string]) => /version$/i.test(name);
  const empty = fields.map(([name, value]): [string, string] => [name, name === "intent" ? value : ""]);
  const bare = fields.filter(([name]) => name === "intent");
  return [
    { form, what: "everything empty", fields: empty },
    { form, what: "nothing filled in", fields: bare },
    ...(fields.some(isVersion)
      ? [{ form, what: "no version", fields: fields.filter((field) => !isVersion(field)) }]
      : []),
  ];
}

/** What a page says is wrong: the summary above a form, or the page that stands in its place. */
function sentencesOf(html: string): string[] {
  const summary = /id="errors"[^>]*>.*?<ul>(.*?)<\/ul>/s.exec(html)?.[1];
  const instead = /<h1[^>]*>(?:We could not|Not for this|Nothing can be|Not as things stand).*?<ul>/s.exec(
    html,
  )?.[0];
  return [...(summary ?? instead ?? "").matchAll(/<(li|p|h1)\b[^>]*>(.*?)<\/\1>/gs)]
    .map(([, , inner = ""]) => inner.replace(/<[^>]*>/g, "").trim())
    .filter((sentence) => sentence.length > 0);
}

/** Fields of a form that people see, and to which the summary above it links in vain. */
function strayLinks(html: string, form: WebForm): string[] {
  const summary = /id="errors"[^>]*>.*?<ul>(.*?)<\/ul>/s.exec(html)?.[1] ?? "";
  const seen = form.fields.filter(({ type }) => type !== "hidden").map(({ name }) => fieldId(name));
  return [...summary.matchAll(/href="#([^"]+)"/g)]
    .map(([, id = ""]) => id)
    .filter((id) => (seen.includes(id) || id === fieldId("version")) && !html.includes(` id="${id}"`));
}

function queryNames(forms: WebForm[]): string[] {
  const asked = forms.filter(({ method }) => method === "get");
  return [...new Set([...asked.flatMap(({ fields }) => fields.map(({ name }) => name)), "after", "before"])];
}

/** Every nth of them, so that each run tries the same and each page has its share. */
function sample<T>(all: T[], most: number): T[] {
  const wanted = Math.ceil(most * share);
  if (everything || all.length <= wanted) return all;
  const step = all.length / wanted;
  return Array.from({ length: wanted }, (_, index) => all[Math.floor(index * step)]!);
}

/**
 * Looks at all of them, a few at a time; what `look` says is wrong, in order. On a busy machine it ends in time and says for
 * how many there was none, so that what is left over does not get mixed up with the next test.
 */
async function each<T>(all: T[], look: (one: T) => Promise<string | false>): Promise<string[]> {
  const wrong: (string | false)[] = [];
  const end = performance.now() + patience - longest - 5000;
  let next = 0;
  const work = async () => {
    while (next < all.length && performance.now() < end) {
      const index = next++;
      wrong[index] = await look(all[index]!);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  if (next < all.length) wrong.push(`there was no time for ${all.length - next} of ${all.length}`);
  return [...new Set(wrong.filter((sentence) => typeof sentence === "string"))];
}

/** Announces 13 MB and sends none of it. */
function announce(url: string, path: string, megabytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: url, "Content-Length": String(megabytes * 1024 * 1024) };
    const outgoing = send(new URL(path, url), { method: "POST", headers, agent: false }, (incoming) => {
      resolve(incoming.statusCode ?? 0);
      incoming.resume();
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    outgoing.flushHeaders();
  });
}
