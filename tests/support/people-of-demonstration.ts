import { randomInt } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { multiply } from "./multiply.ts";
import { countStatements, type StatementCounter } from "./statement-counter.ts";
import { type RunningApp, startApp } from "./running-app.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { useDatabase } from "./database.ts";
import { formsIn } from "./web-forms.ts";
import { WebPerson } from "./web-person.ts";
import { sendForm } from "./web-walk.ts";
import { startJanitor } from "./janitor.ts";

export type Who = "stranger" | "reviewer" | "editor" | "owner" | "other";

export type Demonstration = {
  url: string;
  people: Record<Who, WebPerson>;
  /** Of the reviewer, the editor and the owner. */
  slug: string;
  /** Of the other organisation's owner. */
  otherSlug: string;
  /** What the app has asked its database so far, in statements. */
  statements: () => number;
  /** Gives an organisation ten times what it has in its workspace, and publishes that. */
  growTenfold: (slug: string) => Promise<void>;
  /** The failures that the app has logged so far, one line each. */
  failures: () => string[];
};

const emails = {
  reviewer: "board@northgate.example",
  editor: "editor@northgate.example",
  owner: "owner@northgate.example",
  other: "owner@aldermoor.example",
};
export const demonstrationPassword = "a promise kept";

/**
 * Call once at the top of a test file: the whole app as it is delivered, in a process of its own on a database of the file's
 * own, with the demonstration in it and five people in front of it. Every request comes from an address of its own, so that
 * nobody is refused for having tried too often.
 */
export function useDemonstration(): () => Demonstration {
  const database = useDatabase();
  const janitor = startJanitor();
  let app: RunningApp | undefined;
  let counter: StatementCounter | undefined;
  let ready: Demonstration | undefined;

  beforeAll(async () => {
    const folder = await temporaryFolder();
    janitor.remember({ dataFolder: folder });
    counter = await countStatements(withoutRole(database.ownerUrl));
    app = startApp(folder, "every-route.log", {
      DATABASE_URL: counter.url,
      TRUST_PROXY: "1",
    });
    janitor.remember({ pid: app.pid, signal: "SIGTERM" });
    const { count } = counter;
    const opened = await open(app);
    const growTenfold = (slug: string) => grow(database.ownerSql, opened.people.owner, slug);
    ready = { ...opened, statements: count, growTenfold };
  }, 400_000);
  afterAll(async () => {
    await app?.stop();
    counter?.stop();
    await janitor.finish();
  }, 60_000);

  return () => {
    if (!ready) throw new Error("The demonstration is there inside tests only, not while the file is read.");
    return ready;
  };
}

async function open(app: RunningApp): Promise<Omit<Demonstration, "statements" | "growTenfold">> {
  const url = await app.ready;
  const people = { stranger: personAt(url) } as Record<Who, WebPerson>;
  for (const who of ["reviewer", "editor", "owner", "other"] as const) {
    people[who] = personAt(url);
    await people[who].signIn(emails[who], demonstrationPassword);
  }
  return {
    url,
    people,
    slug: await slugOf(people.owner),
    otherSlug: await slugOf(people.other),
    failures: () =>
      app
        .said()
        .split("\n")
        .filter((line) => line.startsWith("{") && line.includes('"level":50')),
  };
}

async function grow(ownerSql: postgres.Sql, owner: WebPerson, slug: string): Promise<void> {
  const [organisation] = await ownerSql<{ id: string }[]>`select id from organisations where slug = ${slug}`;
  await multiply(ownerSql, organisation!.id, 9);
  const path = `/o/${slug}/publish`;
  const form = formsIn((await owner.get(path)).text, path).find(({ fields }) =>
    fields.some(({ name }) => name === "fingerprint"),
  );
  if (!form) throw new Error("There is nothing to publish.");
  const fields = form.fields.map(({ name, value }): [string, string] => [
    name,
    value || "It is ten times as much.",
  ]);
  const answer = await sendForm(owner, form, fields);
  if (answer.status >= 400)
    throw new Error(`It was not published: ${answer.status} ${answer.text.slice(0, 2000)}`);
}

function personAt(url: string): WebPerson {
  const part = () => randomInt(1, 255);
  return new WebPerson(url, () => ({ "X-Forwarded-For": `10.${part()}.${part()}.${part()}` }));
}

/** The app takes on its own role, as it does with any DATABASE_URL. */
function withoutRole(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.search = "";
  return url.href;
}

async function slugOf(person: WebPerson): Promise<string> {
  const { text } = await person.get("/account/organisations");
  const slug = /href="\/o\/([a-z0-9-]+)/.exec(text)?.[1];
  if (!slug) throw new Error("This person is in no organisation.");
  return slug;
}
