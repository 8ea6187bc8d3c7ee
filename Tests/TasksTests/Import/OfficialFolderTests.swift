import DataFormats
import Experiment
import Foundation
import Tasks
import TestSupport
import Testing

/// A folder written by NumPy goes through import, split and scoring.
@Suite(.enabled(if: Python.isAvailable())) struct OfficialFolderTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let script = PackageFolder.url.appending(
      path: "Tests/References/cfdbench/make_official_folder.py")
    try withTemporaryFolder { root in
      try Python.run([script.path, root.path, "4", "6"])
      try body(root)
    }
  }

  @Test func itIsWholeAndOfBothTypes() throws {
    try withFolder { root in
      let found = try CFDBenchImport.check(root)
      #expect(found.problems.isEmpty)
      #expect(found.notes.isEmpty)
      #expect(found.sweeps.map(\.cases) == [4, 4, 4])
      #expect(found.frames == 72)
      #expect(found.elementTypes == [.float32, .float64])
    }
  }

  @Test func everyLayoutGivesTheSameField() throws {
    try withFolder { root in
      let series = try CFDBenchReader(folder: root, problem: .cavity).series(of: [.bc, .prop, .geo])
      // PROP's and GEO's first cases are one flow; PROP's is float32 and GEO's float64.
      #expect(series[4].parameters == series[8].parameters)
      #expect(series[4].velocity == series[8].velocity)
      // PROP's second case lies in Fortran order; the lid is the last row whatever the order.
      let values = series[5].velocity.values
      #expect(values[63 * 64 + 32] > 5 * abs(values[32]))
    }
  }

  @Test func theTaskRunsOnIt() throws {
    try withFolder { root in
      var task = CFDBench()
      task.sweeps = [.bc, .prop, .geo]
      task.rolloutSteps = 3
      let location = try CFDBenchImport.check(root).location
      let prepared = try task.prepare(location)
      let evaluation = try prepared.evaluate(
        FunctionModel.persistence(), metrics: [MetricUse(name: "sse", metric: SumOfSquares())])
      #expect(evaluation.measurements.count == 6)
      for measurement in evaluation.measurements {
        #expect((measurement.value.number ?? 0) > 0)
      }
    }
  }
}
