import { join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { build, defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

/** What browsers have understood since 2022; esbuild no longer writes anything much older. */
const target = "es2022";
const root = import.meta.dirname;
const serverFolders = ["app/server", "db", "seeds"].map((folder) => join(root, folder) + "/");

/** A module of the server that slips into the browser's bundle may carry queries or secrets: better no build than that one. */
function keepServerOut(): Plugin {
  return {
    name: "kept:server-stays-on-the-server",
    enforce: "pre",
    load(id, options) {
      const [file = id] = id.split("?");
      const inServerFolder = /\.tsx?$/.test(file) && serverFolders.some((folder) => file.startsWith(folder));
      const onServer = inServerFolder || /\.server\.tsx?$/.test(file);
      if (onServer && !options?.ssr) {
        this.error(
          `${file.slice(root.length + 1)} belongs to the server, but the pages' browser code imports it.`,
        );
      }
      return undefined;
    },
  };
}

const verifier = "app/ui/verify/verify-in-browser.ts";

/** The script that checks a record in the reader's browser: one small file of its own at /verify.js. */
function verifyScript(): Plugin {
  return {
    name: "kept:verify-script",
    configureServer({ middlewares }) {
      middlewares.use("/verify.js", (_request, response) => {
        response.setHeader("Content-Type", "text/javascript");
        response.end(`import "/${verifier}";`);
      });
    },
    async writeBundle({ dir }) {
      if (this.environment.config.consumer !== "client" || !dir) return;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        resolve: { conditions: ["module", "import", "default"] },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target,
          lib: {
            entry: join(root, verifier),
            formats: ["iife"],
            name: "verify",
            fileName: () => "verify.js",
          },
        },
      });
    },
  };
}

export default defineConfig({
  plugins: [keepServerOut(), verifyScript(), remix(remixOptions)],
  build: { target, assetsInlineLimit: 0 },
  esbuild: { target },
  optimizeDeps: { esbuildOptions: { target } },
});
