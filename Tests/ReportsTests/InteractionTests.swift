import Experiment
import Foundation
import Reports
import Testing

/// What the page's scripts do: reading values off figures, fields at a larger size, what stands behind a
/// number, and tables that are too long to stand on the page.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "no Chromium is installed"))
struct InteractionTests {
  private let browser = Browser()

  private func inspect(_ script: String) throws -> String {
    try browser.inspect(HTMLReport.render(Fixture().input), script).result
  }

  @Test func nothingMovesWhileThePageLoadsAndNothingIsFetched() throws {
    let script = """
      let shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      await new Promise((done) => setTimeout(done, 1500));
      return [shift, performance.getEntriesByType("resource").length].join();
      """
    #expect(try inspect(script) == "0,0")
  }

  @Test func aNumberOpensWhatStandsBehindIt() throws {
    let script = """
      document.querySelector("td[data-q] a[href^='#cell']").click();
      const drawer = document.querySelector("dialog#drawer");
      const words = drawer.textContent;
      const before = [drawer.open, drawer.querySelectorAll("tbody tr").length,
        words.includes("FROM v_results"), words.includes("--models fno --seeds 2"),
        words.includes("0123abc (clean)"), words.includes("Invented CPU")];
      drawer.querySelector(".close").click();
      return [...before, drawer.open].join();
      """
    #expect(try inspect(script) == "true,3,true,true,true,true,false")
  }

  @Test func arrowKeysReadTheValuesOfACurve() throws {
    let script = """
      const figure = document.querySelector("figure.rollout-curve");
      const plot = figure.querySelector(".plot");
      plot.focus();
      const press = (key) => plot.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      press("ArrowRight");
      press("ArrowRight");
      const tip = document.getElementById("tip");
      const said = document.getElementById("status").textContent;
      const shown = !tip.hidden && tip.textContent.includes("roll-out step 2");
      press("ArrowDown");
      const other = document.getElementById("status").textContent;
      press("Escape");
      return [shown, said !== "" && said !== other, tip.hidden].join();
      """
    #expect(try inspect(script) == "true,true,true")
  }

  @Test func thePointerShowsTheNearestValue() throws {
    let script = """
      const svg = document.querySelector("figure.rollout-curve svg");
      svg.scrollIntoView();
      await new Promise((done) => setTimeout(done, 100));
      const marks = svg.querySelector("[data-plot]").dataset.plot.split(" ").map(Number);
      const matrix = svg.getScreenCTM();
      let seen = "";
      for (let part = 0; part < 40 && !seen; part += 1) {
        const at = new DOMPoint(marks[0] + marks[2] / 2, marks[1] + marks[3] * part / 40)
          .matrixTransform(matrix);
        svg.dispatchEvent(new PointerEvent("pointermove", { clientX: at.x, clientY: at.y }));
        const tip = document.getElementById("tip");
        if (!tip.hidden) seen = tip.textContent;
      }
      return seen.includes("roll-out step");
      """
    #expect(try inspect(script) == "true")
  }

  @Test func aNameInAFigureSwitchesItsSeries() throws {
    let script = """
      const figure = document.querySelector("figure.rollout-curve");
      const name = figure.querySelector("[data-legend]");
      const series = figure.querySelector(`[data-series="${name.dataset.legend}"]`);
      const click = () => name.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      click();
      const off = series.classList.contains("off");
      click();
      return [off, series.classList.contains("off")].join();
      """
    #expect(try inspect(script) == "true,false")
  }

  @Test func theListOfSeriesSwitchesThemWithoutAPointer() throws {
    let script = """
      const figure = document.querySelector("figure.rollout-curve");
      const list = figure.querySelector(".series");
      list.open = true;
      await new Promise((done) => setTimeout(done, 50));
      const box = list.querySelector("input");
      box.click();
      const series = [...figure.querySelectorAll("[data-series]")];
      return [list.querySelectorAll("input").length, series.some((part) =>
        part.classList.contains("off"))].join();
      """
    #expect(try inspect(script) == "3,true")
  }

  @Test func theNumbersOfAFigureAreSavedAsText() throws {
    let script = """
      const figure = document.querySelector("figure.rollout-curve");
      const lines = assay.figures.get(figure.id).csv().trim().split("\\r\\n");
      return [lines[0], lines.length > 20].join(" ");
      """
    #expect(try inspect(script) == "series,roll-out step,NMSE,lower,upper,words true")
  }

  @Test func aFieldIsShownLargerWithItsValues() throws {
    let script = """
      const figure = document.querySelector("figure.field-triptych");
      figure.closest("details").open = true;
      figure.querySelector(".tools .button").click();
      const viewer = document.querySelector("dialog.viewer");
      await new Promise((done) => setTimeout(done, 300));
      const image = viewer.querySelector("img");
      const box = image.getBoundingClientRect();
      image.dispatchEvent(new PointerEvent("pointermove",
        { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }));
      const said = viewer.querySelector("output").textContent;
      return [viewer.open, viewer.querySelectorAll("img").length, said.includes("about")].join();
      """
    #expect(try inspect(script) == "true,3,true")
  }

  @Test func aRollOutIsSteppedThrough() throws {
    let script = """
      const figure = document.querySelector("figure.rollout-filmstrip");
      figure.closest("details").open = true;
      figure.querySelector(".tools .button").click();
      const viewer = document.querySelector("dialog.viewer");
      const range = viewer.querySelector("input[type=range]");
      const step = () => viewer.querySelector("output").textContent;
      const first = step();
      range.value = 1;
      range.dispatchEvent(new Event("input"));
      return [first, step(), viewer.querySelector("b").textContent].join();
      """
    #expect(try inspect(script) == "step 10,step 20,Truth")
  }

  @Test func columnsCanBeHidden() throws {
    let script = """
      const box = document.querySelector(".chooser").closest(".table");
      const chooser = box.querySelector(".chooser");
      chooser.open = true;
      await new Promise((done) => setTimeout(done, 50));
      chooser.querySelectorAll("input")[1].click();
      const head = box.querySelector("thead tr").cells[2].hidden;
      const all = [...box.querySelector("tbody").rows].every((row) => row.cells[2].hidden);
      return [head, all].join();
      """
    #expect(try inspect(script) == "true,true")
  }

  @Test func aLongTableShowsWhatIsScrolledTo() throws {
    var fixture = Fixture()
    fixture.seedCount = 120
    fixture.taskIDs = ["cavity-bc"]
    let script = """
      const box = document.querySelector(".long");
      box.closest("details").open = true;
      location.hash = "#cell.cfdbench.cavity-bc.identity.119.quick";
      await new Promise((done) => setTimeout(done, 400));
      const rows = [...box.querySelectorAll("tbody tr[id]")];
      const goal = document.getElementById("cell.cfdbench.cavity-bc.identity.119.quick");
      const input = box.querySelector(".filter input");
      input.value = "fno";
      input.dispatchEvent(new Event("input"));
      const kept = box.querySelector(".note").textContent;
      return [rows.length < 150, goal !== null, kept].join();
      """
    let result = try browser.inspect(HTMLReport.render(fixture.input), script)
    #expect(result.result == "true,true,120 of 360 rows")
    #expect(result.console.isEmpty)
  }
}
