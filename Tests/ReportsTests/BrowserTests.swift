import Foundation
import Reports
import Testing

/// The page in a browser: what readers click, type and see.
@Suite(
  .serialized,
  .enabled(
    if: Program("chromium", "chromium-browser", "google-chrome") != nil,
    "no Chromium is installed"))
struct BrowserTests {
  private let browser = Browser()

  /// Runs `script` in the finished page and gives back what it returned, and the console's lines.
  private func inspect(_ script: String) throws -> Browser.Visit {
    try browser.inspect(HTMLReport.render(Fixture().input), script)
  }

  /// The names in the first column of the leaderboard, from top to bottom.
  private static let names = """
    const table = document.querySelector(".table table");
    const names = () => [...table.tBodies[0].rows].filter((row) => !row.hidden)
      .map((row) => row.cells[0].textContent).join(",");
    """

  @Test func theConsoleStaysEmpty() throws {
    #expect(try inspect("return 1").console.isEmpty)
    #expect(try inspect("console.error(\"seen\"); return 1").console.count == 1)
  }

  @Test func aHeadingReachedByKeyOrPointerSortsAndTurnsTheOrder() throws {
    let script =
      Self.names + """
        const header = table.tHead.rows[0].cells[3];
        const before = names();
        header.querySelector("button").click();
        const rising = names() + "/" + header.ariaSort;
        header.querySelector("button").click();
        const buttons = [...document.querySelectorAll("th button")];
        const isReached = buttons.length === document.querySelectorAll("th").length &&
          buttons.every((button) => button.tabIndex === 0);
        return [before, rising, names() + "/" + header.ariaSort, isReached].join(" ");
        """
    #expect(
      try inspect(script).result
        == "FNO,Auto-FFN,Identity FNO,Identity,Auto-FFN/ascending "
        + "Auto-FFN,Identity,FNO/descending true")
  }

  @Test func theFilterKeepsMatchingRows() throws {
    let script =
      Self.names + """
        const input = document.querySelector(".filter input");
        const type = (words) => { input.value = words; input.dispatchEvent(new Event("input")); return names(); };
        return [type("ffn"), type("FNO"), type("no such"), type("")].join(" ");
        """
    #expect(try inspect(script).result == "Auto-FFN FNO  FNO,Auto-FFN,Identity")
  }

  @Test func cellsKeepTheirCommandsWhenTheyAreSorted() throws {
    let script = """
      const table = [...document.querySelectorAll("details table")]
        .find((table) => table.textContent.includes("--models"));
      table.tHead.rows[0].cells[4].querySelector("button").click();
      return [...table.tBodies].map((body) =>
        body.rows[0].cells[0].textContent.toLowerCase() ===
        body.rows[1].textContent.match(/--models (\\S+)/)[1]).join();
      """
    #expect(
      try inspect(script).result == Array(repeating: "true", count: 9).joined(separator: ","))
  }

  @Test func theButtonChangesThePaperAndTheInkOfFigures() throws {
    let script = """
      const look = () => getComputedStyle(document.body).backgroundColor + "/" +
        getComputedStyle(document.querySelector("svg .f-text")).fill;
      const before = look();
      document.getElementById("theme").click();
      return [before, look()].join(" then ").replaceAll(", ", ",");
      """
    #expect(
      try inspect(script).result
        == "rgb(253,252,250)/rgb(28,28,26) then rgb(21,22,26)/rgb(231,228,221)")
  }

  @Test func aSmallScreenDoesNotScrollSideways() throws {
    // Headless windows are 500 wide at least, so the page goes into a frame of a phone's width.
    let escaped = try HTMLReport.render(Fixture().input)
      .replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let outer = """
      <title>none</title><iframe width="360" height="800" srcdoc="\(escaped)"></iframe>
      <script>
      const frame = document.querySelector("iframe");
      frame.onload = () => {
        const root = frame.contentDocument.documentElement;
        const wide = [...root.querySelectorAll("main *, header *")].filter((part) =>
          !part.closest(".scroll") && part.getBoundingClientRect().right > root.clientWidth + 1);
        document.title = "result:" + root.scrollWidth + " " +
          wide.map((part) => part.tagName + "." + part.className).join() + ":end";
      };
      </script>
      """
    let result = try browser.open(outer).result
    // 360 less a scroll bar, and no part that is wider.
    #expect(
      (340...360).contains(Int(result.trimmingCharacters(in: .whitespaces)) ?? 0), "\(result)")
  }

  @Test func aLinkToACellOpensWhatHidesIt() throws {
    let script = """
      const link = document.querySelector("td a[href^='#cell']");
      const goal = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const before = goal.closest("details").open;
      location.hash = link.hash;
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      return [before, goal.closest("details").open].join();
      """
    #expect(try inspect(script).result == "false,true")
  }
}
