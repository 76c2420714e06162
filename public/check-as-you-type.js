// Sends the form to its own Check button a moment after the last change and shows the answer. Without this script the button does it.
(() => {
  const place = document.querySelector("[data-check-result]");
  const form = place && place.closest("form");
  if (!form) return;
  let waiting;
  let asked = 0;
  const check = async () => {
    const question = (asked += 1);
    const body = new URLSearchParams(new FormData(form));
    body.set("intent", "check");
    const answer = await fetch(location.href, { method: "POST", body }).catch(() => undefined);
    // An unfinished form cannot be checked yet: what was shown before would no longer be true.
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
    if (question === asked) place.innerHTML = page?.querySelector("[data-check-result]")?.innerHTML ?? "";
  };
  form.addEventListener("input", (event) => {
    // The words of the reason change nothing about the time.
    if (event.target.name === "acceptReason") return;
    clearTimeout(waiting);
    waiting = setTimeout(check, 600);
  });
})();
