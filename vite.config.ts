import { join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

const root = import.meta.dirname;
const serverFolders = ["app/server", "db", "seeds"].map((folder) => join(root, folder) + "/");

/** A module of the server that slips into the browser's bundle may carry queries or secrets: better no build than that one. */
function keepServerOut(): Plugin {
  return {
    name: "kept:server-stays-on-the-server",
    enforce: "pre",
    load(id, options) {
      const [file = id] = id.split("?");
      const onServer =
        serverFolders.some((folder) => file.startsWith(folder)) || /\.server\.tsx?$/.test(file);
      if (onServer && !options?.ssr) {
        this.error(
          `${file.slice(root.length + 1)} belongs to the server, but the pages' browser code imports it.`,
        );
      }
      return undefined;
    },
  };
}

export default defineConfig({
  plugins: [keepServerOut(), remix(remixOptions)],
  build: { target: "es2022", assetsInlineLimit: 0 },
});
