// Starts the page: loads the module and the WebAssembly that Trunk names on this script's own tag.
const { js, wasm } = document.getElementById("boot").dataset;
const at = (path) => new URL(path, document.baseURI);

// The parser for browsers that start no thread: the same script as the thread's, loaded into the page when it is first asked for.
let parser;
const load = async () => {
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: at("parser.js"), onload: resolve, onerror: reject });
    document.head.append(script);
  });
  await wasm_bindgen({ module_or_path: at("worker_bg.wasm") });
  return window.galleyAnswer;
};
window.galleyParser = () => (parser ??= load().catch((error) => { parser = undefined; throw error; }));

try {
  const { default: init } = await import(at(js));
  await init({ module_or_path: at(wasm) });
} catch (error) {
  const loading = document.getElementById("loading");
  if (loading) loading.textContent = "Galley could not start in this browser. A current Chrome, Edge, Firefox or Safari is needed.";
  throw error;
}
