// Galley as a person at the keyboard sees it, with a record of what goes wrong behind the page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe } from "node:test";
import { chromium } from "playwright-core";
import { builds, repository } from "./builds.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

// Runs `tests` once for each build. They get a function that opens a fresh profile at the page: open(options) gives a Galley.
export function onBothBuilds(name, tests) {
  for (const build of builds) {
    describe(`${name}, ${build.name}`, { timeout: 900_000 }, () => {
      let browser, started;
      before(async () => { [browser, started] = await Promise.all([launch(), build.start()]); });
      after(async () => { await browser?.close(); await started?.stop(); });
      tests((options) => Galley.open(browser, started.address, options), build, () => started);
    });
  }
}

export class Galley {
  // Options: `viewport`, `dark`, `prepare(page)` before the page loads, `wait: false` for a page that will not get ready.
  static async open(browser, address, { viewport = { width: 1440, height: 900 }, dark = false, prepare, wait = true, touch = false } = {}) {
    const context = await browser.newContext({ viewport, colorScheme: dark ? "dark" : "light", acceptDownloads: true, hasTouch: touch, reducedMotion: "reduce" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const galley = new Galley(context, await context.newPage(), address);
    await prepare?.(galley.page, context);
    await galley.load(wait);
    return galley;
  }

  constructor(context, page, address) {
    Object.assign(this, { context, page, address, troubles: [], requests: [] });
    page.setDefaultTimeout(15_000);
    page.on("console", (message) => { if (["error", "warning"].includes(message.type())) this.troubles.push(message.text()); });
    page.on("pageerror", (error) => this.troubles.push(String(error)));
    context.on("request", (request) => this.requests.push(request.url()));
  }

  async load(wait = true) {
    await this.page.goto(this.address);
    if (wait) await this.noted("galley:ready");
  }

  async reload() {
    await this.page.reload();
    await this.noted("galley:ready");
  }

  // Waits until the page has noted `name` at least `times` times, and gives the durations.
  async noted(name, times = 1) {
    await this.page.waitForFunction(([name, times]) => performance.getEntriesByName(name).length >= times, [name, times]);
    return this.durations(name);
  }

  durations(name) {
    return this.page.evaluate((name) => performance.getEntriesByName(name).map((entry) => entry.duration), name);
  }

  // Puts words on the clipboard, and markup beside them when it is given, and pastes them into the paste field.
  async paste(text, html) {
    await this.page.evaluate(async ([text, html]) => {
      const kinds = { "text/plain": new Blob([text], { type: "text/plain" }) };
      if (html) kinds["text/html"] = new Blob([html], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
    }, [text, html]);
    await this.page.locator("textarea#paste").focus();
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  // Pastes words with markup as another program may put it on the clipboard; a page's own clipboard takes only markup made harmless.
  async pasteRaw(text, html) {
    await this.page.locator("textarea#paste").evaluate((field, [text, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      clipboardData.setData("text/html", html);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, [text, html]);
  }

  // Pastes and annotates, and waits until the marks are drawn.
  async annotate(text, html) {
    const before = (await this.durations("galley:paint")).length;
    await this.paste(text, html);
    await this.page.getByRole("button", { name: "Annotate" }).click();
    await this.noted("galley:paint", before + 1);
  }

  // Opens files as with the file dialog. Each is { name, content }.
  async openFiles(...files) {
    const mime = (name) => (name.endsWith(".json") ? "application/json" : "text/plain");
    await this.page.locator("#open-files").setInputFiles(files.map(({ name, content }) => ({ name, mimeType: mime(name), buffer: Buffer.from(content) })));
  }

  // Drops files onto the page, as with openFiles.
  async dropFiles(...files) {
    const packed = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content).toString("base64") }));
    await this.page.evaluate((files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
      for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, packed);
  }

  // The marks of a layer whose words are exactly `words`.
  mark(words, layer = "entity") {
    return this.page.locator(`mark[data-layer=${layer}]`).filter({ hasText: new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) });
  }

  // Selects `words` in the article as a person does, with the mouse, from their first character to their last.
  async select(words) {
    const ends = await this.page.evaluate((words) => {
      for (const block of document.querySelectorAll("[data-block]")) {
        const at = block.textContent.indexOf(words);
        if (at < 0) continue;
        const place = (offset) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; offset -= node.length, node = walker.nextNode()) if (offset < node.length) return [node, offset];
        };
        block.scrollIntoView({ block: "center" });
        const box = (offset) => { const range = document.createRange(); const [node, within] = place(offset); range.setStart(node, within); range.setEnd(node, within + 1); return range.getBoundingClientRect(); };
        const [first, last] = [box(at), box(at + words.length - 1)];
        return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
      }
    }, words);
    assert.ok(ends, `“${words}” is not in the article`);
    await this.page.mouse.move(ends[0], ends[1]);
    await this.page.mouse.down();
    await this.page.mouse.move(ends[2], ends[3], { steps: 6 });
    await this.page.mouse.up();
  }

  // Waits until the page says that everything is on disk.
  saved() {
    return this.page.locator(".saved", { hasText: /^Saved$/ }).waitFor();
  }

  // The open document as it lies in the browser's storage, parsed; there must be only one.
  stored() {
    return this.page.evaluate(() => new Promise((resolve, reject) => {
      const opening = indexedDB.open("galley");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction("documents").objectStore("documents").getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => { opening.result.close(); resolve(JSON.parse(reading.result[0])); };
      };
    }));
  }

  // The text of the messages on show, once one of them holds `words`.
  async notice(words) {
    const notice = this.page.locator(".notice", { hasText: words }).first();
    await notice.waitFor();
    return notice.innerText();
  }

  // Downloads Galley JSON by the export dialog, and gives it parsed, its name beside it.
  async download() {
    await this.page.locator("[data-act=export]").click();
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.locator("#export").getByRole("button", { name: "Download" }).click()]);
    const text = await readFile(await download.path(), "utf8");
    return { name: download.suggestedFilename(), text, json: JSON.parse(text) };
  }

  // Fails with what axe finds wrong on the page as it is now.
  async accessible() {
    await this.page.evaluate(await readFile(axe, "utf8"));
    const { violations } = await this.page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`), []);
  }

  // Fails when anything went wrong behind the page, or anything was asked of another origin.
  quiet({ except = [] } = {}) {
    assert.deepEqual(this.troubles.filter((trouble) => !except.some((known) => known.test(trouble))), []);
    const own = this.address.startsWith("file:") ? ["file:", "data:", "blob:"] : [new URL(this.address).origin, "data:", "blob:"];
    assert.deepEqual(this.requests.filter((url) => !own.some((start) => url.startsWith(start))), []);
  }

  async screenshot(name) {
    await this.page.screenshot({ path: path.join(repository, "tests/browser/shots", `${name}.png`) });
  }

  close() {
    return this.context.close();
  }
}
