// The overview: figures by label, who is named with whom, where the marks are; and the strip beside the article.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { STORY, longStory } from "./support/story.js";

onBothBuilds("overview", (open, build) => {
  if (build.name !== "hosted") return;

  const opened = async (options) => {
    const galley = await open(options);
    await galley.annotate(STORY);
    await galley.page.locator("#main").focus();
    await galley.page.keyboard.press("i");
    await galley.page.locator("#overview").waitFor();
    return galley;
  };

  for (const dark of [false, true]) {
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      test(`it is accessible, ${dark ? "dark" : "light"}, ${viewport.width} wide`, async () => {
        const galley = await opened({ dark, viewport });
        await galley.accessible();
        const wide = await galley.page.locator("#overview").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
        assert.ok(wide <= 0, `it is ${wide} pixels too wide`);
        galley.quiet();
        await galley.close();
      });
    }
  }

  test("its figures are those of the file, and a label leads to its marks", async () => {
    const galley = await opened();
    const { page } = galley;
    await page.keyboard.press("Escape");
    const { json } = await galley.download();
    await page.locator("#main").focus();
    await page.keyboard.press("i");
    const row = page.locator("#overview tr", { has: page.getByRole("rowheader", { name: "Person", exact: true }) });
    const persons = json.annotations.filter(({ label, kind }) => label === "PERSON" && kind === "name").length;
    assert.deepEqual(await row.locator("td:not([aria-hidden])").allInnerTexts(), ["0", String(persons), "0"]);
    await row.getByRole("button").click();
    await page.waitForFunction((many) => document.querySelectorAll(".mark-row").length === many, persons);
    galley.quiet();
    await galley.close();
  });

  test("who is named with whom is drawn and told, and leads to the place", async () => {
    const galley = await opened();
    const { page } = galley;
    const drawn = await page.locator(".circle text").allTextContents();
    assert.ok(drawn.includes("Peter Falconer") && drawn.includes("Ragnhild Moe"), drawn.join());
    assert.equal(await page.locator(".circle .tie").count(), await page.locator(".rolled tbody tr").count());
    await page.locator(".rolled button", { hasText: "Ragnhild Moe" }).first().click();
    await page.waitForFunction(() => document.querySelector("article mark.now")?.textContent.includes("Moe"));
    galley.quiet();
    await galley.close();
  });

  test("the table of places leads to marks by key alone", async () => {
    const galley = await opened();
    const { page } = galley;
    const last = page.locator("section[aria-labelledby=by-place] td button").last();
    await last.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("article .now"));
    assert.equal(await page.locator("#overview[open]").count(), 0);
    galley.quiet();
    await galley.close();
  });

  test("the strip shows where marks are and what waits, and a click goes there", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(longStory(30_000));
    const strip = page.locator(".strip");
    const waiting = strip.locator("path.waiting[data-hue=person]");
    const before = await waiting.getAttribute("d");
    assert.ok(before.length > 10);
    const box = await strip.boundingBox();
    const seen = async () => Number((await strip.locator(".seen").getAttribute("style")).match(/top: ?([\d.]+)/)[1]);
    assert.ok(await seen() < 5);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.8);
    await page.waitForFunction(() => document.querySelector("#main").scrollTop > 2000);
    await page.waitForFunction(() => parseFloat(document.querySelector(".strip .seen").style.top) > 60);
    await page.locator("#main").focus();
    await page.getByRole("button", { name: /^Accept \d+ above 0.95$/ }).click();
    await page.waitForFunction((before) => document.querySelector(".strip path.waiting[data-hue=person]").getAttribute("d") !== before, before);
    assert.equal(await strip.locator("[tabindex], a, button").count(), 0, "the strip is for the pointer alone");
    galley.quiet();
    await galley.close();
  });
});
