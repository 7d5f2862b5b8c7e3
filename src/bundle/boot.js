
// Starts the single file: unpacks what the page carries, gives the parser's thread a script with its module inside.
{
  const text = (id) => document.getElementById(id).textContent;
  const unpack = async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  };
  const worker = [
    text("worker-script"),
    `;const unpack = ${unpack};\n`,
    `unpack("${text("worker-module")}").then((module_or_path) => wasm_bindgen({ module_or_path }));`,
  ];
  try {
    document.documentElement.dataset.worker = URL.createObjectURL(new Blob(worker, { type: "text/javascript" }));
    await {init}({ module_or_path: await unpack(text("module")) });
  } catch (error) {
    const loading = document.getElementById("loading");
    if (loading) loading.textContent = "Galley could not start in this browser. A current Chrome, Edge, Firefox or Safari is needed.";
    throw error;
  }
}
