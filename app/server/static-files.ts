import { join } from "node:path";
import express, { type Router } from "express";

/** The built client files. Those under /assets carry a hash in their name and never change. */
export function staticFiles(folder: string): Router {
  const router = express.Router();
  const options = { index: false, redirect: false, dotfiles: "ignore" } as const;
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { ...options, immutable: true, maxAge: "1y" }),
  );
  router.use("/assets", (_req, res) => {
    res.status(404).type("text").send("There is no such file.");
  });
  router.use(express.static(folder, { ...options, maxAge: "1h" }));
  return router;
}
