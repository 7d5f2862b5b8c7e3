// A Galley file of known content, so that what a test does to it does not hang on what the parser finds.

import { createHash } from "node:crypto";

const CREATED = "2025-02-10T08:00:00Z";

// `entities` is [[name, label], …]; `mentions` is [[words, number of the entity from 1, options], …]; `quotations` is
// [[words or several of them, options], …]. Words are found in the text, each mark after the one before; `{ from }` begins the search anew there.
export function galleyFile({ text, entities = [], mentions = [], quotations = [], title = "Talks" }) {
  const points = Array.from(text);
  const place = finder(text);
  const annotations = [];
  const blocks = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const length = Array.from(line).length;
    if (line.trim()) {
      const role = blocks.length === 0 ? "headline" : "paragraph";
      blocks.push({ start, end: start + length, role, content: role === "paragraph" });
      annotations.push({ layer: "structure", label: role, start, end: start + length });
    }
    start += length + 1;
  }
  const words = ({ start, end }) => points.slice(start, end).join("");
  let after = 0;
  for (const [said, entity, { kind = "name", title, from } = {}] of mentions) {
    const span = place(said, from === undefined ? after : place(from, 0).start);
    after = span.end;
    annotations.push({ layer: "entity", label: entities[entity - 1][1], ...span, kind, ...(title && { title: place(title, 0) }), entity: `e${entity}` });
  }
  const named = annotations.filter(({ layer }) => layer === "entity").map((one, index) => ({ ...one, index }));
  after = 0;
  for (const [said, { kind = "direct", speaker, cue } = {}] of quotations) {
    const parts = [said].flat().map((one) => { const span = place(one, after); after = span.end; return span; });
    const extent = { start: parts[0].start, end: parts.at(-1).end };
    const spoken = speaker && { entity: `e${speaker}`, text: entities[speaker - 1][0] };
    annotations.push({ layer: "quotation", label: kind, ...extent, ...(parts.length > 1 && { parts }), ...(kind === "direct" && { verbatim: parts }), ...(spoken && { speaker: spoken }), ...(cue && { cue: place(cue, extent.end) }) });
  }
  const finished = annotations.map((one, index) => ({
    id: `a${index + 1}`, ...one, text: words(one), decision: "pending",
    origin: { by: "parser", rule: `${one.layer}.test`, confidence: 0.8, label: one.label, start: one.start, end: one.end }, created: CREATED, modified: CREATED,
  }));
  const mentionsOf = (number) => finished.filter(({ entity }) => entity === `e${number}`).map(({ id }) => id);
  return JSON.stringify({
    format: "galley", version: 1, generator: "Galley 0.1.0",
    document: {
      id: "talks", title, text, sha256: createHash("sha256").update(text).digest("hex"),
      length: { bytes: Buffer.byteLength(text), utf16: text.length, codePoints: points.length },
    },
    offsetUnit: "codePoint", labels: [], blocks,
    entities: entities.map(([name, label], index) => ({ id: `e${index + 1}`, name, label, mentions: mentionsOf(index + 1) })),
    annotations: finished,
  });
}

// Where words stand from a code point on. Texts are walked once for each search: they are short, or the words near.
function finder(text) {
  const before = [0];
  for (const point of text) before.push(before.at(-1) + point.length);
  const pointAt = (unit) => { let [low, high] = [0, before.length - 1]; while (low < high) { const middle = (low + high) >> 1; if (before[middle] < unit) low = middle + 1; else high = middle; } return low; };
  return (words, from) => {
    const at = text.indexOf(words, before[from]);
    if (at < 0) throw new Error(`“${words}” is not in the text after ${from}`);
    return { start: pointAt(at), end: pointAt(at + words.length) };
  };
}

export const TALKS = `Tunnel talks resume

Governor Marta Lindqvist met Daniel Achebe in Northport on Monday. “We have a bridge to bury,” Lindqvist said. She left before noon.

“Nobody pays for a hole,” Achebe told reporters, “and nobody ever will.” Lindqvist Harbour Works declined to comment.

“It is a relief,” said a clerk. Achebe said that the city could not carry the debt alone. D. Achebe signed for Northport.
`;

export const talks = () => galleyFile({
  text: TALKS,
  entities: [["Marta Lindqvist", "PERSON"], ["Daniel Achebe", "PERSON"], ["Northport", "GPE"], ["Lindqvist Harbour Works", "ORG"], ["D. Achebe", "PERSON"]],
  mentions: [
    ["Marta Lindqvist", 1, { title: "Governor" }], ["Daniel Achebe", 2], ["Northport", 3], ["Lindqvist", 1], ["She", 1, { kind: "pronoun" }],
    ["Achebe", 2], ["Lindqvist Harbour Works", 4], ["Achebe", 2], ["D. Achebe", 5], ["Northport", 3],
  ],
  quotations: [
    ["“We have a bridge to bury,”", { speaker: 1, cue: "said" }], [["“Nobody pays for a hole,”", "“and nobody ever will.”"], { speaker: 2 }],
    ["“It is a relief,”"], ["that the city could not carry the debt alone", { kind: "indirect", speaker: 2 }],
  ],
});

// A long text with `many` marks of names and quotations.
export function long(many) {
  const people = Array.from({ length: Math.ceil(many / 8) }, (_, index) => `Person${String.fromCharCode(65 + (index % 26))}${index}`);
  const paragraph = (name, other) => `${name} met ${other} at noon in the long hall beside the harbour. “We go on,” said ${name}. Nobody had asked ${other} before, and nobody asked ${name} then.`;
  const lines = people.map((name, index) => paragraph(name, people[(index + 1) % people.length]));
  const number = (index) => (index % people.length) + 1;
  return galleyFile({
    text: `A long day\n\n${lines.join("\n\n")}\n`,
    entities: people.map((name) => [name, "PERSON"]),
    mentions: people.flatMap((name, index) => [[name, index + 1], [people[number(index) % people.length], number(index) % people.length + 1], [name, index + 1], [people[number(index) % people.length], number(index) % people.length + 1], [name, index + 1]]),
    quotations: people.map((_, index) => ["“We go on,”", { speaker: index + 1, cue: "said" }]),
    title: "A long day",
  });
}
