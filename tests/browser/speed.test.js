// A decision costs as little on a long article with many marks as on a short one.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { folder } from "./support/builds.js";
import { onBothBuilds } from "./support/galley.js";

// The limits are those of the build for release; a build for development is several times as large and as slow.
const isRelease = readdirSync(folder).some((file) => file.endsWith("_bg.wasm") && file.startsWith("app") && statSync(path.join(folder, file)).size < 9_000_000);

onBothBuilds("speed", (open, build) => {
  if (build.name !== "hosted") return;

  // An article of `words` words of which every fifth, up to `marks`, is a suggested name.
  const article = async (words, marks) => {
    const all = Array.from({ length: words }, (_, at) => (at % 5 === 4 ? "Ana" : ["the", "boat", "left", "at"][at % 5]));
    const paragraphs = [];
    for (let at = 0; at < words; at += 150) paragraphs.push(`${all.slice(at, at + 150).join(" ")}.`);
    const text = `A long way\n\n${paragraphs.join("\n\n")}\n`;
    const maker = await open();
    await maker.annotate(text);
    const { json } = await maker.download();
    await maker.close();
    const moment = "2025-02-10T08:00:00Z";
    json.entities = [{ id: "e1", name: "Ana", label: "PERSON", mentions: [] }];
    json.annotations = json.annotations.filter(({ layer, start, end }) => layer === "structure" && json.blocks.some((block) => block.start === start && block.end === end));
    let number = 10_000;
    for (const { index: start } of text.matchAll(/\bAna\b/g)) {
      if (json.entities[0].mentions.length >= marks) break;
      const id = `a${(number += 1)}`;
      json.entities[0].mentions.push(id);
      json.annotations.push({ id, layer: "entity", label: "PERSON", start, end: start + 3, text: "Ana", kind: "name", entity: "e1", decision: "pending", origin: { by: "parser", rule: "entity.test", confidence: 0.8, label: "PERSON", start, end: start + 3 }, created: moment, modified: moment });
    }
    return JSON.stringify(json);
  };

  // The 95th percentile of what a decision takes from key to paint, in milliseconds.
  const measured = async (content) => {
    const galley = await open();
    galley.page.setDefaultTimeout(60_000);
    await galley.openFiles({ name: "long.galley.json", content });
    await galley.noted("galley:paint");
    await galley.page.locator("#main").focus();
    await galley.page.keyboard.press("n");
    const times = 60;
    for (let turn = 1; turn <= times; turn += 1) {
      await galley.page.keyboard.press(turn % 3 ? "a" : "x");
      await galley.noted("galley:command", turn);
    }
    const durations = (await galley.durations("galley:command")).sort((a, b) => a - b);
    galley.quiet();
    await galley.close();
    return durations[Math.floor(times * 0.95)];
  };

  test("a decision on 10,000 words with 2,000 marks", async (context) => {
    const [long, short] = [await measured(await article(10_000, 2000)), await measured(await article(1000, 200))];
    context.diagnostic(`95th percentile: ${long.toFixed(1)} ms with 2,000 marks, ${short.toFixed(1)} ms with 200, ratio ${(long / short).toFixed(2)}`);
    if (isRelease) assert.ok(long <= 50, `${long} ms`);
  });
});
