import Foundation
import Reports
import Testing

/// Rules of WCAG that a program can check, in the browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "no Chromium is installed"))
struct AccessibilityTests {
  private func inspect(_ script: String) throws -> String {
    try Browser().inspect(HTMLReport.render(Fixture().input), script).result
  }

  @Test func everyControlHasAName() throws {
    let script = """
      document.querySelectorAll("details").forEach((part) => { part.open = true; });
      await new Promise((done) => setTimeout(done, 100));
      const name = (part) => part.getAttribute("aria-label") || part.textContent.trim() ||
        (part.labels && part.labels[0] && part.labels[0].textContent.trim()) || part.title;
      const nameless = [...document.querySelectorAll("button, a, input, select, summary")]
        .filter((part) => !name(part));
      const regions = [...document.querySelectorAll("[role=region], [role=group], section, dialog")]
        .filter((part) => !part.getAttribute("aria-label") &&
          !(document.getElementById(part.getAttribute("aria-labelledby")) || {}).textContent);
      return nameless.length + "," + regions.length;
      """
    #expect(try inspect(script) == "0,0")
  }

  @Test func headingsDescendOneLevelAtATimeAndLandmarksAreThere() throws {
    let script = """
      const levels = [...document.querySelectorAll("h1, h2, h3, h4")]
        .map((part) => Number(part.tagName[1]));
      const jumps = levels.filter((level, place) => place && level > levels[place - 1] + 1);
      const marks = ["header", "nav[aria-label]", "main", "footer", "h1"]
        .map((name) => document.querySelectorAll(name).length);
      return [jumps.length, marks.join("")].join();
      """
    #expect(try inspect(script) == "0,11111")
  }

  /// WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.
  @Test(arguments: ["light", "dark"]) func textStandsOutFromThePaper(theme: String) throws {
    let script = """
      document.documentElement.dataset.theme = "\(theme)";
      const light = (colour) => {
        const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => {
          const c = Number(part) / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
      };
      const paper = (part) => {
        for (let at = part; at; at = at.parentElement) {
          const colour = getComputedStyle(at).backgroundColor;
          if (!/rgba\\(.*, 0\\)/.test(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
      };
      const pale = [...document.querySelectorAll("p, td, th, small, a, dt, dd, summary, button, b, " +
        "figcaption, code, .muted, .badge, .mark, label")].filter((part) => {
        const [a, b] = [light(getComputedStyle(part).color), light(paper(part))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
      });
      return [...new Set(pale.map((part) => part.tagName + "." + part.className))].join();
      """
    #expect(try inspect(script) == "")
  }

  @Test func placesThatScrollCanBeReachedByKey() throws {
    let script = """
      const scrolling = [...document.querySelectorAll("main *")].filter((part) =>
        ["auto", "scroll"].includes(getComputedStyle(part).overflowX) &&
        part.tabIndex < 0 && part.scrollWidth > part.clientWidth + 1);
      return scrolling.length;
      """
    #expect(try inspect(script) == "0")
  }
}
