// A whole sample by key alone, by mouse alone, by touch alone: every suggestion decided, three marks made, all occurrences of a name
// tagged, a boundary mended, a speaker set, and all of it taken away in a file that says so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { checkFile } from "./support/schema.js";

const SAMPLE = "wire-dateline.txt";

onBothBuilds("a whole sample", (open, build) => {
  if (build.name !== "hosted") return;

  const selected = ({ page }) => page.evaluate(() => getSelection().toString());
  const left = ({ page }) => page.locator(".progress .left").innerText();
  const changed = ({ page }, before) => page.waitForFunction((before) => document.querySelector(".progress .left").textContent !== before, before);
  const current = ({ page }) => page.evaluate(() => document.querySelector("article .now")?.dataset.id);

  // What must be in the file whoever made it: nothing waits, the marks, the boundary, the speaker.
  const checkDone = (json, quotation, speaker) => {
    checkFile(json);
    const isReviewed = ({ layer, kind, label }) => layer === "quotation" || (layer === "entity" && kind === "name" && !["CARDINAL", "ORDINAL"].includes(label));
    assert.deepEqual(json.annotations.filter((one) => isReviewed(one) && one.decision === "pending").map(({ text }) => text), []);
    const own = json.annotations.filter(({ origin }) => origin.by === "human");
    const words = (label) => own.filter((one) => one.label === label).map(({ text }) => text);
    assert.deepEqual(words("ORG"), ["maritime regulator"], "marked, and its start moved by a word");
    assert.deepEqual(words("WORK"), ["construction"]);
    const everywhere = json.document.text.match(/\bdispute\b/g).length;
    assert.ok(1 < everywhere);
    assert.deepEqual(words("EVENT"), Array(everywhere).fill("dispute"));
    const said = json.annotations.find(({ id }) => id === quotation);
    assert.deepEqual([said.layer, said.decision, said.speaker.text], ["quotation", "accepted", speaker]);
    const entity = json.entities.find(({ id }) => id === said.speaker.entity);
    assert.equal(entity?.name, speaker, "the speaker is linked");
  };

  test("by key alone", async () => {
    const galley = await open();
    const { page } = galley;
    const { keyboard } = page;
    const tabTo = async (is) => {
      for (let turn = 0; turn < 80; turn += 1) {
        if (await page.evaluate(is)) return;
        await keyboard.press("Tab");
      }
      assert.fail(`the Tab key does not come to ${is}`);
    };
    await tabTo(() => document.activeElement?.dataset.sample === "wire-dateline.txt");
    await keyboard.press("Enter");
    await galley.noted("galley:paint");
    await page.waitForFunction(() => document.activeElement?.id === "main");

    // Every suggestion: one key each, the next one by itself.
    await keyboard.press("n");
    for (let turn = 0; turn < 300; turn += 1) {
      const before = await left(galley);
      if (before === "") break;
      await keyboard.press(turn % 9 === 4 ? "x" : "a");
      await changed(galley, before);
    }
    assert.equal(await left(galley), "");

    // Marks of one's own: words by the arrow keys, extended by Shift, a label by number.
    const find = async (word) => {
      await page.locator(".pop.pick").waitFor();
      for (let turn = 0; turn < 60 && await selected(galley) !== word; turn += 1) {
        const before = await selected(galley);
        await keyboard.press("ArrowRight");
        await page.waitForFunction((before) => getSelection().toString() !== before, before);
      }
      assert.equal(await selected(galley), word);
    };
    const selects = (words) => page.waitForFunction((words) => getSelection().toString() === words, words);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await keyboard.press("v");
    await find("regulator");
    await keyboard.press("Shift+ArrowRight");
    await selects("regulator on");
    await keyboard.press("Shift+ArrowLeft");
    await selects("regulator");
    await keyboard.press("Alt+Shift+ArrowLeft");
    await selects("regulato");
    await keyboard.press("Alt+Shift+ArrowRight");
    await selects("regulator");
    await keyboard.press("2");
    await galley.mark("regulator").waitFor();
    // Its start a word earlier.
    await keyboard.press("<");
    await galley.mark("maritime regulator").waitFor();
    await keyboard.press("v");
    await find("construction");
    await keyboard.press("6");
    await galley.mark("construction").waitFor();
    // All occurrences at once.
    await keyboard.press("v");
    await find("dispute");
    await keyboard.press("t");
    await keyboard.press("5");
    await galley.notice(/\d+ places marked as event/);

    // The speaker of a quotation: one key asks, a digit answers.
    for (let turn = 0; turn < 200; turn += 1) {
      if (await page.evaluate(() => document.querySelector("article mark.now")?.dataset.layer === "quotation")) break;
      const before = await current(galley);
      await keyboard.press("j");
      await page.waitForFunction((before) => document.querySelector("article .now")?.dataset.id !== before, before);
    }
    const quotation = await current(galley);
    await keyboard.press("s");
    await page.waitForFunction(() => document.activeElement?.id === "speaker");
    const other = page.locator(".likely button[aria-pressed=false]:has(kbd)").first();
    const digit = await other.locator("kbd").textContent();
    const speaker = (await other.textContent()).slice(digit.length);
    await keyboard.press(digit);
    await page.waitForFunction(([id, speaker]) => document.querySelector(`article mark[data-id=${id}]`)?.dataset.speaker === speaker, [quotation, speaker]);
    if (await page.locator("#card").count()) await keyboard.press("Escape");
    await page.locator("#card").waitFor({ state: "detached" });

    // Taken away.
    await keyboard.press("e");
    await page.locator("#export").waitFor();
    await tabTo(() => /Download/.test(document.activeElement?.textContent ?? ""));
    const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
    checkDone(JSON.parse(await readFile(await download.path(), "utf8")), quotation, speaker);
    galley.quiet();
    await galley.close();
  });

  test("by mouse alone", async () => {
    const galley = await open();
    const { page } = galley;
    await page.locator(`.card[data-sample="${SAMPLE}"]`).click();
    await galley.noted("galley:paint");

    // What the parser is sure of at once, the rest one by one from the list, now and then a rejection.
    const bulk = page.getByRole("button", { name: /^Accept \d+ above 0.95$/ });
    if (await bulk.count()) await bulk.click();
    for (let turn = 0; turn < 300; turn += 1) {
      const before = await left(galley);
      if (before === "") break;
      const row = page.locator(".mark-row").first();
      await row.hover();
      await row.getByRole("button", { name: turn % 9 === 4 ? /^Reject/ : /^Accept/ }).click();
      await changed(galley, before);
    }

    const palette = page.locator(".pop.pick");
    await galley.select("regulator");
    await palette.getByRole("button", { name: /^Org/ }).click();
    await galley.mark("regulator").click();
    await page.locator("#card").getByRole("button", { name: /^Start a word earlier/ }).click();
    await galley.mark("maritime regulator").waitFor();
    await page.locator("#card").getByRole("button", { name: "Close" }).click();
    await galley.select("construction");
    await palette.getByRole("button", { name: /^Work/ }).click();
    await galley.mark("construction").waitFor();
    await galley.select("dispute");
    await palette.getByLabel(/^All \d+ places/).check();
    await palette.getByRole("button", { name: /^Event/ }).click();
    await galley.notice(/\d+ places marked as event/);

    const { quotation, speaker } = await setSpeaker(galley, "click");
    const { json } = await galley.download();
    checkDone(json, quotation, speaker);
    galley.quiet();
    await galley.close();
  });

  test("by touch alone", async () => {
    const galley = await open({ viewport: { width: 390, height: 844 }, touch: true });
    const { page } = galley;
    await page.locator(`.card[data-sample="${SAMPLE}"]`).tap();
    await galley.noted("galley:paint");

    // One by its card, then what the parser is sure of, then the rest from the list.
    await page.locator("article p mark[data-layer=entity].suggested:not(.minor)").first().tap();
    await page.locator("#card").getByRole("button", { name: "Accept", exact: true }).tap();
    await page.waitForFunction(() => document.querySelector("article mark.accepted"));
    await page.locator("#card").getByRole("button", { name: "Close" }).tap();
    await page.locator(".thumb button", { hasText: "left" }).tap();
    const bulk = page.getByRole("button", { name: /^Accept \d+ above 0.95$/ });
    if (await bulk.count()) await bulk.tap();
    for (let turn = 0; turn < 300; turn += 1) {
      const before = await left(galley);
      if (before === "") break;
      await page.locator(".mark-row").first().getByRole("button", { name: turn % 9 === 4 ? /^Reject/ : /^Accept/ }).tap();
      await changed(galley, before);
    }
    await page.getByRole("button", { name: "Close the inspector" }).tap();

    // Words by a tap, wider and narrower by buttons; nothing is marked before a label is chosen.
    const palette = page.locator(".pop.pick");
    const picks = (words) => page.waitForFunction((words) => document.querySelector(".pick .picked")?.textContent === words, words);
    await tapOn(galley, "regulator");
    await picks("regulator");
    assert.equal(await galley.mark("regulator").count(), 0);
    await palette.getByRole("button", { name: /^End a word later/ }).tap();
    await picks("regulator on");
    await palette.getByRole("button", { name: /^End a word earlier/ }).tap();
    await picks("regulator");
    await palette.getByRole("button", { name: /^Org/ }).tap();
    await galley.mark("regulator").tap();
    await page.locator("#card").getByRole("button", { name: /^Start a word earlier/ }).tap();
    await galley.mark("maritime regulator").waitFor();
    await page.locator("#card").getByRole("button", { name: "Close" }).tap();
    await tapOn(galley, "construction");
    await palette.getByRole("button", { name: /^Work/ }).tap();
    await galley.mark("construction").waitFor();
    await tapOn(galley, "dispute");
    await palette.getByLabel(/^All \d+ places/).tap();
    await palette.getByRole("button", { name: /^Event/ }).tap();
    await galley.notice(/\d+ places marked as event/);
    for (const notices = page.locator(".notice"); await notices.count(); ) await notices.first().getByRole("button").last().tap();

    const { quotation, speaker } = await setSpeaker(galley, "tap");
    await page.locator("[data-act=export]").tap();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export").getByRole("button", { name: "Download" }).tap()]);
    checkDone(JSON.parse(await readFile(await download.path(), "utf8")), quotation, speaker);
    galley.quiet();
    await galley.close();
  });

  // Sets the speaker of the first quotation on its card to another one than it has, and sees that the card and the article say so.
  const setSpeaker = async (galley, act) => {
    const { page } = galley;
    const mark = page.locator("article mark[data-layer=quotation].accepted:not(.more)").first();
    const quotation = await mark.getAttribute("data-id");
    // Where its first line begins: a mark of several lines begins in the middle of one.
    const place = await mark.evaluate((mark) => {
      mark.scrollIntoView({ block: "center" });
      const { left, top, height } = mark.getClientRects()[0];
      return [left + 6, top + height / 2];
    });
    await page[act === "tap" ? "touchscreen" : "mouse"][act](...place);
    const field = page.locator("#speaker");
    await field.waitFor();
    const isOther = await field.locator("option:not([disabled])").evaluateAll((all) => all.filter((one) => !one.selected && /^\d+$/.test(one.value)).map((one) => one.textContent));
    const speaker = isOther[0];
    await field.selectOption({ label: speaker });
    await page.waitForFunction(([id, speaker]) => document.querySelector(`article mark[data-id=${id}]`)?.dataset.speaker === speaker, [quotation, speaker]);
    if (await page.locator("#card").count()) await page.locator("#card").getByRole("button", { name: "Close" })[act]();
    return { quotation, speaker };
  };

  // Taps words that are under no mark.
  const tapOn = async ({ page }, words) => {
    const place = await page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.search(new RegExp(`\\b${words}\\b`));
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
});
