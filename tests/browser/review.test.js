// Going through the suggestions: filters, many at once, what was done last, and what is left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { STORY } from "./support/story.js";

onBothBuilds("review", (open, build) => {
  const once = { skip: build.name !== "hosted" && "the two builds hold the same modules" };
  const rows = ({ page }) => page.locator(".mark-row");
  const decided = async ({ page }) => Number(await page.locator(".progress b").innerText());

  test("all that the parser is sure of is accepted as one step, which says how many", async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    const button = page.getByRole("button", { name: /^Accept \d+ above 0.95$/ });
    const many = Number((await button.innerText()).match(/\d+/)[0]);
    await button.click();
    await galley.notice(`Accepted ${many} marks`);
    assert.equal(await decided(galley), many);
    await page.locator("[data-act=undo]").click();
    assert.equal(await decided(galley), 0);
    galley.quiet();
    await galley.close();
  });

  test("filters narrow the list, what keys go through and what is decided at once", once, async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    const all = await rows(galley).count();
    const label = page.getByLabel("Label", { exact: true });
    const option = await label.locator("option", { hasText: /^Person \(\d+\)$/ }).innerText();
    const persons = Number(option.match(/\d+/)[0]);
    await label.selectOption({ label: option });
    await page.waitForFunction((many) => document.querySelectorAll(".mark-row").length === many, persons);
    assert.ok(persons < all);
    await page.locator("#main").focus();
    for (let turn = 0; turn < persons + 2; turn += 1) {
      await page.keyboard.press("j");
      await page.waitForFunction(() => document.querySelector("article mark.now"));
      assert.equal(await page.locator("article mark.now").first().getAttribute("data-hue"), "person");
    }
    await page.getByRole("button", { name: `Reject these ${persons}` }).click();
    await galley.notice(`Rejected ${persons} marks`);
    assert.equal(await decided(galley), persons);
    await page.locator(".status .filtered").click();
    await page.waitForFunction((many) => document.querySelectorAll(".mark-row").length === many, all - persons);
    await page.getByLabel("Confidence").selectOption({ label: "Below 0.75" });
    for (const sure of await page.locator(".mark-row .sure").allInnerTexts()) assert.ok(Number(sure) < 0.755, sure);
    galley.quiet();
    await galley.close();
  });

  test("the least certain comes first when that order is chosen", once, async () => {
    const galley = await open();
    await galley.annotate(STORY);
    await galley.page.getByLabel("Order").selectOption("uncertain");
    const sure = (await galley.page.locator(".mark-row .sure").allInnerTexts()).map(Number);
    assert.deepEqual(sure, [...sure].sort((a, b) => a - b));
    galley.quiet();
    await galley.close();
  });

  test("what was done last is listed, and a decision is made open again from there", once, async () => {
    const galley = await open();
    const { page } = galley;
    await galley.annotate(STORY);
    await page.locator("#main").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    await page.waitForFunction(() => document.querySelector(".progress b").textContent === "1");
    await page.keyboard.press("x");
    await page.waitForFunction(() => document.querySelector(".progress b").textContent === "2");
    const done = page.locator(".recent li");
    assert.match(await done.first().innerText(), /^Reject/);
    await page.getByRole("button", { name: "More", exact: true }).click();
    assert.deepEqual((await done.locator(".go").allInnerTexts()).map((words) => words.split(" ")[0]), ["Reject", "Accept"]);
    await done.nth(1).getByRole("button", { name: /^Reopen/ }).click();
    await page.waitForFunction(() => document.querySelector(".progress b").textContent === "1");
    assert.match(await done.first().innerText(), /^Reopen/);
    galley.quiet();
    await galley.close();
  });
});
