// Labels of one's own: made, altered, given to words, sentences, paragraphs and the article, imported, exported; guidelines; the comment.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";
import { STORY } from "./support/story.js";

const BOOK = {
  format: "galley-codebook",
  version: 1,
  labels: [
    { layer: "code", name: "frame", title: "frame", color: "teal", key: "f", description: "How it is told." },
    { layer: "code", name: "conflict", title: "conflict", color: "brick", key: "c", parent: "frame" },
    { layer: "entity", name: "SHIP", title: "Ship", color: "pink", key: "s" },
  ],
  guidelines: "# How to code\n\nGive **one** frame. [A book](https://example.org/book) [bad](javascript:window.owned=1) <img src=x onerror=window.owned=1>\n\n- *once*",
};

onBothBuilds("codes", (open, build) => {
  if (build.name !== "hosted") return;

  const file = (content, name = "book.json") => ({ name, mimeType: "text/plain", buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)) });
  const importing = async ({ page }, given) => {
    await page.locator("#tab-codes").click();
    await page.locator("#codebook-file").setInputFiles([given]);
  };
  const names = ({ page }) => page.locator(".code-item .what b").allInnerTexts();
  // Exports through the page's own button, and gives the text.
  const exported = async ({ page }, title) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: title }).click()]);
    return readFile(await download.path(), "utf8");
  };
  const own = (json) => json.annotations.filter(({ origin }) => origin.by === "human").map(({ layer, label, text, parts }) => [layer, label, parts?.length ?? 1, text.slice(0, 30)]);

  test("a label is made by key alone, given by its key, named anew and removed, and all of it undone", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await page.locator("#main").focus();
    await page.keyboard.press("g");
    await page.waitForFunction(() => document.activeElement?.id === "tab-codes");
    await page.locator("#new-label").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "label-name");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".wrong").innerText(), /name is empty/);
    await page.keyboard.type("claim");
    await page.locator("#label-key").fill("q");
    await page.locator("#label-about").fill("Somebody says it is so.");
    await galley.accessible();
    await page.locator("#label-key").focus();
    await page.keyboard.press("Enter");
    await page.locator(".code-item").waitFor();
    assert.deepEqual(await names(galley), ["claim"]);

    await page.locator("#main").focus();
    await page.keyboard.press("v");
    await page.locator(".pop.pick").waitFor();
    await page.keyboard.press("q");
    await page.locator("mark[data-layer=code]").waitFor();
    assert.equal(await page.locator("mark[data-layer=code]").getAttribute("data-hue"), "blue");

    await page.locator(".code-item .go").click();
    await page.locator("#label-name").fill("assertion");
    await page.locator(".label-form input[aria-label=green]").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForFunction(() => document.querySelector("mark[data-layer=code]")?.dataset.hue === "green");
    assert.deepEqual(own((await galley.download()).json).map(([, label]) => label), ["assertion"]);

    await page.locator(".code-item .go").click();
    await page.getByRole("button", { name: "Remove with 1 mark" }).click();
    await galley.notice("Removed the label assertion");
    assert.equal(await page.locator("mark[data-layer=code]").count(), 0);
    for (const _ of [1, 2, 3, 4]) await page.locator("[data-act=undo]").click();
    assert.deepEqual(await names(galley), []);
    assert.equal(await page.locator("[data-act=undo]").isDisabled(), true);
    for (const _ of [1, 2, 3]) await page.locator("[data-act=redo]").click();
    assert.deepEqual(await names(galley), ["assertion"]);
    galley.quiet();
    await galley.close();
  });

  test("codes go to words, a sentence, a paragraph and the article, by mouse and by key, and are in the file", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await importing(galley, file(BOOK));
    await galley.notice("Imported 3 labels");
    // Words.
    await galley.select("back wages");
    await page.locator(".layer-tabs button", { hasText: "Code" }).click();
    await page.locator(".pick .labels button", { hasText: "frame" }).click();
    await page.locator("mark[data-layer=code]", { hasText: /^back wages$/ }).waitFor();
    // Their sentence.
    await galley.select("harbour master");
    await page.locator(".extents button", { hasText: "Sentence" }).click();
    await page.keyboard.press("c");
    // A paragraph, by key: from the sentence on.
    await galley.select("in the autumn");
    await page.locator(".pop.pick").waitFor();
    await page.keyboard.press("w");
    await page.keyboard.press("w");
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.querySelector(".layers [data-hue=own] b")?.textContent === "3");
    // The article, from the list and by selection.
    await page.locator("#tab-codes").click();
    await page.getByLabel("Give the whole article a code").selectOption({ label: "conflict" });
    await page.locator(".code-chip", { hasText: "conflict" }).waitFor();
    await page.locator("#comment").fill("A clear case.\nTwo sides.");
    await page.locator("#comment").blur();
    const { json } = await galley.download();
    checkFile(json);
    const text = json.document.text.trim();
    assert.equal(json.document.comment, "A clear case.\nTwo sides.");
    assert.equal(json.guidelines, BOOK.guidelines);
    assert.deepEqual(json.labels.slice(-3), BOOK.labels);
    const codes = json.annotations.filter(({ layer }) => layer === "code");
    assert.equal(codes.length, 4);
    assert.equal(codes[0].text, "back wages");
    assert.match(codes[1].text, /^In Aberdeen, the harbour master .*relief”\.$/);
    assert.ok(json.blocks.some(({ start, end }) => start === codes[2].start && end === codes[2].end), "a whole paragraph");
    assert.equal(codes[3].text, text, "the whole article");
    // It opens again as it was.
    const again = await open();
    await again.openFiles({ name: "again.galley.json", content: JSON.stringify(json) });
    await again.noted("galley:paint");
    await again.page.locator("#tab-codes").click();
    assert.deepEqual(await names(again), ["frame", "conflict", "Ship"]);
    assert.equal(await again.page.locator("#comment").inputValue(), "A clear case.\nTwo sides.");
    assert.deepEqual((await again.download()).json.annotations, json.annotations);
    await again.close();
    galley.quiet();
    await galley.close();
  });

  test("codebooks come in and go out as JSON and CSV, and bad ones are refused by the place", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await importing(galley, file(BOOK));
    await galley.notice("Imported 3 labels");
    assert.deepEqual(JSON.parse(await exported(galley, "Export JSON")), BOOK);
    const csv = await exported(galley, "Export CSV");
    assert.match(csv, /^layer,name,title,color,key,description,parent\r\ncode,frame,frame,teal,f,How it is told\.,\r\n/);
    await importing(galley, file(`${csv}code,stance,stance,slate,,,\r\n`, "more.csv"));
    await galley.notice("Imported 4 labels");
    assert.deepEqual(await names(galley), ["frame", "conflict", "Ship", "stance"]);
    for (const [content, place] of [
      ["name,color\nclaim,blue\nsource,mauve\n", /line 3, column color: "mauve"/],
      ["name\n\"claim\n", /line 2: a quotation mark/],
      ["", /empty/],
      [{ ...BOOK, labels: [...BOOK.labels, { layer: "code", name: "x", title: "x", key: "f" }] }, /labels\[3\]\.key/],
      ['{"format": "galley-codebook", ', /line 1, column/],
    ]) {
      await importing(galley, file(content, "bad.csv"));
      assert.match(await galley.notice(place), /nothing is altered/);
      for (const notices = page.locator(".notice"); await notices.count(); ) await notices.first().getByRole("button").last().click();
    }
    assert.deepEqual(await names(galley), ["frame", "conflict", "Ship", "stance"]);
    // A codebook that is dropped onto the page goes into the open article; undo gives back what was.
    await page.locator("[data-act=undo]").click();
    await galley.dropFiles({ name: "dropped.json", content: JSON.stringify({ ...BOOK, labels: [{ layer: "code", name: "tone", title: "tone" }], guidelines: "" }) });
    await galley.notice("Imported 1 label");
    assert.deepEqual(await names(galley), ["frame", "conflict", "Ship", "tone"]);
    galley.quiet();
    await galley.close();
  });

  test("guidelines are drawn from Markdown, and nothing in them runs", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await importing(galley, file(BOOK));
    const prose = page.locator(".prose");
    await prose.locator("h3", { hasText: "How to code" }).waitFor();
    assert.equal(await prose.locator("strong").innerText(), "one");
    assert.deepEqual(await prose.locator("a").evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute("href"), link.rel])), [["A book", "https://example.org/book", "noopener noreferrer nofollow"]]);
    assert.equal(await prose.locator("img, script, iframe").count(), 0);
    assert.match(await prose.innerText(), /<img src=x onerror=window\.owned=1>/);
    assert.equal(await page.evaluate(() => window.owned), undefined);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.locator("#guidelines").fill("## Anew\n\n1. first");
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await prose.locator("ol li", { hasText: "first" }).waitFor();
    await galley.accessible();
    galley.quiet();
    await galley.close();
  });

  test("a new article begins with the codebook that was worked with last", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await importing(galley, file(BOOK));
    await galley.notice("Imported 3 labels");
    await galley.saved();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await galley.annotate("Another story\n\nThe ferry Nordlys sails on Monday.\n");
    await page.locator("#tab-codes").click();
    assert.deepEqual(await names(galley), ["frame", "conflict", "Ship"]);
    galley.quiet();
    await galley.close();
  });
});
