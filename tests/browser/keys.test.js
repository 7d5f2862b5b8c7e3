// Commands by name, keys of one's own, and single keys switched off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { STORY } from "./support/story.js";

onBothBuilds("commands and keys", (open, build) => {
  if (build.name !== "hosted") return;

  const accepted = ({ page }) => page.locator("article mark.accepted").count();
  const hasAccepted = ({ page }, many) => page.waitForFunction((many) => document.querySelectorAll("article mark.accepted").length === many, many);

  test("what can be done is found by a part of its name, and done", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await page.locator("#main").focus();
    await page.keyboard.press("ControlOrMeta+k");
    await page.locator("#command").waitFor();
    await galley.accessible();
    await page.keyboard.type("story");
    await page.locator(".palette li", { hasText: "Only the story" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("article.clean"));
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("no such thing");
    await page.locator(".palette .nothing").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#command").waitFor({ state: "detached" });
    galley.quiet();
    await galley.close();
  });

  test("a key is chosen anew, kept over a reload, and set back", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await galley.saved();
    await page.locator("#main").focus();
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Accept: a", exact: true }).click();
    await page.keyboard.press("j");
    await page.getByRole("button", { name: "Accept: j", exact: true }).waitFor();
    await page.getByRole("button", { name: "Next mark: ", exact: false }).first().click();
    await page.keyboard.press("y");
    await page.keyboard.press("Escape");
    await galley.reload();
    await galley.mark("Ragnhild Moe").first().waitFor();
    await page.locator("#main").focus();
    await page.keyboard.press("y");
    await page.waitForFunction(() => document.querySelector("article mark.now"));
    await page.keyboard.press("a");
    assert.equal(await accepted(galley), 0);
    await page.keyboard.press("j");
    await hasAccepted(galley, 1);
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Back to the keys as they were" }).click();
    await page.keyboard.press("Escape");
    await page.locator("#main").focus();
    await page.keyboard.press("a");
    await hasAccepted(galley, 2);
    galley.quiet();
    await galley.close();
  });

  test("single keys can be switched off; keys with Ctrl still act", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await page.locator("#main").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await hasAccepted(galley, 1);
    await page.keyboard.press("?");
    await page.getByLabel(/^Single keys act/).uncheck();
    await page.keyboard.press("Escape");
    await page.locator("#main").focus();
    await page.keyboard.press("a");
    await page.keyboard.press("x");
    await page.keyboard.press("ControlOrMeta+z");
    await hasAccepted(galley, 0);
    galley.quiet();
    await galley.close();
  });

  test("on a phone every command is under More", async () => {
    const galley = await open({ viewport: { width: 390, height: 844 }, touch: true });
    const { page } = galley;
    await galley.annotate(STORY);
    await page.locator(".thumb button", { hasText: "More" }).tap();
    await page.locator(".palette li", { hasText: /^Find/ }).tap();
    await page.locator("#find").waitFor();
    galley.quiet();
    await galley.close();
  });
});
