import Foundation
import TestSupport
import Testing

/// A download with mistakes is refused before any cell runs, by `data import` and by `run --data`.
@Suite struct DownloadTests {
  /// What is wrong with a download, and what is said of it.
  enum Mistake: CaseIterable {
    case wrongMagic, wrongNumbers, truncated, notANumber, smallerThanV, otherGrid, noCaseFile
    case noComponent, brokenCaseFile

    var words: [String] {
      switch self {
      case .wrongMagic: ["case0052/u.npy", "numpy.save"]
      case .wrongNumbers: ["case0052/u.npy", "numbers of type '<c8'"]
      case .truncated: ["case0052/u.npy", "bytes"]
      case .notANumber: ["case0052/u.npy", "not finite at frame 1, row 2, column 3"]
      case .smallerThanV: ["case0052/v.npy", "shape [6, 64, 64]", "shape [5, 64, 64]"]
      case .otherGrid: ["case0052/u.npy", "shape [6, 32, 32]", "shape [frames, 64, 64]"]
      case .noCaseFile: ["case0052/case.json"]
      case .noComponent: ["case0052/v.npy"]
      case .brokenCaseFile: ["case0052/case.json", "viscosity"]
      }
    }

    func make(in official: OfficialFolder) throws {
      let folder = OfficialFolder.folder(2)
      let whole = OfficialFolder.array()
      let place = (64 + 2) * 64 + 3
      switch self {
      case .wrongMagic: try official.write(Data("PK".utf8) + whole, to: "\(folder)/u.npy")
      case .wrongNumbers:
        try official.write(OfficialFolder.array(description: "<c8"), to: "\(folder)/u.npy")
      case .truncated: try official.write(whole.dropLast(100), to: "\(folder)/u.npy")
      case .notANumber:
        let array = OfficialFolder.array(replacing: (place, .nan))
        try official.write(array, to: "\(folder)/u.npy")
      case .smallerThanV:
        try official.write(OfficialFolder.array(frames: 5), to: "\(folder)/u.npy")
      case .otherGrid: try official.write(OfficialFolder.array(side: 32), to: "\(folder)/u.npy")
      case .noCaseFile: try official.remove("\(folder)/case.json")
      case .noComponent: try official.remove("\(folder)/v.npy")
      case .brokenCaseFile:
        let json = #"{"vel_top": 10, "density": 1, "height": 0.01, "width": 0.01}"#
        try official.write(Data(json.utf8), to: "\(folder)/case.json")
      }
    }
  }

  @Test(arguments: Mistake.allCases)
  func aMistakeIsToldWithItsFileBeforeAnyCellRuns(mistake: Mistake) throws {
    let bench = try Workbench(TinySuite(outputSize: 64))
    try mistake.make(in: OfficialFolder(at: bench.url.appending(path: "download")))
    for verb in [
      ["data", "import", "cfdbench", "download"], ["run", "tiny", "--data", "download"],
    ] {
      let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), verb, in: bench.url)
      #expect(outcome.exitCode == 2)
      #expect(outcome.output == "")
      for words in mistake.words { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    }
    #expect(!bench.exists(".assay/results.sqlite"))
  }

  @Test func aCopyThatChangesAfterItsImportIsReadAgain() throws {
    let bench = try Workbench(TinySuite(outputSize: 64))
    let official = try OfficialFolder(at: bench.url.appending(path: "download"))
    #expect(try bench.assay("data", "import", "cfdbench", "download").exitCode == 0)
    try Mistake.notANumber.make(in: official)
    let outcome = try bench.assay("run", "tiny", "--data", "imported")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("not finite"))
  }

  @Test func aSweepThatIsNotThereFailsTheCellsThatNeedIt() throws {
    let bench = try Workbench(TinySuite(outputSize: 64, sweeps: "geo"))
    _ = try OfficialFolder(at: bench.url.appending(path: "download"))
    let outcome = try bench.assay("run", "tiny", "--data", "download")
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains("cavity/geo: it is missing"))
  }
}
