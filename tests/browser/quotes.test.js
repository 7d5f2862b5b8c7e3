// The quotations: who speaks, in bars and figures; speaker, cue, kind, ends and parts changed by mouse, key and touch; copied, and taken away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { long, talks } from "./support/file.js";
import { checkFile } from "./support/schema.js";

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

onBothBuilds("quotations", (open, build) => {
  const once = { skip: build.name !== "hosted" && "the two builds hold the same modules" };

  const openTalks = async (options, content = talks()) => {
    const galley = await open(options);
    await galley.openFiles({ name: "talks.galley.json", content });
    await galley.noted("galley:paint");
    if (!options?.touch) await galley.page.locator("#tab-quotes").click();
    return galley;
  };
  const BRIDGE = "We have a bridge to bury", HOLE = "Nobody pays for a hole", RELIEF = "It is a relief", DEBT = "that the city could not";
  const row = ({ page }, words) => page.locator("blockquote", { hasText: words });
  const inText = ({ page }, words) => page.locator("article mark[data-layer=quotation]", { hasText: words }).first();
  const undo = ({ page }) => page.locator("[data-act=undo]").click();
  const file = async (galley) => {
    const { json } = await galley.download();
    checkFile(json);
    return json;
  };
  const standing = async (galley) => (await file(galley)).annotations.filter(({ layer, decision }) => layer === "quotation" && decision !== "rejected");
  const find = async (galley, words) => (await standing(galley)).find(({ text }) => text.includes(words));
  const speaker = async (galley, words) => (await find(galley, words)).speaker?.text;
  // The middle of words that are no mark, on the screen.
  const pointOf = async ({ page }, words, near) => {
    const point = await page.evaluate(([words, near]) => {
      for (const block of document.querySelectorAll("[data-block]")) {
        const from = block.textContent.indexOf(near);
        const at = from < 0 ? -1 : block.textContent.indexOf(words, from);
        if (at < 0) continue;
        block.scrollIntoView({ block: "center" });
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let offset = at;
        for (let node = walker.nextNode(); node; offset -= node.length, node = walker.nextNode()) {
          if (offset >= node.length) continue;
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + words.length);
          const box = range.getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }
      }
    }, [words, near]);
    assert.ok(point, `“${words}” is not in the article`);
    return point;
  };

  test("words a speaker are bars and figures; they and the kinds filter the list", async () => {
    const galley = await openTalks();
    const { page } = galley;
    assert.deepEqual(await page.locator(".who b").allInnerTexts(), ["Daniel Achebe", "Marta Lindqvist", "No speaker"]);
    assert.equal(await page.locator(".who small").first().innerText(), "9 + 9 indirect · 2");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const figures = await page.locator(".figures tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(figures, [["Daniel Achebe", "9", "9", "2"], ["Marta Lindqvist", "6", "0", "1"], ["No speaker", "4", "0", "1"]]);
    await page.locator(".figures").getByRole("button", { name: "Daniel Achebe" }).click();
    assert.equal(await page.locator("blockquote").count(), 2);
    await page.locator(".only").getByRole("button", { name: "Show all" }).click();
    assert.equal(await page.locator("blockquote").count(), 4);
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.locator(".who", { hasText: "Daniel Achebe" }).click();
    await page.getByRole("button", { name: /^Indirect/ }).click();
    assert.deepEqual(await page.locator(".said").allInnerTexts(), ["that the city could not carry the debt alone"]);
    galley.quiet();
    await galley.close();
  });

  test("a click goes to the place, the copy is what a reporter pastes", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await row(galley, HOLE).locator(".go").click();
    await page.waitForFunction(() => document.querySelector("article mark.now")?.textContent.includes("Nobody pays"));
    await row(galley, BRIDGE).locator(".go").click();
    await row(galley, BRIDGE).getByRole("button", { name: "Copy with attribution" }).click();
    await galley.notice("The quotation is on the clipboard");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "“We have a bridge to bury,” — Marta Lindqvist, Governor\nTalks");
    galley.quiet();
    await galley.close();
  });

  test("the speaker is set by s and a digit, in the article and in the list, and by the chosen name", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await inText(galley, RELIEF).focus();
    await page.keyboard.press("s");
    await page.waitForFunction(() => document.activeElement?.id === "speaker");
    const first = (await page.locator("#card .likely button").first().innerText()).replace(/^1\s*/, "");
    await page.keyboard.press("1");
    assert.equal(await speaker(galley, RELIEF), first);
    await undo(galley);
    assert.equal(await speaker(galley, RELIEF), undefined);
    await row(galley, RELIEF).locator(".go").click();
    await row(galley, RELIEF).locator(".go").focus();
    await page.keyboard.press("s");
    await page.waitForFunction(() => document.activeElement?.id === "speaker");
    const second = (await page.locator("#card .likely button").nth(1).innerText()).replace(/^2\s*/, "");
    await page.keyboard.press("2");
    await page.waitForFunction(() => document.activeElement?.closest("blockquote")?.textContent.includes("relief"));
    assert.equal(await speaker(galley, RELIEF), second);
    await galley.saved();
    await galley.reload();
    assert.equal(await speaker(galley, RELIEF), second);
    await page.locator("#tab-quotes").click();
    await row(galley, RELIEF).locator(".go").focus();
    await row(galley, RELIEF).locator(".go").click();
    await page.keyboard.press("s");
    await page.waitForFunction(() => document.activeElement?.id === "speaker");
    await page.keyboard.press("0");
    assert.equal(await speaker(galley, RELIEF), undefined);
    galley.quiet();
    await galley.close();
  });

  test("the speaker is set by a click on a name in the text, by selected words, and by dragging", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await row(galley, RELIEF).locator(".by").click();
    await page.locator("#card").waitFor();
    await galley.mark("Marta Lindqvist").click();
    const clicked = await find(galley, RELIEF);
    assert.equal(clicked.speaker.entity, "e1");
    assert.equal(clicked.speaker.text, "Marta Lindqvist");
    assert.equal(typeof clicked.speaker.start, "number");
    await undo(galley);

    await row(galley, RELIEF).locator(".go").click();
    await row(galley, RELIEF).locator(".by").click();
    await galley.select("a clerk");
    await page.getByRole("button", { name: /This is who says it/ }).click();
    assert.equal(await speaker(galley, RELIEF), "a clerk");
    await undo(galley);

    await page.locator(".who", { hasText: "Marta Lindqvist" }).dragTo(row(galley, RELIEF));
    assert.equal(await speaker(galley, RELIEF), "Marta Lindqvist");
    await undo(galley);

    await row(galley, RELIEF).dragTo(page.locator(".who", { hasText: "Daniel Achebe" }));
    assert.equal(await speaker(galley, RELIEF), "Daniel Achebe");
    await undo(galley);

    await galley.mark("Daniel Achebe").click();
    await page.waitForFunction(() => document.querySelector("article mark.now")?.draggable);
    await galley.mark("Daniel Achebe").dragTo(inText(galley, RELIEF));
    assert.equal(await speaker(galley, RELIEF), "Daniel Achebe");
    await undo(galley);

    await page.locator("#tab-names").click();
    await page.locator(".name-head", { has: page.locator("b", { hasText: /^Northport$/ }) }).dragTo(inText(galley, RELIEF));
    assert.equal(await speaker(galley, RELIEF), "Northport");
    await undo(galley);
    assert.equal(await speaker(galley, RELIEF), undefined);
    galley.quiet();
    await galley.close();
  });

  test("the cue is a clicked word, selected words, or none; by key, too", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    const cue = async (words) => {
      const json = await file(galley);
      const one = json.annotations.find(({ layer, text }) => layer === "quotation" && text.includes(words)).cue;
      return one && Array.from(json.document.text).slice(one.start, one.end).join("");
    };
    assert.equal(await cue(BRIDGE), "said");
    await row(galley, HOLE).locator(".go").click();
    await row(galley, HOLE).getByRole("button", { name: /^Cue/ }).click();
    await page.mouse.click(...(await pointOf(galley, "told", "Achebe told")));
    assert.equal(await cue(HOLE), "told");
    await row(galley, HOLE).locator(".go").click();
    await row(galley, HOLE).getByRole("button", { name: /^Cue/ }).click();
    await galley.select("told reporters");
    await page.getByRole("button", { name: /This is the cue/ }).waitFor();
    await page.keyboard.press("Enter");
    assert.equal(await cue(HOLE), "told reporters");
    await undo(galley);
    await undo(galley);
    assert.equal(await cue(HOLE), undefined);

    await inText(galley, BRIDGE).focus();
    await page.keyboard.press("q");
    await page.locator(".asking").waitFor();
    await page.keyboard.press("v");
    for (let turn = 0; turn < 6 && (await page.locator(".pick .picked").innerText()) !== "said"; turn += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    assert.equal(await cue(BRIDGE), "She");
    await undo(galley);
    await inText(galley, BRIDGE).click();
    await page.locator("#card .field.cue").getByRole("button", { name: "None", exact: true }).click();
    assert.equal(await cue(BRIDGE), undefined);
    await undo(galley);
    assert.equal(await cue(BRIDGE), "said");
    await inText(galley, BRIDGE).focus();
    await page.keyboard.press("q");
    await page.keyboard.press("Escape");
    await page.locator(".asking").waitFor({ state: "detached" });
    galley.quiet();
    await galley.close();
  });

  test("the kind is changed by button or digit, an end by key", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await row(galley, BRIDGE).locator(".go").click();
    await row(galley, BRIDGE).getByRole("group", { name: "Kind" }).getByRole("button", { name: "Partial" }).click();
    assert.equal((await find(galley, BRIDGE)).label, "mixed");
    await row(galley, BRIDGE).locator(".go").focus();
    await page.keyboard.press("3");
    assert.equal((await find(galley, BRIDGE)).label, "indirect");
    await undo(galley);
    await undo(galley);
    assert.equal((await find(galley, BRIDGE)).label, "direct");
    await row(galley, DEBT).locator(".go").click();
    await row(galley, DEBT).locator(".go").focus();
    await page.keyboard.press(",");
    assert.equal((await find(galley, DEBT)).text, "that the city could not carry the debt");
    await undo(galley);
    assert.equal((await find(galley, DEBT)).text, "that the city could not carry the debt alone");
    galley.quiet();
    await galley.close();
  });

  test("what is no quotation is said so: a whole one, a stretch of one, words that are none", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    const texts = async () => (await standing(galley)).map(({ text }) => text.slice(0, 12));
    const before = await texts();
    await row(galley, RELIEF).locator(".go").click();
    await row(galley, RELIEF).getByRole("button", { name: /^Not a quotation/ }).click();
    await galley.notice("Not a quotation");
    assert.equal((await texts()).length, before.length - 1);
    await undo(galley);
    assert.deepEqual(await texts(), before);

    await galley.select("could not carry");
    await page.locator(".pick").getByRole("button", { name: "Quote", exact: true }).click();
    await page.locator(".pick").getByRole("button", { name: /^Not a quotation/ }).click();
    assert.equal((await find(galley, "that the city")).parts.length, 2);
    await undo(galley);

    await galley.select("declined to comment");
    await page.locator(".pop.pick").waitFor();
    await page.keyboard.press("0");
    const noted = (await file(galley)).annotations.find(({ text }) => text === "declined to comment");
    assert.deepEqual([noted.layer, noted.decision, noted.origin.by], ["quotation", "rejected", "human"]);
    await undo(galley);
    assert.deepEqual(await texts(), before);
    galley.quiet();
    await galley.close();
  });

  test("quotations are joined and their parts made quotations, by button, key and dragging; words become a part", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    const parts = async (words) => ((await find(galley, words)).parts ?? [0]).length;
    await row(galley, BRIDGE).locator(".go").click();
    await row(galley, BRIDGE).getByRole("button", { name: /^Join with next/ }).click();
    await galley.notice("Two quotations joined");
    assert.equal(await parts(BRIDGE), 3);
    await row(galley, BRIDGE).getByRole("button", { name: /^Split its 3 parts/ }).click();
    assert.equal((await standing(galley)).length, 5);
    await undo(galley);
    await undo(galley);
    assert.equal((await standing(galley)).length, 4);

    await inText(galley, HOLE).focus();
    await page.keyboard.press("-");
    assert.equal((await standing(galley)).length, 5);
    await undo(galley);
    await inText(galley, RELIEF).focus();
    await page.keyboard.press("=");
    assert.equal(await parts(RELIEF), 2);
    await undo(galley);
    await row(galley, RELIEF).dragTo(row(galley, BRIDGE));
    assert.equal(await parts(BRIDGE), 2);
    await undo(galley);

    await row(galley, RELIEF).locator(".go").click();
    await galley.select("declined to comment");
    await page.locator(".pick").getByRole("button", { name: "Quote", exact: true }).click();
    await page.locator(".pick").getByRole("button", { name: "another part" }).click();
    assert.equal(await parts(RELIEF), 2);
    await undo(galley);
    assert.equal((await standing(galley)).length, 4);
    galley.quiet();
    await galley.close();
  });

  test("the quotations are taken away as a table", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
    assert.equal(download.suggestedFilename(), "talks.quotations.csv");
    const text = await readFile(await download.path(), "utf8");
    assert.ok(text.startsWith("\ufeffid,kind,words,") && text.endsWith("\r\n"));
    const rows = text.slice(1).trimEnd().split("\r\n");
    assert.equal(rows.length, 5);
    const { document, annotations } = await file(galley);
    const bridge = annotations.find(({ layer, text }) => layer === "quotation" && text.includes(BRIDGE));
    assert.equal(rows[1], `${bridge.id},direct,"“We have a bridge to bury,”",6,0,,Marta Lindqvist,e1,,said,${bridge.start},${bridge.end},codePoint,${bridge.start}-${bridge.end},pending,0.80,`);
    assert.ok(rows[2].includes("“Nobody pays for a hole,” … “and nobody ever will.”"));
    assert.equal(Array.from(document.text).slice(bridge.start, bridge.end).join(""), "“We have a bridge to bury,”");

    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByLabel("Quotations as a table").check();
    assert.ok((await page.locator(".preview pre").innerText()).startsWith("id,kind,words,"));
    await page.keyboard.press("Escape");
    galley.quiet();
    await galley.close();
  });

  test("a finger sets speaker and cue", once, async () => {
    const galley = await openTalks(PHONE);
    const { page } = galley;
    const list = async () => {
      await page.locator(".thumb button").nth(2).tap();
      await page.locator("#tab-quotes").tap();
      await page.locator(".inspector.open blockquote").first().waitFor();
    };
    await list();
    await row(galley, RELIEF).locator(".by").tap();
    await page.locator("#card .likely button").first().waitFor();
    await page.locator("#card .likely").getByRole("button", { name: "Daniel Achebe" }).tap();
    await page.waitForFunction(() => [...document.querySelectorAll("article mark[data-layer=quotation]")].some((mark) => mark.textContent.includes("relief") && mark.dataset.speaker === "Daniel Achebe"));
    await list();
    await row(galley, HOLE).locator(".go").tap();
    await inText(galley, HOLE).tap();
    await page.locator("#card .cue-words").tap();
    await page.locator(".asking").waitFor();
    await page.touchscreen.tap(...(await pointOf(galley, "told", "Achebe told")));
    await page.locator(".asking").waitFor({ state: "detached" });
    // On a phone the word is not shown.
    await page.locator(".saved", { hasText: /^Saved$/ }).waitFor({ state: "attached" });
    const { annotations } = await galley.stored();
    assert.ok(annotations.find(({ layer, text }) => layer === "quotation" && text.includes(HOLE)).cue);
    galley.quiet();
    await galley.close();
  });

  for (const [look, options] of [["light", {}], ["dark", { dark: true }], ["on a phone", PHONE]]) {
    test(`nothing is wrong for assistive technology, ${look}, and every target is large enough`, once, async () => {
      const galley = await openTalks(options);
      const { page } = galley;
      const list = async () => {
        if (!options.touch) return;
        await page.locator(".thumb button").nth(2).tap();
        await page.locator("#tab-quotes").tap();
      };
      await list();
      await row(galley, HOLE).locator(".go").click();
      await list();
      await page.waitForTimeout(300);
      await galley.accessible();
      await page.getByRole("button", { name: "Table", exact: true }).click();
      await galley.accessible();
      const small = () => page.evaluate(() => [...document.querySelectorAll(":is(#tab-panel, #card) :is(button, select, input:not([type=checkbox]))")].map((one) => [one.textContent || one.ariaLabel || one.id, one.getBoundingClientRect()]).filter(([, box]) => box.width && (box.height < 24 || box.width < 24)).map(([name]) => name));
      assert.deepEqual(await small(), []);
      await row(galley, HOLE).locator(".by").click();
      await page.locator("#card .likely button").first().waitFor();
      await page.waitForTimeout(300);
      await galley.accessible();
      assert.deepEqual(await small(), []);
      galley.quiet();
      await galley.close();
    });
  }

  test("with two thousand marks the list opens and acts quickly", once, async () => {
    const galley = await openTalks({}, long(2000));
    const { page } = galley;
    await page.locator("#tab-review").click();
    const opening = await page.evaluate(async () => {
      const start = performance.now();
      document.querySelector("#tab-quotes").click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    });
    assert.ok((await page.locator("blockquote").count()) < 100);
    await page.locator("blockquote .go").first().click();
    await page.locator("blockquote .go").first().focus();
    await page.keyboard.press("2");
    const [command] = (await galley.noted("galley:command")).slice(-1);
    console.log(`the list of quotations opens in ${opening.toFixed(0)} ms; another kind takes ${command.toFixed(0)} ms`);
    assert.ok(opening < 600, `the list opens in ${opening.toFixed(0)} ms`);
    galley.quiet();
    await galley.close();
  });
});
