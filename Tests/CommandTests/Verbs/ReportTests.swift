import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test func twoReportsAreTheSameBytes() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny")
    _ = try bench.assay("baseline", "save", "quick")
    for folder in ["first", "second"] {
      let outcome = try bench.assay("report", "--output", folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    let page = try bench.text("first/index.html")
    #expect(page == (try bench.text("second/index.html")))
    #expect(page.contains("FNO") && page.contains("Fluid properties"))
    let pdf = try bench.data("first/report.pdf")
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    #expect(pdf == (try bench.data("second/report.pdf")))
    let third = try bench.assay("report", "--output", "second")
    #expect(third.output.contains("unchanged second/index.html"))
    #expect(third.output.contains("unchanged second/report.pdf"))
  }

  @Test func oneFormatCanBeAskedFor() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let outcome = try bench.assay("report", "--format", "html", "--suites", "tiny")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(bench.exists("Reports/index.html") && !bench.exists("Reports/report.pdf"))
    #expect(try bench.assay("report", "--format", "docx").exitCode == 2)
  }

  @Test func aReportNeedsResults() throws {
    let bench = try Workbench()
    let missing = try bench.assay("report")
    #expect(missing.exitCode == 2)
    #expect(missing.errors.contains("there is no store"))
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let empty = try bench.assay("report", "--profile", "standard")
    #expect(empty.exitCode == 2)
    #expect(empty.errors.contains("no cell at profile standard"))
    #expect(!bench.exists("Reports"))
  }

  @Test func aBaselineThatIsNotThereIsNotLeftOutSilently() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let outcome = try bench.assay("report", "--baseline", "mine")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("no baseline 'mine'"))
  }
}
