// Finding words, marks and notes, marking what was found, marking words wherever they stand, and giving a label again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";

const TEXT = `The quay at Grimsund

The harbourmaster opened the old quay on Monday morning, and the Quay was full by noon.

A quayside cafe sold coffee to the people at the quay. The harbourmaster said nothing of the café.

Tickets cost 12 and 40 crowns; the harbourmaster paid 9.
`;

onBothBuilds("finding and marking everywhere", (open, build) => {
  if (build.name !== "hosted") return;

  const article = async (options) => {
    const galley = await open(options);
    await galley.annotate(TEXT);
    return galley;
  };
  const count = ({ page }) => page.locator(".find-count");
  const lit = ({ page }, name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
  const counts = async (galley, words) => {
    await galley.page.waitForFunction((words) => document.querySelector(".find-count").textContent === words, words);
  };

  test("words are found by key, with and without regard to case, as whole words and by pattern", async () => {
    const galley = await article();
    const { page } = galley;
    await page.locator("#main").focus();
    await page.keyboard.press("/");
    await page.waitForFunction(() => document.activeElement?.id === "find");
    await page.keyboard.type("quay");
    await counts(galley, "5 hits");
    await page.waitForFunction(() => CSS.highlights.get("found")?.size === 5);
    await page.keyboard.press("Enter");
    await counts(galley, "1 of 5");
    assert.deepEqual(await lit(galley, "found-now"), ["quay"]);
    await page.keyboard.press("Shift+Enter");
    await counts(galley, "5 of 5");
    await page.getByRole("button", { name: "Capital and small letters differ" }).click();
    await counts(galley, "4 hits");
    await page.getByRole("button", { name: "Whole words only" }).click();
    await counts(galley, "3 hits");
    await page.getByRole("button", { name: "Regular expression" }).click();
    await page.locator("#find").fill("\\d+");
    await counts(galley, "3 hits");
    await page.locator("#find").fill("(");
    await counts(galley, "Not a pattern");
    await galley.accessible();
    await page.keyboard.press("Escape");
    await page.locator(".find-bar").waitFor({ state: "detached" });
    assert.deepEqual(await lit(galley, "found"), []);
    galley.quiet();
    await galley.close();
  });

  test("hits are marked all at once, and marks are found by label and by note", async () => {
    const galley = await article();
    const { page } = galley;
    await page.locator("#main").focus();
    await page.keyboard.press("/");
    await page.keyboard.type("harbourmaster");
    await counts(galley, "3 hits");
    const before = await galley.mark("harbourmaster").count();
    await page.getByLabel("Label all hits").selectOption({ label: "Person" });
    await galley.notice(`${3 - before} hits labelled person`);
    assert.equal(await galley.mark("harbourmaster").count(), 3);
    await page.getByLabel("Where to look").selectOption("Labels");
    await page.locator("#find").fill("person");
    await page.waitForFunction(() => /hits$/.test(document.querySelector(".find-count").textContent));
    assert.ok(Number.parseInt(await count(galley).innerText(), 10) >= 3);
    await page.keyboard.press("Escape");
    await galley.mark("harbourmaster").first().click();
    await page.locator("#note").fill("ask him");
    await page.locator("#note").press("Tab");
    await page.keyboard.press("Escape");
    await page.locator("#main").focus();
    await page.keyboard.press("/");
    await page.getByLabel("Where to look").selectOption("Notes");
    await page.locator("#find").fill("ASK");
    await counts(galley, "1 hit");
    galley.quiet();
    await galley.close();
  });

  test("words are marked wherever they stand, shown before, in one step; and the label is given again by Enter", async () => {
    const galley = await article();
    const { page } = galley;
    await galley.select("old quay");
    await page.locator(".pop.pick").getByRole("button", { name: /^Place/ }).click();
    await galley.mark("old quay").waitFor();
    await galley.select("coffee");
    await page.locator(".pop.pick .again").waitFor();
    await page.keyboard.press("Enter");
    await galley.mark("coffee").waitFor();
    assert.equal(await galley.mark("coffee").getAttribute("data-hue"), "place");

    await galley.select("harbourmaster");
    await page.locator(".pop.pick").waitFor();
    await page.keyboard.press("t");
    await page.waitForFunction(() => CSS.highlights.get("everywhere")?.size === 3);
    await page.keyboard.press("1");
    await galley.notice("3 places marked as person");
    assert.equal(await galley.mark("harbourmaster").count(), 3);
    await page.locator("[data-act=undo]").click();
    await page.waitForFunction(() => ![...document.querySelectorAll("mark")].some((mark) => mark.textContent === "harbourmaster"));
    galley.quiet();
    await galley.close();
  });

  test("from a mark, the other places are marked by button and by key", async () => {
    const galley = await article();
    const { page } = galley;
    await galley.select("harbourmaster");
    await page.locator(".pop.pick").getByRole("button", { name: /^Person/ }).click();
    await galley.mark("harbourmaster").first().click();
    const more = page.locator("#card").getByRole("button", { name: /^Mark 2 more/ });
    await more.hover();
    assert.equal((await lit(galley, "everywhere")).length, 2);
    await page.keyboard.press("t");
    await galley.notice("2 other places marked as person");
    assert.equal(await galley.mark("harbourmaster").count(), 3);
    galley.quiet();
    await galley.close();
  });
});
