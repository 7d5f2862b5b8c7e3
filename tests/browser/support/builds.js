// The two builds under test: the folder, served on this machine, and the single file, opened from disk.

import http from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

export const repository = path.resolve(here, "../../..");
export const folder = process.env.GALLEY_DIST ?? path.join(repository, "dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

// A server of files on a free port. `requests` collects what was asked for; `withhold` names a path that is then not found.
export async function serve(root = folder) {
  const requests = [];
  const state = { withhold: undefined };
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://local");
    requests.push(pathname);
    const file = path.join(root, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const known = path.relative(root, file).startsWith("..") || pathname === state.withhold ? undefined : await readFile(file).catch(() => undefined);
    const headers = { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*" };
    response.writeHead(known ? 200 : 404, headers).end(known);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { address: `http://127.0.0.1:${port}/`, requests, state, close };
}

// Both builds, each as { name, start() } where start gives { address, stop }.
export const builds = [
  {
    name: "hosted",
    start: async () => {
      const server = await serve();
      return { address: server.address, server, stop: server.close };
    },
  },
  {
    name: "single file",
    start: async () => {
      const file = path.join(folder, "galley.html");
      if (!existsSync(file)) throw new Error(`there is no ${file}: build for release first`);
      return { address: pathToFileURL(file).href, stop: async () => {} };
    },
  },
];
