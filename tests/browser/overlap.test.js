// Marks on one another: five nested and crossing ones on one word, each reached by mouse, by key and by list; and their ends moved.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";

const TEXT = "Tunnel talks\n\nThe old Harbour Tunnel Authority Board meets again on Monday in the town hall.\n";
const MARKS = [["Tunnel", "ORG"], ["Harbour Tunnel", "FAC"], ["Tunnel Authority", "GPE"], ["old Harbour Tunnel Authority Board", "WORK"], ["The old Harbour Tunnel", "EVENT"]];

onBothBuilds("marks on one another", (open, build) => {
  if (build.name !== "hosted") return;

  // Opens a file with the five marks, and gives their ids.
  const torture = async (options) => {
    const maker = await open();
    await maker.annotate(TEXT);
    const { json } = await maker.download();
    await maker.close();
    const moment = "2025-02-10T08:00:00Z";
    const block = TEXT.indexOf("The old");
    json.entities = [];
    json.annotations = json.annotations.filter(({ layer }) => layer === "structure");
    const ids = MARKS.map(([text, label], index) => {
      const start = text === "Tunnel" ? TEXT.indexOf("Harbour Tunnel") + 8 : TEXT.indexOf(text, block);
      json.annotations.push({ id: `a${90 + index}`, layer: "entity", label, start, end: start + text.length, text, kind: "name", decision: "accepted", origin: { by: "human" }, created: moment, modified: moment });
      return `a${90 + index}`;
    });
    const galley = await open(options);
    await galley.openFiles({ name: "torture.galley.json", content: JSON.stringify(json) });
    await galley.noted("galley:paint");
    return { galley, ids };
  };
  const word = ({ page }) => page.locator('mark[data-id="a90"]').first();
  const current = ({ page }) => page.evaluate(() => document.querySelector("article mark.now")?.dataset.id);
  const becomes = async ({ page }, id) => page.waitForFunction((id) => document.querySelector("article mark.now")?.dataset.id === id, id);

  test("each is reached by clicking on, the smallest first, and by the chooser", async () => {
    const { galley, ids } = await torture();
    const { page } = galley;
    const order = ["a90", "a91", "a92", "a94", "a93"];
    for (const id of order) {
      await word(galley).click();
      await becomes(galley, id);
    }
    assert.deepEqual([...order].sort(), ids);
    const choices = page.locator("#card .stack button");
    assert.equal(await choices.count(), 5);
    await choices.filter({ hasText: "Tunnel Authority" }).filter({ hasText: /^Place/ }).click();
    await becomes(galley, "a92");
    await galley.accessible();
    galley.quiet();
    await galley.close();
  });

  test("each is reached by key: from mark to mark, and among those on the same words", async () => {
    const { galley, ids } = await torture();
    const { page } = galley;
    await page.locator("#main").focus();
    const walk = async (key) => {
      const seen = new Set();
      for (let turn = 0; turn < 5; turn += 1) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
        seen.add(await current(galley));
      }
      return [...seen].sort();
    };
    assert.deepEqual(await walk("j"), ids);
    assert.deepEqual(await walk("o"), ids);
    for (let turn = 0, seen = new Set(); seen.size < 5; turn += 1) {
      assert.ok(turn < 40, `the Tab key comes to ${[...seen]} only`);
      await page.keyboard.press("Tab");
      const id = await page.evaluate(() => document.activeElement?.dataset.id);
      if (ids.includes(id)) seen.add(id);
    }
    galley.quiet();
    await galley.close();
  });

  test("each is reached by the list, and by touch", async () => {
    const { galley, ids } = await torture({ viewport: { width: 390, height: 844 }, touch: true });
    const { page } = galley;
    await word(galley).tap();
    for (const id of ids) {
      const [text] = MARKS[ids.indexOf(id)];
      const choices = page.locator("#card .stack button");
      await choices.filter({ has: page.locator("small", { hasText: new RegExp(`^${text}`.slice(0, 24)) }) }).last().waitFor();
    }
    await page.keyboard.press("Escape");
    await page.locator(".thumb button", { hasText: "left" }).tap();
    await page.getByRole("button", { name: /^Accepted/ }).tap();
    for (const id of ids) {
      await page.locator(`.mark-row[data-row=${id}] .go`).tap();
      await becomes(galley, id);
      await page.locator(".thumb button", { hasText: "left" }).tap();
    }
    galley.quiet();
    await galley.close();
  });

  test("an end is dragged to another word, a handle at each end, and put back by undo", async () => {
    const { galley } = await torture();
    const { page } = galley;
    await page.locator('mark[data-id="a90"]').first().click();
    await becomes(galley, "a90");
    const words = (id) => page.evaluate((id) => [...document.querySelectorAll(`article mark[data-id=${id}]`)].filter((mark) => !mark.parentElement.closest(`[data-id=${id}]`)).map((mark) => mark.textContent).join(""), id);
    const end = await page.locator(".handle.end").boundingBox();
    const target = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf("Board");
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 3);
        const { left, top, height } = range.getBoundingClientRect();
        return [left, top + height / 2];
      }
    });
    await page.mouse.move(end.x + 8, end.y + end.height / 2);
    await page.mouse.down();
    await page.mouse.move(...target, { steps: 8 });
    await page.mouse.up();
    await page.waitForFunction(() => [...document.querySelectorAll("article mark[data-id=a90]")].map((mark) => mark.textContent).join("").includes("Board"));
    assert.equal(await words("a90"), "Tunnel Authority Board");
    await page.locator("[data-act=undo]").click();
    await page.waitForFunction(() => ![...document.querySelectorAll("article mark[data-id=a90]")].some((mark) => mark.textContent.includes("Board")));
    assert.equal(await words("a90"), "Tunnel");
    galley.quiet();
    await galley.close();
  });
});
