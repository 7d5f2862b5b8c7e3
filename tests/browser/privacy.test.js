// Nothing leaves the page's own origin: neither the page nor the parser's thread can ask anything of another one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "./support/builds.js";
import { onBothBuilds } from "./support/galley.js";
import { STORY } from "./support/story.js";

onBothBuilds("nothing leaves the page", (open) => {
  let other;
  before(async () => { other = await serve(); });
  after(() => other.close());

  const ask = (address) => fetch(address).then(() => "answered", () => "refused");

  test("a page without the policy would be answered", async () => {
    const galley = await open();
    const blank = await galley.context.newPage();
    assert.equal(await blank.evaluate(ask, `${other.address}boot.js`), "answered");
    await galley.close();
    assert.deepEqual(other.requests.splice(0), ["/boot.js"]);
  });

  test("the page and its thread are refused by the policy", async () => {
    const galley = await open();
    await galley.annotate(STORY);
    assert.equal(await galley.page.evaluate(ask, other.address), "refused");
    const [thread] = galley.page.workers();
    assert.ok(thread, "the parser has no thread");
    assert.equal(await thread.evaluate(ask, other.address), "refused");
    assert.equal(await thread.evaluate((address) => { try { importScripts(address); return "answered"; } catch { return "refused"; } }, `${other.address}boot.js`), "refused");
    await galley.close();
    assert.deepEqual(other.requests, []);
  });

  test("pictures, beacons, frames, forms, sockets and workers are refused, too", async () => {
    const galley = await open();
    await galley.page.evaluate(async (address) => {
      const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
      add("img", { src: `${address}a.png` });
      add("iframe", { src: `${address}b.html` });
      add("script", { src: `${address}c.js` });
      add("link", { rel: "stylesheet", href: `${address}d.css` });
      add("object", { data: `${address}e` });
      try { navigator.sendBeacon(`${address}f`, "text"); } catch {}
      try { new WebSocket(address.replace("http", "ws")); } catch {}
      try { new EventSource(`${address}g`); } catch {}
      try { new Worker(`${address}h.js`); } catch {}
      const form = Object.assign(document.createElement("form"), { action: `${address}i`, method: "post" });
      document.body.append(form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 700));
    }, other.address);
    assert.ok(galley.page.url().startsWith(galley.address));
    await galley.close();
    assert.deepEqual(other.requests, []);
  });
});
