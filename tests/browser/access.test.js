// Everyone can use it: WCAG as far as a machine can tell, in light and dark, on a desktop and on a phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { STORY } from "./support/story.js";

const SCREENS = [
  ["desktop", { viewport: { width: 1440, height: 900 } }],
  ["desktop-dark", { viewport: { width: 1440, height: 900 }, dark: true }],
  ["phone", { viewport: { width: 390, height: 844 }, touch: true }],
  ["phone-dark", { viewport: { width: 390, height: 844 }, dark: true, touch: true }],
];

onBothBuilds("everyone can use it", (open, build) => {
  // What the two builds draw is the same; one of them is looked at.
  if (build.name !== "hosted") return;

  for (const [name, options] of SCREENS) {
    test(`every state is accessible: ${name}`, async () => {
      const galley = await open(options);
      const { page } = galley;
      await galley.accessible();
      await galley.screenshot(`${name}-start`);
      await galley.annotate(STORY);
      await galley.accessible();
      await galley.screenshot(`${name}-article`);
      await galley.mark("Ragnhild Moe").first().click();
      await page.locator("#card").waitFor();
      await galley.accessible();
      await galley.screenshot(`${name}-card`);
      galley.quiet();
      await galley.close();
    });
  }

  test("each block runs in the direction of its own words", async () => {
    const galley = await open();
    await galley.annotate("الحكومة تعلن خطة جديدة للمياه\n\nقال رئيس الوزراء يوم الأحد إن الحكومة ستبدأ العمل في يناير، وإن الخطة تكلف ثلاثة ملايين.\n\nThe plan was published in English, too, and the ministry said that it would start in January.");
    assert.deepEqual(await galley.page.locator(".words-of").evaluateAll((all) => all.map((one) => getComputedStyle(one).direction)), ["rtl", "rtl", "ltr"]);
    galley.quiet();
    await galley.close();
  });

  test("nothing has to be scrolled sideways at 320 pixels", async () => {
    const galley = await open({ viewport: { width: 320, height: 640 } });
    const over = () => galley.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(await over(), 0);
    await galley.annotate(STORY);
    assert.equal(await over(), 0);
    await galley.close();
  });
});
