// The parser's thread: it answers, the page does without it, and only the newest text counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { HEADLINE, STORY, longStory } from "./support/story.js";

onBothBuilds("the parser's thread", (open, build, started) => {
  test("a text is read in the thread, and the page stays alive meanwhile", async () => {
    const galley = await open();
    galley.page.setDefaultTimeout(60_000);
    await galley.page.evaluate(() => {
      window.gaps = [];
      let last = performance.now();
      const tick = () => { window.gaps.push({ at: last, gap: performance.now() - last }); last = performance.now(); setTimeout(tick, 10); };
      tick();
    });
    await galley.openFiles({ name: "long.txt", content: longStory(300_000) });
    await galley.noted("galley:paint");
    // Between the request and its reply the page's own thread is never taken for long.
    const worst = await galley.page.evaluate(() => {
      const [{ startTime, duration }] = performance.getEntriesByName("galley:parse");
      const during = window.gaps.filter(({ at, gap }) => startTime + 100 < at && at + gap < startTime + duration);
      return { duration, gap: Math.max(0, ...during.map(({ gap }) => gap)), times: during.length };
    });
    assert.equal(galley.page.workers().length, 1);
    assert.ok(worst.times > 3 && worst.gap < 0.5 * worst.duration, JSON.stringify(worst));
    galley.quiet();
    await galley.close();
  });

  test("where no thread can be made, the page says so and reads by itself", async () => {
    const galley = await open({ prepare: (page) => page.addInitScript(() => { window.Worker = class { constructor() { throw new DOMException("no threads here", "SecurityError"); } }; }) });
    await galley.notice("could not start in the background");
    await galley.annotate(STORY);
    assert.match(await galley.page.locator("h1").innerText(), new RegExp(HEADLINE));
    galley.quiet();
    await galley.close();
  });

  test("where the thread's script does not load, the page says so and reads by itself", { skip: build.name !== "hosted" && "the single file loads no script" }, async () => {
    started().server.state.withhold = "/worker.js";
    const galley = await open();
    await galley.annotate(STORY);
    await galley.notice("could not start in the background");
    assert.match(await galley.page.locator("h1").innerText(), new RegExp(HEADLINE));
    started().server.state.withhold = undefined;
    await galley.close();
  });

  test("where the parser cannot be loaded at all, the page says so and keeps the text", { skip: build.name !== "hosted" && "the single file loads no script" }, async () => {
    started().server.state.withhold = "/worker_bg.wasm";
    const galley = await open();
    await galley.page.locator("textarea#paste").fill(STORY);
    await galley.page.locator("textarea#paste").press("ControlOrMeta+Enter");
    await galley.notice("could not be loaded");
    assert.equal(await galley.page.locator("textarea#paste").inputValue(), STORY);
    started().server.state.withhold = undefined;
    await galley.close();
  });

  test("a text that is being read is dropped when a newer one is pasted", async () => {
    const galley = await open();
    const field = galley.page.locator("textarea#paste");
    await field.evaluate((field, text) => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); }, longStory(1_500_000));
    await field.press("ControlOrMeta+Enter");
    await field.evaluate((field, text) => { field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); }, STORY);
    await field.press("ControlOrMeta+Enter");
    await galley.noted("galley:paint");
    assert.ok(await galley.page.locator("[data-block]").count() < 20, "the newer text is not the one on the page");
    await galley.saved();
    await galley.page.waitForTimeout(1000);
    assert.equal(await galley.page.locator(".docs .doc").count(), 1);
    assert.equal((await galley.durations("galley:parse")).length, 1);
    galley.quiet();
    await galley.close();
  });
});
