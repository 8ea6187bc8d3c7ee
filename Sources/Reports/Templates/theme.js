// Light or dark paper, as the reader's system has it until the button says otherwise.
(() => {
  const root = document.documentElement;
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  const button = assay.button("", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  }, { id: "theme" });
  const name = () => { button.textContent = isDark() ? "Light paper" : "Dark paper"; };
  prefersDark.addEventListener("change", name);
  name();
  document.querySelector("header").append(button);
})();
