import type { Response, Router } from "express";
import express from "express";
import { databaseClient } from "#db/client.server.ts";

export type Readiness = { stopping: boolean };

const patience = 3000;

/**
 * `/healthz`: this process answers and its database does too. `/readyz`: the same, and it is not stopping.
 * The server listens only after the migrations, so an answer means a migrated database.
 */
export function health(readiness: Readiness): Router {
  const router = express.Router();
  const answer = async (res: Response, stopping: boolean) => {
    const database = (await databaseAnswers()) ? "ok" : "unreachable";
    const status = database === "ok" && !stopping ? 200 : 503;
    res
      .set("Cache-Control", "no-store")
      .status(status)
      .json({ process: stopping ? "stopping" : "ok", database });
  };
  router.get("/healthz", (_req, res) => answer(res, false));
  router.get("/readyz", (_req, res) => answer(res, readiness.stopping));
  return router;
}

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  const answers = databaseClient()`select 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answers, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
