// What a link or a printer needs must not stay folded; the contents say where the reader is.
(() => {
  const unfold = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    if (!name) return;
    let goal = document.getElementById(name);
    if (!goal && name.startsWith("cell.")) {
      for (const box of document.querySelectorAll(".long")) {
        if (!box.querySelector(".rest").textContent.includes(`id=\\"${name}\\"`)) continue;
        box.closest("details").open = true;
        goal = assay.long(box.querySelector("table")).reveal(name);
      }
    }
    if (!goal) return;
    let wasFolded = goal.tagName === "TR" || goal.tagName === "TBODY";
    for (let part = goal.closest("details"); part; part = part.parentElement.closest("details")) {
      wasFolded = wasFolded || !part.open;
      part.open = true;
    }
    if (wasFolded) goal.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("main details:not(.chooser, .series, .query)").forEach((part) => {
      part.open = true;
    });
  });
  unfold();

  const links = new Map([...document.querySelectorAll("nav a")]
    .map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (!link) continue;
      if (entry.isIntersecting) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  document.querySelectorAll("main section[id]").forEach((section) => watcher.observe(section));
})();
