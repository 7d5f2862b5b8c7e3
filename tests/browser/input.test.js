// Poor, odd and hostile input: each gets a clear message or a sensible result; nothing breaks, nothing is lost, no script runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";
import { STORY } from "./support/story.js";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

onBothBuilds("odd input", (open) => {
  // Runs `act` beside an article that is open, and sees to it that the article is still there after it.
  const beside = async (act) => {
    const galley = await open();
    await galley.annotate(STORY);
    await galley.saved();
    await act(galley);
    assert.equal(await galley.page.locator(".docs .doc", { hasText: "Night ferry" }).count(), 1);
    galley.quiet();
    await galley.close();
  };

  test("nothing but white space cannot be annotated", async () => {
    const galley = await open();
    await galley.paste(" \n\t\n ");
    assert.equal(await galley.page.getByRole("button", { name: "Annotate" }).isDisabled(), true);
    galley.quiet();
    await galley.close();
  });

  test("an empty file is said to hold no words", () => beside(async (galley) => {
    await galley.dropFiles({ name: "empty.txt", content: "" });
    assert.match(await galley.notice("empty.txt"), /no words/);
  }));

  test("five megabytes of one line are read", async () => {
    const galley = await open();
    galley.page.setDefaultTimeout(300_000);
    const line = STORY.replaceAll("\n", " ");
    await galley.openFiles({ name: "line.txt", content: line.repeat(Math.ceil(5_000_000 / line.length)) });
    await galley.noted("galley:paint");
    assert.equal(await galley.page.locator("article").count(), 1);
    galley.quiet();
    await galley.close();
  });

  test("bytes that are not UTF-8 are shown as such, and said", async () => {
    const galley = await open();
    await galley.openFiles({ name: "latin.txt", content: Buffer.from("Caf\u00e9 closes\n\nThe caf\u00e9 in Lyon closes on Monday.\n", "latin1") });
    await galley.noted("galley:paint");
    assert.match(await galley.notice("latin.txt"), /not valid UTF-8/);
    checkFile((await galley.download()).json);
    galley.quiet();
    await galley.close();
  });

  test("a picture named .txt is refused by name", () => beside(async (galley) => {
    await galley.dropFiles({ name: "notes.txt", content: PNG });
    assert.match(await galley.notice("notes.txt"), /PNG/);
  }));

  test("JSON that is not Galley's is refused, with what is wrong", () => beside(async (galley) => {
    await galley.dropFiles({ name: "other.json", content: '{"name": "left-pad", "version": "1.0.0"}' });
    assert.match(await galley.notice("other.json"), /not a Galley file/);
    await galley.dropFiles({ name: "torn.json", content: '{"format": "galley", "version": 1, "docu' });
    await galley.notice("torn.json");
  }));

  const plain = "Night ferry sails again\n\nThe ferry sails on Monday, said Ragnhild Moe of Norlink. More\n";
  const hostile = `<!doctype html><html><head><title>Ferry</title><script>window.owned = "head"</script></head><body onload="owned='load'">
    <article><h1>Night ferry sails again</h1><img src="x" onerror="window.owned='image'"><svg onload="window.owned='svg'"></svg>
    <p onclick="owned='click'">The ferry sails on Monday, said Ragnhild Moe of Norlink. <a href="javascript:window.owned='link'">More</a></p>
    <iframe srcdoc="<script>parent.owned='frame'</script>"></iframe><math><mtext><style><img src=x onerror="window.owned='mutated'"></style></mtext></math></article></body></html>`;

  test("no script of a pasted, opened or dropped page runs, and its words are read", async () => {
    for (const give of [
      async (galley) => { await galley.pasteRaw(plain, hostile); await galley.page.getByRole("button", { name: "Annotate" }).click(); },
      async (galley) => { await galley.pasteRaw(plain, hostile); await galley.page.getByLabel("Read the markup").check(); await galley.page.getByRole("button", { name: "Annotate" }).click(); },
      async (galley) => galley.openFiles({ name: "page.html", content: hostile }),
      async (galley) => galley.dropFiles({ name: "page.html", content: hostile }),
    ]) {
      const galley = await open();
      await give(galley);
      await galley.noted("galley:paint");
      assert.match((await galley.download()).json.document.text, /Night ferry sails again\s+The ferry sails on Monday/);
      await galley.page.waitForTimeout(300);
      assert.equal(await galley.page.evaluate(() => window.owned), undefined);
      assert.equal(await galley.page.locator("#main img, #main iframe, #main script, #main svg[onload]").count(), 0);
      galley.quiet();
      await galley.close();
    }
  });
});
