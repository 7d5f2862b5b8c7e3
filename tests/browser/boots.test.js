// The page starts, on both builds, and looks after itself while it does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";

onBothBuilds("the page starts", (open) => {
  test("it gets ready, quietly, with the paste field in focus", async () => {
    const galley = await open();
    assert.equal(await galley.page.title(), "Galley");
    assert.equal(await galley.page.locator("#loading").count(), 0);
    await galley.page.waitForFunction(() => document.activeElement?.id === "paste");
    galley.quiet();
    await galley.close();
  });

  test("its typefaces come with it", async () => {
    const galley = await open();
    const loaded = await galley.page.evaluate(async () => { await document.fonts.ready; return [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family); });
    assert.ok(loaded.includes("Inter") && loaded.includes("Newsreader"), String(loaded));
    galley.quiet();
    await galley.close();
  });

  test("without JavaScript it says what it needs", async () => {
    const galley = await open({ wait: false });
    const browser = galley.context.browser();
    await galley.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(galley.address);
    assert.match(await page.locator("body").innerText(), /needs JavaScript/);
    await context.close();
  });
});
