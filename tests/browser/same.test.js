// The page and the command line are one engine: the same input gives the same suggestions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { repository } from "./support/builds.js";
import { onBothBuilds } from "./support/galley.js";

const cli = process.env.GALLEY_CLI;
const samples = JSON.parse(readFileSync(path.join(repository, "seeds/index.json"), "utf8")).map(({ file }) => file);

// All of a file but its identity and the moments at which it was made.
function timeless({ document: { id, ...document }, annotations, ...rest }) {
  return { document, annotations: annotations.map(({ created, modified, ...annotation }) => annotation), ...rest };
}

onBothBuilds("the page agrees with the command line", (open, build) => {
  test("on every sample", { skip: build.name !== "hosted" ? "the two builds hold the same modules" : !cli && "GALLEY_CLI names no program" }, async () => {
    const galley = await open();
    for (const file of samples) {
      await galley.page.locator(`[data-sample="${file}"]`).click();
      await galley.page.locator("article").waitFor();
      const { json } = await galley.download();
      const kind = file.endsWith(".html") ? ["--html"] : [];
      const told = JSON.parse(execFileSync(cli, ["annotate", ...kind, path.join(repository, "seeds", file)], { encoding: "utf8", maxBuffer: 1 << 26 }));
      assert.deepEqual(timeless(json), timeless(told), file);
      await galley.page.getByRole("button", { name: "Galley, start page" }).click();
    }
    galley.quiet();
    await galley.close();
  });
});
