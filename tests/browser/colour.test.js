// Colours by measure, not by eye: contrast of every state of a mark, and hues that stay apart for who sees fewer of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { onBothBuilds } from "./support/galley.js";
import { STORY } from "./support/story.js";

const HUES = ["person", "org", "place", "time", "number"];

// The colours for labels of one's own.
const OWN = ["blue", "orange", "green", "pink", "teal", "ochre", "brick", "slate", "own"];

// What a dichromat sees of linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.
const SIGHT = {
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const contrast = (one, other) => { const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a); return (high + 0.05) / (low + 0.05); };
const over = ([r, g, b, a = 1], ground) => [r, g, b].map((part, at) => part * a + ground[at] * (1 - a));

// CIELAB of linear RGB, for the distance between two colours as they are seen.
function lab([r, g, b]) {
  const xyz = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089];
  const [x, y, z] = xyz.map((part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const seen = (colour, matrix) => lab(matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, at) => sum + weight * linear(colour[at]), 0)))));
const distance = (one, other) => Math.hypot(...one.map((part, at) => part - other[at]));

onBothBuilds("colours", (open, build) => {
  if (build.name !== "hosted") return;

  for (const dark of [false, true]) {
    test(`marks are told apart and read, ${dark ? "dark" : "light"}`, async () => {
      const galley = await open({ dark });
      await galley.annotate(STORY);
      const looks = await galley.page.evaluate(([hues, own]) => {
        const parse = (colour) => {
          const numbers = colour.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
          return colour.startsWith("rgb") ? [numbers[0] / 255, numbers[1] / 255, numbers[2] / 255, numbers[3] ?? 1] : [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
        };
        const block = document.querySelector("p.block");
        const look = (layer, hue, className) => {
          const mark = Object.assign(document.createElement("mark"), { className, textContent: "word" });
          Object.assign(mark.dataset, { layer, hue });
          block.append(mark);
          const style = getComputedStyle(mark);
          const found = { ink: parse(style.color), ground: parse(style.backgroundColor), line: parse(style.textDecorationColor), bar: parse(style.borderLeftColor), style: `${style.textDecorationStyle} ${style.textDecorationThickness}` };
          mark.remove();
          return found;
        };
        const paper = parse(getComputedStyle(document.body).backgroundColor);
        const entities = Object.fromEntries(hues.map((hue) => [hue, { suggested: look("entity", hue, "suggested"), accepted: look("entity", hue, "accepted"), now: look("entity", hue, "suggested now") }]));
        const quotes = ["suggested direct", "accepted direct", "suggested indirect", "accepted mixed"].map((name) => look("quotation", "quote", name));
        const states = (layer, hue) => ({ suggested: look(layer, hue, "suggested"), accepted: look(layer, hue, "accepted"), now: look(layer, hue, "accepted now") });
        const codes = Object.fromEntries(own.map((hue) => [hue, states("code", hue)]));
        const kinds = Object.fromEntries(own.map((hue) => [`kind ${hue}`, states("entity", hue)]));
        const more = ["minor suggested", "kin suggested", "kin accepted", "lit accepted"].map((name) => [name, look("entity", "person", name)]);
        const panel = parse(getComputedStyle(document.querySelector(".inspector")).backgroundColor);
        return { paper, panel, entities, quotes, codes, kinds, more, furniture: look("structure", "structure", "suggested") };
      }, [HUES, OWN]);
      const { paper, panel, entities, quotes, codes, kinds, more, furniture } = looks;
      const readable = (name, { ink, ground }) => {
        const measured = contrast(over(ink, paper), over(ground, paper));
        assert.ok(measured >= 4.5, `${name}: words at ${measured.toFixed(2)} to 1`);
      };
      for (const [name, look] of more) readable(name, look);
      for (const [hue, states] of Object.entries({ ...entities, ...codes, ...kinds })) {
        for (const [state, look] of Object.entries(states)) {
          readable(`${hue}, ${state}`, look);
          const measured = contrast(over(look.line, paper), over(look.ground, paper));
          assert.ok(measured >= 3, `${hue}, ${state}: underline at ${measured.toFixed(2)} to 1`);
        }
      }
      for (const look of quotes) {
        readable("quotation", look);
        assert.ok(contrast(over(look.bar, paper), paper) >= 3, "the rule of a quotation");
      }
      readable("furniture", furniture);

      // Two hues with the same underline differ in colour for every sight; the others in the underline as well as in the tag.
      for (const hue of OWN) assert.ok(contrast(over(codes[hue].accepted.line, panel), panel) >= 3, `${hue} in a list`);
      for (const [name, matrix] of Object.entries(SIGHT)) {
        for (const [hues, marks] of [[HUES, entities], [OWN, codes]]) for (const [at, one] of hues.entries()) {
          for (const other of hues.slice(at + 1)) {
            const [first, second] = [marks[one].accepted, marks[other].accepted];
            const apart = distance(seen(first.line, matrix), seen(second.line, matrix));
            assert.ok(first.style !== second.style || apart >= 12, `${one} and ${other} under ${name}: ${apart.toFixed(1)} apart, both ${first.style}`);
          }
        }
      }
      galley.quiet();
      await galley.close();
    });
  }
});
