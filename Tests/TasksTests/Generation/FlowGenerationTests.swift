import DataFormats
import Experiment
import Foundation
import Tasks
import Testing

@Suite struct FlowGenerationTests {
  private let dataset = CFDBenchDataset(
    problem: .cavity, sweeps: [.prop], frameInterval: 0.0002, frames: 2, caseLimit: 0,
    outputSize: 16)

  /// ρ = 0.1, μ = 10⁻²: Re = 1, the cheapest case.
  private let path = "cavity/prop/case0126"

  private func part() throws -> DatasetPart {
    try #require(dataset.parts.first { $0.path == path })
  }

  @Test func aGeneratedCaseIsReadByTheReader() throws {
    try withTemporaryFolder { folder in
      try dataset.generate(try part(), into: folder.appending(path: path))
      let reader = try CFDBenchReader(folder: folder, problem: .cavity, outputSize: 16)
      let series = try reader.series(of: [.prop])
      #expect(series.map(\.path) == [path])
      #expect(series[0].parameters == FlowParameters(.cavity, [.density: 0.1, .viscosity: 1e-2]))
      #expect(series[0].velocity.shape == [2, 2, 16, 16])
      let speed = series[0].velocity.values.map(abs).max() ?? 0
      #expect(speed > 0.1 && speed <= 10)
    }
  }

  @Test func theFilesAreOfficialWithARecordBeside() throws {
    try withTemporaryFolder { folder in
      try dataset.generate(try part(), into: folder)
      #expect(
        try Manifest(of: folder).files.map(\.path)
          == ["assay.json", "case.json", "u.npy", "v.npy"])
      #expect(
        try String(contentsOf: folder.appending(path: "case.json"), encoding: .utf8)
          == #"{"vel_top": 10.0, "density": 0.1, "viscosity": 0.01, "height": 0.01, "#
          + #""width": 0.01, "dx": 0.000625, "dy": 0.000625}"# + "\n")
      #expect(try NPYArray.header(of: folder.appending(path: "u.npy")).elementType == .float32)
    }
  }

  private struct Record: Decodable {
    struct Grid: Decodable, Equatable {
      let columns: Int
      let rows: Int
    }

    struct Ledger: Decodable {
      let largestDivergence: Double
    }

    let generator: String
    let grid: Grid
    let coarserGrid: Grid?
    let reynolds: [String: Double]
    let errorEstimate: Double?
    let ledger: Ledger
  }

  private func record(_ dataset: CFDBenchDataset) throws -> Record {
    try withTemporaryFolder { folder in
      try dataset.generate(try part(), into: folder)
      let data = try Data(contentsOf: folder.appending(path: "assay.json"))
      return try JSONDecoder().decode(Record.self, from: data)
    }
  }

  @Test func theRecordTellsTheErrorAndWhatWasConserved() throws {
    let made = try record(dataset)
    #expect(made.generator == "Assay Physics, CavityFlow")
    #expect(made.grid == Record.Grid(columns: 48, rows: 48))
    #expect(made.coarserGrid == Record.Grid(columns: 24, rows: 24))
    #expect(abs((made.reynolds["lid"] ?? 0) - 1) < 1e-12)
    // The rule promises 2 % against a finer grid; a sound estimate is above rounding and below that.
    let error = try #require(made.errorEstimate)
    #expect(error > 1e-5 && error < 0.02)
    #expect(made.ledger.largestDivergence < 1e-9)
  }

  @Test func theErrorIsEstimatedOnlyWhenWanted() throws {
    let quick = CFDBenchDataset(
      problem: .cavity, sweeps: [.prop], frameInterval: 0.0002, frames: 2, caseLimit: 0,
      outputSize: 16, estimatesError: false)
    let made = try record(quick)
    #expect(made.errorEstimate == nil && made.coarserGrid == nil)
  }

  @Test func aFailedSimulationIsNoData() throws {
    try withTemporaryFolder { root in
      var task = CFDBench()
      task.sweeps = [.bc]
      task.frameInterval = 0.001
      task.frames = 3
      task.caseLimit = 6
      task.outputSize = 8
      task.pairs.steadyThreshold = 0
      let paths = task.dataset.parts.filter { $0.notGenerated.isEmpty }.map(\.path)
      for (index, path) in paths.enumerated() {
        let parameters = FlowParameters(.cavity, [.lidVelocity: Double(index + 1)])
        try OfficialFolder(root: root).write(parameters, to: path, frames: 3)
      }
      let lost = root.appending(path: paths[2])
      try FileManager.default.removeItem(at: lost)
      try PartFailure(reason: "the simulation diverged").write(into: lost)
      #expect(PartFailure.read(from: lost)?.reason == "the simulation diverged")
      let prepared = try task.prepare(
        DataLocation(folder: root, origin: .generated, contentHash: ""))
      // Five cases are left: three to fit, with two pairs each.
      #expect(prepared.training.inputs.sampleCount == 6)
    }
  }

  @Test func aScaledViscosityIsWhatTheCaseShows() throws {
    let scaled = CFDBenchDataset(
      problem: .cavity, sweeps: [.prop], frameInterval: 0.0002, frames: 2, viscosityScale: 2,
      caseLimit: 0,
      outputSize: 16)
    try withTemporaryFolder { folder in
      let part = try #require(scaled.parts.first { $0.path == path })
      try scaled.generate(part, into: folder)
      let text = try String(contentsOf: folder.appending(path: "case.json"), encoding: .utf8)
      #expect(text.contains(#""viscosity": 0.02"#))
    }
  }

  @Test func generatingTwiceGivesTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let (first, second) = (folder.appending(path: "1"), folder.appending(path: "2"))
      try dataset.generate(try part(), into: first)
      try dataset.generate(try part(), into: second)
      #expect(try Manifest(of: first) == Manifest(of: second))
    }
  }

  private func message(of part: DatasetPart) -> String {
    do {
      try withTemporaryFolder { try dataset.generate(part, into: $0) }
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func aCaseOfAnotherDatasetIsNotGenerated() {
    #expect(
      message(of: DatasetPart(path: "cavity/bc/case0001"))
        == "\(dataset.identifier)/cavity/bc/case0001: no such case; expected a part of this "
        + "dataset; import the official download to have this case.")
  }

  private static let unresolved = CFDBenchDataset(
    problem: .cavity, sweeps: [.prop], frameInterval: 0.0002, frames: 2, caseLimit: 0,
    outputSize: 16
  ).parts.filter { !$0.notGenerated.isEmpty }

  @Test(.enabled(if: !unresolved.isEmpty, "the solver's rule resolves every case"))
  func aCaseThatIsNotResolvedIsNotGenerated() throws {
    let part = try #require(Self.unresolved.first)
    #expect(
      message(of: part)
        == "\(dataset.identifier)/\(part.path): \(part.notGenerated); expected a case that is "
        + "resolved; import the official download to have this case.")
  }
}
