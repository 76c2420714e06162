// Another app on the same data folder: starts the database, says what it found, and ends as told ("kill" or "stop").
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbedded } from "../../db/embedded.server.ts";

const [dataFolder, end] = process.argv.slice(2);
const { reused, stop } = await startEmbedded({ dataFolder });
const { home } = JSON.parse(await readFile(join(dataFolder, "cluster.json"), "utf8"));
const postmaster = Number((await readFile(join(home, "data/postmaster.pid"), "utf8")).split("\n")[0]);
console.log(JSON.stringify({ reused, postmaster }));
if (end === "kill") process.kill(process.pid, "SIGKILL");
await stop();
