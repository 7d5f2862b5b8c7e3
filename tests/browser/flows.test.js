// A whole article by key alone, and by touch alone: every suggestion decided, marks made, a boundary mended, a speaker set, taken away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";
import { STORY } from "./support/story.js";

onBothBuilds("a whole article", (open, build) => {
  if (build.name !== "hosted") return;

  const selected = ({ page }) => page.evaluate(() => getSelection().toString());
  const selects = async ({ page }, words) => page.waitForFunction((words) => getSelection().toString() === words, words);
  const left = ({ page }) => page.locator(".progress .left").innerText();

  test("by key alone", async () => {
    const galley = await open();
    const { page } = galley;
    const { keyboard } = page;
    // Opened as by pasting, and sent off by key.
    await galley.paste(STORY);
    await keyboard.press("ControlOrMeta+Enter");
    await galley.noted("galley:paint");
    await page.waitForFunction(() => document.activeElement?.id === "main");

    // Every suggestion: one key each, the next one by itself.
    await keyboard.press("n");
    for (let turn = 0; turn < 120 && await left(galley) !== ""; turn += 1) {
      const before = await left(galley);
      await keyboard.press(turn % 7 === 3 ? "x" : "a");
      await page.waitForFunction((before) => document.querySelector(".progress .left").textContent !== before, before);
    }
    assert.equal(await left(galley), "");

    // A mark of one's own: words by the arrow keys, extended by Shift, its label by number.
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await keyboard.press("v");
    await page.locator(".pop.pick").waitFor();
    const find = async (word, key) => {
      for (let turn = 0; turn < 150 && await selected(galley) !== word; turn += 1) {
        const before = await selected(galley);
        await keyboard.press(key);
        await page.waitForFunction((before) => getSelection().toString() !== before, before);
      }
      await selects(galley, word);
    };
    await find("strike", "ArrowRight");
    await keyboard.press("Shift+ArrowRight");
    await selects(galley, "strike that");
    await keyboard.press("Shift+ArrowLeft");
    await selects(galley, "strike");
    await keyboard.press("Alt+Shift+ArrowLeft");
    await selects(galley, "strik");
    await keyboard.press("Alt+Shift+ArrowRight");
    await selects(galley, "strike");
    // Everywhere at once.
    await keyboard.press("t");
    await keyboard.press("5");
    await galley.notice("2 places marked as event");
    assert.equal(await galley.mark("strike").count(), 2);

    // Another, by the label given last.
    await keyboard.press("v");
    await find("autumn", "ArrowRight");
    await keyboard.press("Enter");
    await galley.mark("autumn").waitFor();

    // Its end a word earlier, and back.
    await keyboard.press("<");
    await galley.mark("the autumn").waitFor();
    await keyboard.press(">");
    await galley.mark("autumn").waitFor();

    // The speaker of a quotation.
    for (let turn = 0; turn < 80; turn += 1) {
      await keyboard.press("k");
      await page.waitForTimeout(60);
      if (await page.evaluate(() => document.querySelector("article mark.now")?.dataset.layer === "quotation")) break;
    }
    await keyboard.press("s");
    await page.waitForFunction(() => document.activeElement?.id === "speaker");
    await keyboard.press("Home");
    await keyboard.press("Escape");
    await keyboard.press("Escape");

    // Taken away.
    await page.locator("#main").focus();
    await keyboard.press("e");
    await page.locator("#export").waitFor();
    for (let turn = 0; turn < 30; turn += 1) {
      if (/Download/.test(await page.evaluate(() => document.activeElement?.textContent ?? ""))) break;
      await keyboard.press("Tab");
    }
    const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    const json = JSON.parse(await readFile(await download.path(), "utf8"));
    checkFile(json);
    const own = json.annotations.filter(({ origin }) => origin.by === "human").map(({ text, label }) => [text, label]);
    assert.deepEqual(own, [["strike", "EVENT"], ["strike", "EVENT"], ["autumn", "EVENT"]]);
    const waiting = json.annotations.filter(({ layer, decision, kind, label }) => decision === "pending" && layer === "entity" && kind === "name" && !["CARDINAL", "ORDINAL"].includes(label));
    assert.deepEqual(waiting, []);
    galley.quiet();
    await galley.close();
  });

  test("by touch alone", async () => {
    const galley = await open({ viewport: { width: 390, height: 844 }, touch: true });
    const { page } = galley;
    await galley.annotate(STORY);
    const tapOn = async (words) => {
      const place = await page.evaluate((words) => {
        const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(words);
          if (at < 0 || node.parentElement.closest("mark, .role, .chips, .fold")) continue;
          node.parentElement.scrollIntoView({ block: "center" });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          const { left, top, width, height } = range.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }
      }, words);
      assert.ok(place, words);
      await page.touchscreen.tap(...place);
    };
    // A word by a tap, wider by a button; nothing is marked before a label is chosen.
    await tapOn("leads");
    const palette = page.locator(".pop.pick");
    await palette.waitFor();
    assert.equal(await palette.locator(".picked").innerText(), "leads");
    await palette.getByRole("button", { name: /^Start a word earlier/ }).tap();
    await page.waitForFunction(() => document.querySelector(".pick .picked").textContent === "who leads");
    await palette.getByRole("button", { name: /^End a word later/ }).tap();
    await page.waitForFunction(() => document.querySelector(".pick .picked").textContent === "who leads the");
    await palette.getByRole("button", { name: /^Start a word later/ }).tap();
    await palette.getByRole("button", { name: /^End a word earlier/ }).tap();
    await page.waitForFunction(() => document.querySelector(".pick .picked").textContent === "leads");
    await palette.getByRole("button", { name: /^Event/ }).tap();
    await galley.mark("leads").waitFor();

    // A suggestion by its card, then by the thumb's buttons.
    await galley.mark("Ragnhild Moe").first().tap();
    await page.locator("#card").getByRole("button", { name: "Accept", exact: true }).tap();
    await page.waitForFunction(() => [...document.querySelectorAll("mark.accepted")].some((mark) => mark.textContent === "Ragnhild Moe"));
    await page.locator("#card").getByRole("button", { name: "Close" }).tap();
    // All that is left, from the list.
    await page.locator(".thumb button", { hasText: "left" }).tap();
    const bulk = page.getByRole("button", { name: /^Accept \d+ above 0.95$/ });
    if (await bulk.count()) await bulk.tap();
    for (let turn = 0; turn < 80 && await page.locator(".mark-row").count(); turn += 1) {
      const rows = await page.locator(".mark-row").count();
      await page.locator(".mark-row").first().getByRole("button", { name: /^Accept/ }).tap();
      await page.waitForFunction((rows) => document.querySelectorAll(".mark-row").length < rows, rows);
    }
    assert.equal(await left(galley), "");
    await page.getByRole("button", { name: "Close the inspector" }).tap();
    const { json } = await galley.download();
    checkFile(json);
    assert.ok(json.annotations.some(({ text, label, origin }) => text === "leads" && label === "EVENT" && origin.by === "human"));
    galley.quiet();
    await galley.close();
  });
});
