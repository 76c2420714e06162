// The quick way out. Replaces this page in the tab's history, so that Back does not return to it.
(() => {
  const link = () => document.querySelector("a[data-leave]");
  const go = (href) => {
    document.documentElement.style.display = "none";
    location.replace(href);
  };
  let presses = [];
  let alone = false;
  addEventListener("keydown", (event) => {
    alone = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone) presses = [];
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    presses = [...presses, event.timeStamp].slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 2000 && link()) go(link().href);
  });
  addEventListener("click", (event) => {
    const way = event.target instanceof Element && event.target.closest("a[data-leave]");
    if (!way) return;
    event.preventDefault();
    go(way.href);
  });
})();
