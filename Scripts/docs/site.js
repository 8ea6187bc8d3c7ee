// The theme is set before the page is drawn, so that nothing flashes.
(() => {
  "use strict";
  const themes = ["system", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  apply(stored());
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    const tell = () => { button.textContent = `Theme: ${stored() ?? "system"}`; };
    button.addEventListener("click", () => {
      const next = themes[(themes.indexOf(stored() ?? "system") + 1) % themes.length];
      try { localStorage.setItem("theme", next); } catch { /* without a store the choice lasts for the page */ }
      apply(next);
      tell();
    });
    tell();
    const menu = document.querySelector(".menu");
    menu.addEventListener("click", () => {
      const isOpen = document.querySelector("#navigation").classList.toggle("open");
      menu.setAttribute("aria-expanded", String(isOpen));
    });
    document.querySelector("#navigation [aria-current]")?.scrollIntoView({ block: "nearest" });
  });
})();
