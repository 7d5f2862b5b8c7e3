// Starts the page: loads the module and the WebAssembly that Trunk names on this script's own tag.
const { js, wasm } = document.getElementById("boot").dataset;
const at = (path) => new URL(path, document.baseURI);

try {
  const { default: init } = await import(at(js));
  await init({ module_or_path: at(wasm) });
} catch (error) {
  const loading = document.getElementById("loading");
  if (loading) loading.textContent = "Galley could not start in this browser. A current Chrome, Edge, Firefox or Safari is needed.";
  throw error;
}
