// The parts of a page: another role for one block, for all that are alike and for a run; what is known of the article; the story alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";
import { HEADLINE, PAGE, STORY } from "./support/story.js";

onBothBuilds("the parts of a page", (open, build) => {
  // What follows from the same script on both builds is tested on one of them.
  const once = { skip: build.name !== "hosted" && "the two builds hold the same modules" };

  const openPage = async (options) => {
    const galley = await open(options);
    await galley.openFiles({ name: "ferry.html", content: PAGE });
    await galley.noted("galley:paint");
    return galley;
  };
  // The block whose words begin with `words`, furniture too.
  const block = ({ page }, words) => page.locator(".block", { has: page.locator(".words-of", { hasText: new RegExp(`^${words}`) }) });
  const card = ({ page }) => page.locator("#card");
  // The roles of the blocks whose words begin so, as the file has them.
  const roles = async (galley, ...starts) => {
    const { json } = await galley.download();
    checkFile(json);
    const points = Array.from(json.document.text);
    const found = starts.map((start) => json.blocks.find((block) => points.slice(block.start, block.end).join("").startsWith(start)));
    return found.map((block) => block?.role);
  };
  const NOTES = ["The ferry was built", "The crossing takes", "The strike was the longest"];

  test("a block gets another role by its place in the margin, and loses it by undo", async () => {
    const galley = await openPage();
    await block(galley, "What comes next").locator(".role").click();
    await card(galley).getByRole("button", { name: /^Paragraph/ }).click();
    assert.deepEqual(await roles(galley, "What comes next"), ["paragraph"]);
    await galley.page.locator("[data-act=undo]").click();
    assert.deepEqual(await roles(galley, "What comes next"), ["subhead"]);
    galley.quiet();
    await galley.close();
  });

  test("all blocks in the same place get it at once, shown before and undone in one step", async () => {
    const galley = await openPage();
    const before = await roles(galley, ...NOTES);
    await block(galley, NOTES[0]).hover();
    await block(galley, NOTES[0]).locator(".role").click();
    const same = card(galley).getByRole("button", { name: /^Same place · 3$/ });
    await same.click();
    await galley.page.waitForFunction(() => document.querySelectorAll(".block.reached").length === 3);
    await card(galley).getByRole("button", { name: /^Deck/ }).click();
    await galley.notice("3 blocks set to deck");
    assert.deepEqual(await roles(galley, ...NOTES), ["deck", "deck", "deck"]);
    await galley.page.locator("[data-act=undo]").click();
    assert.deepEqual(await roles(galley, ...NOTES), before);
    galley.quiet();
    await galley.close();
  });

  test("what blocks are alike is known after a reload, and by shape in plain text", once, async () => {
    const galley = await openPage();
    await galley.saved();
    await galley.reload();
    await block(galley, NOTES[1]).locator(".role").click();
    await card(galley).getByRole("button", { name: /^Same place · 3$/ }).waitFor();
    await galley.page.getByRole("button", { name: "Galley, start page" }).click();
    await galley.annotate("A strike ends\n\nThe strike at the ferry company ended on Monday after two long weeks, its owner said in a letter.\n\nRead more: Ferry sails again\n\nThe first ship leaves at eight in the evening and carries four hundred people across the North Sea.\n\nRead more: Council splits on the night ferry\n");
    await galley.page.locator("#main").focus();
    const fold = galley.page.locator(".fold").first();
    if (await fold.count()) await fold.click();
    await block(galley, "Read more: Ferry").locator(".role").click();
    await card(galley).getByRole("button", { name: /^Same shape · 2$/ }).click();
    await card(galley).getByRole("button", { name: /^Caption/ }).click();
    assert.deepEqual(await roles(galley, "Read more: Ferry", "Read more: Council"), ["caption", "caption"]);
    galley.quiet();
    await galley.close();
  });

  test("a run of blocks gets a role by Shift and a click, and by dragging over the margin", once, async () => {
    const galley = await openPage();
    await block(galley, "What comes next").locator(".role").click();
    await galley.page.keyboard.press("Escape");
    await block(galley, "“Nobody won").hover();
    await block(galley, "“Nobody won").locator(".role").click({ modifiers: ["Shift"] });
    assert.equal(await card(galley).getByRole("button", { name: /^6 blocks$/ }).getAttribute("aria-pressed"), "true");
    await galley.page.keyboard.press("Escape");

    const boxes = await Promise.all([block(galley, "“Nobody won").locator(".role"), block(galley, "Peter Falconer").locator(".role")].map((role) => role.boundingBox()));
    const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    await galley.page.mouse.move(...middle(boxes[0]));
    await galley.page.mouse.down();
    const [, y] = middle(boxes[1]);
    await galley.page.mouse.move(middle(boxes[0])[0] + 200, y - 60, { steps: 8 });
    await galley.page.mouse.move(middle(boxes[1])[0] + 200, y, { steps: 8 });
    await galley.page.mouse.up();
    assert.equal(await galley.page.locator(".block.reached").count(), 5);
    await card(galley).getByRole("button", { name: /^Caption/ }).click();
    assert.deepEqual(await roles(galley, "“Nobody won", ...NOTES, "Peter Falconer", "What comes next"), ["caption", "caption", "caption", "caption", "caption", "subhead"]);
    await galley.page.locator("[data-act=undo]").click();
    assert.equal((await roles(galley, "Peter Falconer"))[0], "paragraph");
    galley.quiet();
    await galley.close();
  });

  test("roles are changed by key alone: one block, then a run", once, async () => {
    const galley = await openPage();
    const { page } = galley;
    await page.locator("#main").focus();
    await page.keyboard.press("b");
    await card(galley).waitFor();
    await page.keyboard.press("Escape");
    const role = () => page.locator(".role.now").locator("xpath=..").locator(".words-of").innerText();
    const goTo = async (words) => {
      for (let turn = 0; turn < 40 && !(await role().catch(() => "")).startsWith(words); turn += 1) {
        await page.keyboard.press("ArrowDown");
        await page.waitForTimeout(60);
      }
      assert.match(await role(), new RegExp(`^${words}`));
    };
    await goTo("What comes next");
    await page.keyboard.press("7");
    assert.deepEqual(await roles(galley, "What comes next"), ["paragraph"]);
    await page.locator("#main").focus();
    await page.keyboard.press("b");
    await page.keyboard.press("Escape");
    for (let up = 0; up < 4; up += 1) await page.keyboard.press("Shift+ArrowUp");
    await page.waitForFunction(() => document.querySelectorAll(".block.reached").length === 5);
    await page.keyboard.press("9");
    assert.deepEqual(await roles(galley, ...NOTES, "Peter Falconer", "What comes next"), ["other", "other", "other", "other", "other"]);
    await page.locator("#main").focus();
    await page.keyboard.press("u");
    assert.deepEqual(await roles(galley, "Peter Falconer", "What comes next"), ["paragraph", "paragraph"]);
    galley.quiet();
    await galley.close();
  });

  test("a run is chosen by touch", once, async () => {
    const galley = await openPage({ viewport: { width: 390, height: 844 }, touch: true });
    const { page } = galley;
    await block(galley, NOTES[0]).locator(".words-of").tap();
    await block(galley, NOTES[0]).locator(".role").tap();
    await card(galley).getByRole("button", { name: "Up to…" }).tap();
    await page.locator(".reaching").waitFor();
    await block(galley, NOTES[2]).locator(".words-of").tap();
    await card(galley).getByRole("button", { name: /^3 blocks$/ }).waitFor();
    await card(galley).getByRole("button", { name: /^Deck/ }).tap();
    await galley.notice("3 blocks set to deck");
    galley.quiet();
    await galley.close();
  });

  test("what is known of the article shows where it is from, is altered by hand, and stays so", once, async () => {
    const galley = await openPage();
    const { page } = galley;
    await page.getByRole("tab", { name: "Structure" }).click();
    const field = (name) => page.getByLabel(name, { exact: true });
    const note = async (name) => page.locator(`[id="${await field(name).getAttribute("aria-describedby")}"]`).innerText();
    assert.match(await note("Byline"), /JSON-LD|from “By Ruth Okello”/);
    assert.match(await note("Published"), /27 January 2025.*article:published_time/s);
    assert.match(await note("Section"), /JSON-LD/);
    await field("Section").fill("Sea and harbour");
    await field("Section").press("Enter");
    await field("Byline").fill("");
    await field("Byline").press("Enter");
    await galley.saved();
    await galley.reload();
    await page.getByRole("tab", { name: "Structure" }).click();
    assert.equal(await field("Section").inputValue(), "Sea and harbour");
    assert.match(await note("Section"), /given/);
    assert.equal(await field("Byline").inputValue(), "");
    assert.match(await note("Byline"), /emptied by hand/);
    assert.match(await note("Published"), /article:published_time/);
    const { json } = await galley.download();
    checkFile(json);
    assert.equal(json.document.section, "Sea and harbour");
    assert.equal(json.document.byline, undefined);
    galley.quiet();
    await galley.close();
  });

  test("what was read in the text names its words and goes there; an edit is undone", once, async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await page.getByRole("tab", { name: "Structure" }).click();
    const dateline = page.getByLabel("Dateline", { exact: true });
    const place = await dateline.inputValue();
    assert.match(place, /GRIMSUND/);
    await page.getByRole("button", { name: /^from “GRIMSUND/ }).click();
    await page.waitForFunction(() => getSelection().toString().startsWith("GRIMSUND"));
    await dateline.fill("Aberdeen");
    await dateline.press("Enter");
    await page.locator("[data-act=undo]").click();
    await page.waitForFunction((place) => [...document.querySelectorAll("textarea")].some((field) => field.value === place), place);
    galley.quiet();
    await galley.close();
  });

  test("the story is copied as text and as Markdown, and shown alone", once, async () => {
    const galley = await openPage();
    const { page } = galley;
    await page.getByRole("tab", { name: "Structure" }).click();
    const copied = async (name) => {
      await page.getByRole("button", { name }).click();
      await galley.notice("The article is on the clipboard");
      assert.ok(await page.locator("[role=status], [aria-live]", { hasText: "The article is on the clipboard" }).count() > 0);
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const text = await copied("Copy as text");
    assert.ok(text.startsWith(`${HEADLINE}\n\nBy Ruth Okello\n\n`), text);
    assert.doesNotMatch(text, /Culture|All rights reserved/);
    const markdown = await copied("Copy as Markdown");
    assert.ok(markdown.startsWith(`# ${HEADLINE}\n\n*By Ruth Okello*\n\n`), markdown);
    assert.match(markdown, /\n\n## What comes next\n\n/);

    await page.getByLabel("Show only the story").check();
    const shown = await page.locator("article").innerText();
    assert.doesNotMatch(shown, /Culture|All rights reserved|page furniture/);
    assert.match(shown, /The night ferry between/);
    assert.equal(await page.locator("article mark, article .role").count(), 0);
    await page.getByLabel("Show only the story").uncheck();
    await page.locator("article mark").first().waitFor();
    galley.quiet();
    await galley.close();
  });

  test("on a phone the story alone is one tap away", once, async () => {
    const galley = await openPage({ viewport: { width: 390, height: 844 }, touch: true });
    await galley.page.getByRole("button", { name: "Only the story" }).tap();
    await galley.page.waitForFunction(() => !document.querySelector("article .fold, article mark"));
    await galley.accessible();
    galley.quiet();
    await galley.close();
  });
});
