// The list of names: found, sorted, renamed, merged, split, called something else, gone through; each by mouse, by key and by touch.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { long, talks } from "./support/file.js";
import { checkFile } from "./support/schema.js";

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

onBothBuilds("names", (open, build) => {
  const once = { skip: build.name !== "hosted" && "the two builds hold the same modules" };

  const openTalks = async (options, content = talks()) => {
    const galley = await open(options);
    await galley.openFiles({ name: "talks.galley.json", content });
    await galley.noted("galley:paint");
    if (!options?.touch) await galley.page.locator("#tab-names").click();
    return galley;
  };
  const item = ({ page }, name) => page.locator(".names > .name").filter({ has: page.locator(".what b", { hasText: new RegExp(`^${name}$`) }) });
  const head = (galley, name) => item(galley, name).locator(".name-head .go");
  const listed = ({ page }) => page.locator(".names .what b").allInnerTexts();
  // The list is drawn anew in the next frame: wait for it before it is compared.
  const shows = async (galley, expected) => {
    for (let tries = 0; tries < 40 && String(await listed(galley)) !== String(expected); tries += 1) await galley.page.waitForTimeout(50);
    assert.deepEqual(await listed(galley), expected);
  };
  const lit = ({ page }) => page.locator("article mark.lit").allInnerTexts();
  const undo = ({ page }) => page.locator("[data-act=undo]").click();
  const focused = ({ page }) => page.evaluate(() => document.activeElement?.querySelector(".what b")?.textContent);
  const spoken = ({ page }, words) => page.waitForFunction((words) => document.querySelector("[aria-live=polite].unseen").textContent.includes(words), words);
  // The entities of the file: name → how many mentions.
  const entities = async (galley) => {
    const { json } = await galley.download();
    checkFile(json);
    return Object.fromEntries(json.entities.filter(({ mentions }) => mentions.length).map(({ name, mentions }) => [name, mentions.length]));
  };
  const ALL = { "Marta Lindqvist": 3, "Daniel Achebe": 3, Northport: 2, "Lindqvist Harbour Works": 1, "D. Achebe": 1 };
  const MERGED = { "Marta Lindqvist": 3, "Daniel Achebe": 4, Northport: 2, "Lindqvist Harbour Works": 1 };

  test("each is listed with kind, title, count and first sentence, in three orders, by words, title and kind", async () => {
    const galley = await openTalks();
    const { page } = galley;
    await shows(galley, ["Daniel Achebe", "Marta Lindqvist", "Northport", "Lindqvist Harbour Works", "D. Achebe"]);
    const told = await head(galley, "Marta Lindqvist").innerText();
    for (const words of ["person · Governor", "2", "Governor Marta Lindqvist met Daniel Achebe in Northport on Monday."]) assert.ok(told.includes(words), told);
    await page.getByLabel("Order").selectOption("A–Z");
    await shows(galley, ["D. Achebe", "Daniel Achebe", "Lindqvist Harbour Works", "Marta Lindqvist", "Northport"]);
    await page.getByLabel("Order").selectOption("First mention");
    await shows(galley, ["Marta Lindqvist", "Daniel Achebe", "Northport", "Lindqvist Harbour Works", "D. Achebe"]);
    await page.getByLabel("Find a name").fill("achebe");
    await shows(galley, ["Daniel Achebe", "D. Achebe"]);
    await page.getByLabel("Find a name").fill("governor");
    await shows(galley, ["Marta Lindqvist"]);
    await page.getByLabel("Find a name").fill("");
    await page.getByLabel("Kind", { exact: true }).selectOption("GPE");
    await shows(galley, ["Northport"]);
    galley.quiet();
    await galley.close();
  });

  test("a name is changed by button or key, kept over a reload, taken back by undo", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Northport").click();
    await item(galley, "Northport").locator(".rename").click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Port of the North");
    await page.keyboard.press("Enter");
    await item(galley, "Port of the North").waitFor();
    await spoken(galley, "Rename Northport to Port of the North");
    await head(galley, "D\\. Achebe").focus();
    await page.keyboard.press("F2");
    await page.waitForFunction(() => document.activeElement?.matches(".ask input"));
    await page.keyboard.press("End");
    await page.keyboard.type(" the Elder");
    await page.keyboard.press("Enter");
    await item(galley, "D\\. Achebe the Elder").waitFor();
    await galley.saved();
    await galley.reload();
    await page.locator("#tab-names").click();
    await item(galley, "Port of the North").waitFor();
    assert.equal((await entities(galley))["D. Achebe the Elder"], 1);
    galley.quiet();
    await galley.close();
  });

  test("two names are merged by button and click, by key, by dragging, and by a click in the text", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    const checkMerged = async () => {
      await item(galley, "D\\. Achebe").waitFor({ state: "detached" });
      assert.deepEqual(await entities(galley), MERGED);
      await undo(galley);
      await item(galley, "D\\. Achebe").waitFor();
      assert.deepEqual(await entities(galley), ALL);
    };
    await head(galley, "D\\. Achebe").click();
    await item(galley, "D\\. Achebe").locator(".merge").click();
    await head(galley, "Daniel Achebe").click();
    await checkMerged();

    await item(galley, "D\\. Achebe").locator(".merge").click();
    await page.locator(".same").getByRole("button", { name: "Daniel Achebe" }).click();
    await checkMerged();

    await head(galley, "D\\. Achebe").focus();
    await page.keyboard.press("=");
    await page.locator(".same").waitFor();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.activeElement?.textContent.startsWith("Daniel Achebe"));
    await page.keyboard.press("Enter");
    await checkMerged();

    await head(galley, "D\\. Achebe").dragTo(head(galley, "Daniel Achebe"));
    await galley.notice("D. Achebe is the same as Daniel Achebe");
    await checkMerged();

    await head(galley, "D\\. Achebe").focus();
    await page.keyboard.press("=");
    await galley.mark("Daniel Achebe").click();
    await checkMerged();

    await head(galley, "D\\. Achebe").focus();
    await page.keyboard.press("=");
    await page.keyboard.press("Escape");
    await page.locator(".same").waitFor({ state: "detached" });
    assert.deepEqual(await entities(galley), ALL);
    galley.quiet();
    await galley.close();
  });

  test("one mention or some are split off, or given to another name", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Daniel Achebe").click();
    const mentions = item(galley, "Daniel Achebe").locator(".mentions li");
    await mentions.nth(1).hover();
    await mentions.nth(1).getByRole("button", { name: "Split off" }).click();
    await galley.notice("Split off 1 mention");
    assert.deepEqual(await entities(galley), { ...ALL, "Daniel Achebe": 2, Achebe: 1 });
    await undo(galley);
    assert.deepEqual(await entities(galley), ALL);

    await item(galley, "Daniel Achebe").locator(".part").click();
    await mentions.nth(1).getByRole("checkbox").check();
    await mentions.nth(2).getByRole("checkbox").check();
    await page.locator(".parting").getByRole("button", { name: "Split off" }).click();
    await galley.notice("Split off 2 mentions");
    assert.deepEqual(await entities(galley), { ...ALL, "Daniel Achebe": 1, Achebe: 2 });
    await undo(galley);

    await item(galley, "Daniel Achebe").locator(".part").click();
    await mentions.nth(2).getByRole("checkbox").check();
    await page.locator(".parting").getByRole("button", { name: "Give to…" }).click();
    await head(galley, "D\\. Achebe").click();
    assert.deepEqual(await entities(galley), { ...ALL, "Daniel Achebe": 2, "D. Achebe": 2 });
    await undo(galley);

    await mentions.nth(2).dragTo(head(galley, "D\\. Achebe"));
    assert.deepEqual(await entities(galley), { ...ALL, "Daniel Achebe": 2, "D. Achebe": 2 });
    await undo(galley);

    await page.locator("#main").focus();
    await galley.mark("Achebe").first().focus();
    await page.keyboard.press("-");
    assert.deepEqual(await entities(galley), { ...ALL, "Daniel Achebe": 2, Achebe: 1 });
    galley.quiet();
    await galley.close();
  });

  test("all mentions get another kind by choice or digit, and a name is accepted everywhere, each as one step", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Northport").click();
    await item(galley, "Northport").getByLabel("Kind of all mentions").selectOption("FAC");
    const kinds = async () => (await galley.download()).json.annotations.filter(({ text }) => text === "Northport").map(({ label, decision }) => `${label} ${decision}`);
    assert.deepEqual(await kinds(), ["FAC accepted", "FAC accepted"]);
    await undo(galley);
    await head(galley, "Northport").focus();
    await page.keyboard.press("2");
    assert.deepEqual(await kinds(), ["ORG accepted", "ORG accepted"]);
    await undo(galley);
    assert.deepEqual(await kinds(), ["GPE pending", "GPE pending"]);
    await head(galley, "Northport").focus();
    await page.keyboard.press("Shift+A");
    assert.deepEqual(await kinds(), ["GPE accepted", "GPE accepted"]);
    await undo(galley);
    await head(galley, "Northport").focus();
    await page.keyboard.press("Shift+X");
    await galley.notice("Rejected Northport (2)");
    assert.deepEqual(await kinds(), ["GPE rejected", "GPE rejected"]);
    await undo(galley);
    assert.deepEqual(await kinds(), ["GPE pending", "GPE pending"]);
    galley.quiet();
    await galley.close();
  });

  test("the mentions are gone through with a counter, from the list, the card and the text", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Daniel Achebe").click();
    const counter = item(galley, "Daniel Achebe").locator(".steps span");
    assert.equal(await counter.innerText(), "3 mentions");
    await item(galley, "Daniel Achebe").getByRole("button", { name: "Next mention" }).click();
    assert.equal(await counter.innerText(), "1 of 3");
    await head(galley, "Daniel Achebe").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await counter.innerText(), "2 of 3");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await counter.innerText(), "3 of 3");
    await spoken(galley, "Mention 3 of 3");
    assert.equal(await focused(galley), "Daniel Achebe");
    await galley.mark("Marta Lindqvist").click();
    await page.locator("#card .steps", { hasText: "1 of 3 mentions" }).waitFor();
    await page.locator("#card .step-next").click();
    await page.locator("#card .steps", { hasText: "2 of 3 mentions" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+J");
    await page.waitForFunction(() => document.querySelector("article mark.now")?.textContent === "She");
    await page.keyboard.press("Shift+K");
    await page.waitForFunction(() => document.querySelector("article mark.now")?.textContent === "Lindqvist");
    galley.quiet();
    await galley.close();
  });

  test("pointing at or focusing a name lights up all its mentions in the text", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Marta Lindqvist").hover();
    await page.waitForFunction(() => document.querySelectorAll("article mark.lit").length === 3);
    assert.deepEqual(await lit(galley), ["Marta Lindqvist", "Lindqvist", "She"]);
    await page.mouse.move(700, 860);
    await page.waitForFunction(() => !document.querySelector("article mark.lit"));
    await head(galley, "Northport").focus();
    await page.waitForFunction(() => document.querySelectorAll("article mark.lit").length === 2);
    await galley.mark("Daniel Achebe").hover();
    await page.waitForFunction(() => document.querySelectorAll("article mark.lit").length === 3);
    galley.quiet();
    await galley.close();
  });

  test("a name is tied to Wikidata by number or address, and to nothing else; nothing is asked of Wikidata", once, async () => {
    const galley = await openTalks();
    const { page } = galley;
    await head(galley, "Northport").click();
    const field = item(galley, "Northport").getByLabel("Wikidata");
    await field.fill("northport");
    await field.press("Enter");
    await page.locator(".wrong").waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await field.fill("https://www.wikidata.org/wiki/Q42#sitelinks");
    await field.press("Enter");
    await page.waitForFunction(() => document.querySelector(".item input").value === "Q42");
    assert.equal(await page.locator(".wrong").count(), 0);
    const { json } = await galley.download();
    checkFile(json);
    assert.equal(json.entities.find(({ name }) => name === "Northport").wikidata, "Q42");
    await galley.saved();
    await galley.reload();
    await page.locator("#tab-names").click();
    await head(galley, "Northport").click();
    assert.equal(await item(galley, "Northport").getByLabel("Wikidata").inputValue(), "Q42");
    await item(galley, "Northport").getByLabel("Wikidata").fill("");
    await item(galley, "Northport").getByLabel("Wikidata").press("Enter");
    assert.equal((await galley.download()).json.entities.find(({ name }) => name === "Northport").wikidata, undefined);
    await undo(galley);
    await page.waitForFunction(() => document.querySelector(".item input").value === "Q42");
    galley.quiet();
    await galley.close();
  });

  test("a finger merges, splits and goes through", once, async () => {
    const galley = await openTalks(PHONE);
    const { page } = galley;
    const list = async () => {
      await page.locator(".thumb button").nth(2).tap();
      await page.locator("#tab-names").tap();
      await page.locator(".inspector.open .names").waitFor();
    };
    await list();
    await head(galley, "D\\. Achebe").tap();
    await item(galley, "D\\. Achebe").locator(".merge").tap();
    await head(galley, "Daniel Achebe").tap();
    await item(galley, "D\\. Achebe").waitFor({ state: "detached" });
    await head(galley, "Daniel Achebe").tap();
    await item(galley, "Daniel Achebe").locator(".part").tap();
    await item(galley, "Daniel Achebe").getByRole("checkbox").nth(3).tap();
    await page.locator(".parting").getByRole("button", { name: "Split off" }).tap();
    await item(galley, "D\\. Achebe").waitFor();
    await item(galley, "Daniel Achebe").getByRole("button", { name: "Next mention" }).tap();
    await item(galley, "Daniel Achebe").locator(".steps", { hasText: "1 of 3" }).waitFor();
    galley.quiet();
    await galley.close();
  });

  for (const [look, options] of [["light", {}], ["dark", { dark: true }], ["on a phone", PHONE]]) {
    test(`nothing is wrong for assistive technology, ${look}, and every target is large enough`, once, async () => {
      const galley = await openTalks(options);
      const { page } = galley;
      if (options.touch) {
        await page.locator(".thumb button").nth(2).tap();
        await page.locator("#tab-names").tap();
      }
      await head(galley, "Daniel Achebe").click();
      await item(galley, "Daniel Achebe").locator(".part").click();
      await item(galley, "Daniel Achebe").locator(".rename").click();
      await page.waitForTimeout(300);
      await galley.accessible();
      const small = await page.evaluate(() => [...document.querySelectorAll("#tab-panel :is(button, select, input:not([type=checkbox]))")].map((one) => [one.textContent || one.ariaLabel || one.id, one.getBoundingClientRect()]).filter(([, box]) => box.width && (box.height < 24 || box.width < 24)).map(([name]) => name));
      assert.deepEqual(small, []);
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
      document.querySelector("#tab-names").click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    });
    const drawn = await page.locator(".names > .name").count();
    assert.ok(drawn < 100, `${drawn} names are drawn at once`);
    await page.locator(".names .go").first().focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.activeElement?.closest(".name") === document.querySelector(".names").lastElementChild);
    assert.equal(await page.locator(".names > .name").count(), 250);
    await page.keyboard.press("Shift+A");
    const [command] = (await galley.noted("galley:command")).slice(-1);
    console.log(`the list of names opens in ${opening.toFixed(0)} ms; accepting a name everywhere takes ${command.toFixed(0)} ms`);
    assert.ok(opening < 600, `the list opens in ${opening.toFixed(0)} ms`);
    galley.quiet();
    await galley.close();
  });
});
