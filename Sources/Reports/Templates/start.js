"use strict";
// What the parts of the script share.
const assay = (() => {
  const status = document.getElementById("status");
  document.documentElement.classList.add("scripted");

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  // A button of words that does something.
  const button = (words, act, attributes = {}) => {
    const element = make("button", { type: "button", class: "button", ...attributes }, words);
    element.addEventListener("click", act);
    return element;
  };

  // A dialog with a heading and a way out; what it shows is set each time it is opened.
  const dialog = (id) => {
    const heading = make("h2", { id: `${id}.h` });
    const body = make("div");
    const element = make("dialog", { id, "aria-labelledby": `${id}.h` }, heading, body);
    element.append(button("Close", () => element.close(), { class: "button close" }));
    element.addEventListener("click", (event) => { if (event.target === element) element.close(); });
    document.body.append(element);
    const open = (title, ...parts) => {
      heading.textContent = title;
      body.replaceChildren(...parts);
      if (!element.open) element.showModal();
    };
    return { element, open };
  };

  const save = (name, text) => {
    const link = make("a", { download: name });
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied");
    } catch {
      say("This browser does not let pages copy");
    }
  };

  const say = (text) => { status.textContent = text; };
  return { make, button, dialog, save, copy, say };
})();
