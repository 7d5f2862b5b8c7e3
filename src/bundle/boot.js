
// Starts the single file: unpacks what the page carries, gives the parser's thread a script with its module inside.
{
  const text = (id) => document.getElementById(id).textContent;
  const unpack = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  };
  const parser = () => {
    {program}
    return wasm_bindgen;
  };
  const worker = [
    `const unpack = ${unpack};\n`,
    `unpack("${text("worker-module")}").then((module_or_path) => (${parser})()({ module_or_path }));`,
  ];
  // The same for browsers that start no thread, in the page itself, when it is first asked for.
  let loaded;
  const load = async () => {
    await parser()({ module_or_path: await unpack(text("worker-module")) });
    return window.galleyAnswer;
  };
  window.galleyParser = () => (loaded ??= load());
  try {
    document.documentElement.dataset.worker = URL.createObjectURL(new Blob(worker, { type: "text/javascript" }));
    await {init}({ module_or_path: await unpack(text("module")) });
  } catch (error) {
    const loading = document.getElementById("loading");
    if (loading) loading.textContent = "Galley could not start in this browser. A current Chrome, Edge, Firefox or Safari is needed.";
    throw error;
  }
}
