// Whether a Galley JSON file is one: by its schema, and by its offsets.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { repository } from "./builds.js";

const schema = JSON.parse(readFileSync(path.join(repository, "tests/galley.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

export function checkFile(json) {
  assert.ok(validate(json), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
  const { text, length, sha256 } = json.document;
  const points = Array.from(text);
  assert.deepEqual(length, { bytes: Buffer.byteLength(text), utf16: text.length, codePoints: points.length });
  assert.equal(sha256, createHash("sha256").update(text).digest("hex"));
  const words = ({ start, end }) => points.slice(start, end).join("");
  for (const annotation of json.annotations) {
    const parts = annotation.parts ?? [annotation];
    const whole = words(annotation);
    assert.ok(annotation.start < annotation.end && annotation.end <= points.length, annotation.id);
    assert.ok([whole, parts.map(words).join(" … "), parts.map(words).join(" ")].includes(annotation.text), `${annotation.id}: “${annotation.text}” is not “${whole}”`);
  }
}
