// The main job, end to end: paste an article, look, correct by click and by selection, take it away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";
import { HEADLINE, STORY } from "./support/story.js";

onBothBuilds("the main job", (open) => {
  test("paste, marks, relabel, tag, reject, undo, redo, reload, download", async () => {
    const galley = await open();
    const { page } = galley;
    const card = page.locator("#card");

    await galley.annotate(STORY);
    assert.equal(await page.locator("h1").filter({ hasText: HEADLINE }).count(), 1);
    const falconer = galley.mark("Peter Falconer").first();
    await falconer.waitFor();
    assert.ok(await page.locator("mark[data-layer=quotation]").count() > 0, "no quotation is marked");
    const furniture = page.locator(".fold, .furniture");
    assert.ok(await furniture.count() > 0, "no furniture is marked");

    // Click a mark, give it another label.
    await falconer.click();
    await card.getByRole("button", { name: /^Org/ }).click();
    await page.waitForFunction(() => [...document.querySelectorAll("mark[data-layer=entity]")].some((mark) => mark.textContent === "Peter Falconer" && mark.dataset.hue === "org"));

    // Select words, tag them.
    await page.keyboard.press("Escape");
    await galley.select("harbour master");
    await page.locator(".pop.pick").getByRole("button", { name: /^Person/ }).click();
    await galley.mark("harbour master").waitFor();

    // Reject one, take that back, do it again.
    const norway = galley.mark("Norway").first();
    await norway.click();
    await card.getByRole("button", { name: /^Reject/ }).click();
    await norway.waitFor({ state: "detached" });
    await page.locator("[data-act=undo]").click();
    await norway.waitFor();
    await page.locator("[data-act=redo]").click();
    await norway.waitFor({ state: "detached" });
    await galley.saved();

    // Everything is there after a reload.
    await galley.reload();
    await galley.mark("harbour master").waitFor();
    assert.equal(await galley.mark("Norway").count(), 0);

    const { name, json } = await galley.download();
    assert.match(name, /night-ferry.*\.json$/);
    checkFile(json);
    assert.equal(json.document.text, STORY);
    const named = (words) => json.annotations.filter((annotation) => annotation.layer === "entity" && annotation.text === words);
    assert.deepEqual(named("Peter Falconer").map(({ label, decision, origin }) => [label, decision, origin.label]), [["ORG", "accepted", "PERSON"]]);
    assert.deepEqual(named("harbour master").map(({ label, decision, origin }) => [label, decision, origin.by]), [["PERSON", "accepted", "human"]]);
    assert.ok(named("Norway").length > 0 && named("Norway").some(({ decision }) => decision === "rejected"));
    galley.quiet();
    await galley.close();
  });

  test("the file that was downloaded opens again as it was", async () => {
    const galley = await open();
    await galley.annotate(STORY);
    const first = await galley.download();
    const other = await open();
    await other.openFiles({ name: first.name, content: first.text });
    await other.noted("galley:paint");
    const second = await other.download();
    assert.equal(second.text, first.text);
    galley.quiet();
    other.quiet();
    await galley.close();
    await other.close();
  });

  test("decisions are made and taken back by key alone", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    const decided = () => page.locator("mark.accepted").count();
    await page.locator("#main").focus();
    await page.keyboard.press("j");
    const before = await decided();
    await page.keyboard.press("a");
    await page.waitForFunction((before) => document.querySelectorAll("mark.accepted").length > before, before);
    await page.keyboard.press("u");
    await page.waitForFunction((before) => document.querySelectorAll("mark.accepted").length === before, before);
    await page.keyboard.press("ControlOrMeta+Shift+Z");
    await page.waitForFunction((before) => document.querySelectorAll("mark.accepted").length > before, before);
    galley.quiet();
    await galley.close();
  });

  test("what is changed while an earlier change is being written is not called saved before it is", async () => {
    const galley = await open({ prepare: (page) => page.addInitScript(holdWrites) });
    const { page } = galley;
    await galley.annotate(STORY);
    await galley.saved();
    const decided = () => page.locator("mark.accepted").count();
    const accept = async () => {
      const before = await decided();
      await page.keyboard.press("a");
      await page.waitForFunction((before) => document.querySelectorAll("mark.accepted").length > before, before);
    };
    await page.locator("#main").focus();
    await page.keyboard.press("j");
    await page.evaluate(() => { window.writes.areHeld = true; });
    await accept();
    await page.waitForFunction(() => window.writes.held.length > 0);
    await accept();
    await page.evaluate(() => window.writes.release());
    await galley.saved();
    const stored = await galley.stored();
    assert.equal(stored.annotations.filter(({ decision }) => decision === "accepted").length, (await galley.download()).json.annotations.filter(({ decision }) => decision === "accepted").length);
    galley.quiet();
    await galley.close();
  });

  test("the samples open, each with its marks", async () => {
    const galley = await open();
    const { page } = galley;
    const count = await page.locator("[data-sample]").count();
    assert.ok(count > 0);
    for (let index = 0; index < count; index += 1) {
      await page.locator("[data-sample]").nth(index).click();
      await page.locator("mark").first().waitFor();
      await galley.saved();
      checkFile((await galley.download()).json);
      await page.getByRole("button", { name: "Galley, start page" }).click();
      await page.locator("textarea#paste").waitFor();
    }
    galley.quiet();
    await galley.close();
  });
});

// Keeps the news that a write has ended from the page while `writes.areHeld`.
function holdWrites() {
  const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  const writes = (window.writes = { areHeld: false, held: [], release() { writes.areHeld = false; writes.held.splice(0).forEach((tell) => tell()); } });
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    set(tell) { set.call(this, tell && ((event) => (writes.areHeld && this.mode === "readwrite" ? writes.held.push(() => tell(event)) : tell(event)))); },
  });
}
