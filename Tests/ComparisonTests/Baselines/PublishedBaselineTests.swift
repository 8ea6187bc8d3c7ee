import Comparison
import Experiment
import Foundation
import Testing

@Suite struct PublishedBaselineTests {
  static let baselines = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Baselines")

  let folder = baselines.appending(path: "published/cfdbench")

  @Test func thePublishedValuesOfCFDBenchAreAllThereWithTheirSources() throws {
    let baseline = try PublishedBaseline.load(from: folder)
    #expect(baseline.id == "published/cfdbench")
    #expect(baseline.values.count == 652)
    #expect(baseline.values.count { $0.exactness == "exact" } == 168)
    #expect(baseline.values.allSatisfy { $0.suite == "cfdbench" && $0.source.count > 20 })
    let value = try #require(
      baseline.values.first {
        $0.table == "Figure 7" && $0.model == "U-Net" && $0.task.hasPrefix("cavity")
      })
    #expect(value.value == 0.0004162)
    #expect(value.exactness == "digitised")
  }

  @Test func theValuesOnNeuralEquationsHaveTheirDeviationsAndNoneIsComparable() throws {
    let baseline = try PublishedBaseline.load(
      from: Self.baselines.appending(path: "published/neural-de"))
    #expect(baseline.values.count == 244)
    #expect(baseline.values.count { $0.deviation != nil } == 227)
    let vanilla = try #require(
      baseline.matches.first { $0.model == "vanilla" && $0.quantity.metric == "accuracy" })
    #expect(vanilla.value.value == 97.94 && vanilla.value.deviation == 0.02)
    #expect(abs(vanilla.number - 0.9794) < 1e-12)
    #expect(abs((vanilla.deviation ?? 0) - 0.0002) < 1e-12)
    #expect(baseline.matches.allSatisfy { $0.comparability == .context })
    #expect(baseline.matches.allSatisfy { !$0.value.model.contains("copied") })
  }

  @Test func onlyThePaperOwnProtocolIsComparable() throws {
    let baseline = try PublishedBaseline.load(from: folder)
    let same = baseline.matches(suite: "cfdbench", task: "cavity-published")
    let corrected = baseline.matches.filter { !$0.task.hasSuffix("-published") }
    let problems = ["cavity", "tube", "dam", "cylinder"]
    #expect(
      Set(corrected.map(\.task))
        == Set(problems.flatMap { ["\($0)-bc", "\($0)-prop", "\($0)-geo"] }))
    #expect(corrected.allSatisfy { $0.comparability == .context })
    let comparable = same.filter { $0.comparability == .yes }
    #expect(comparable.count { $0.value.table == "Figure 7" } == 7)
    for problem in problems {
      // NMSE, MSE and MAE of FFN and DeepONet on all cases.
      let direct = baseline.matches(suite: "cfdbench", task: "\(problem)-direct-published")
      #expect(direct.count { $0.value.table == "Table 8" && $0.comparability == .yes } == 6)
    }
    // The other curves of Figure 8 were trained on PROP alone.
    #expect(Set(comparable.filter { $0.position > 0 }.map(\.value.model)) == ["FNO", "U-Net"])
    #expect(comparable.allSatisfy { $0.comparability(at: .paper) == .yes })
    #expect(comparable.allSatisfy { $0.comparability(at: .standard) == .context })
    let tenth = try #require(comparable.first { $0.position == 10 && $0.model == "fno" })
    #expect(tenth.value.task == "cavity multi-step rollout, plotted step 9 of 0..19")
  }

  @Test func everyStoredBaselineIsSound() throws {
    let listings = try Baseline.list(in: Self.baselines)
    #expect(listings.contains { $0.id == "published/cfdbench" && $0.kind == .published })
    for listing in listings { #expect(Baseline.verify(at: listing.folder).isEmpty) }
  }

  @Test func aPublishedBaselineIsNoMeasuredOne() throws {
    let error = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
    #expect(
      "\(error)"
        == "published/cfdbench/baseline.json: a published baseline; expected a measured one; name "
        + "a measured baseline.")
  }

  @Test(arguments: [
    ("published.tsv", "\ttable-8\n", "\ttable-9\n", ":2: source 'table-9'; expected one of"),
    ("published.tsv", "\texact\t", "\tguessed\t", ":2: exactness 'guessed'; expected exact or"),
    ("published.tsv", "0.0099592", "0.0099593", ": an edited file"),
    ("mapping.tsv", "Figure 7", "Figure 6", ":2: the paper's Figure 6 / cavity/All one-step"),
    ("mapping.tsv", "\tyes\n", "\tmaybe\n", ":2: comparable 'maybe'; expected one of yes, context"),
  ])
  func aBadLineIsNamed(file: String, old: String, new: String, message: String) throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: folder, to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    let url = copy.appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: url)
    let error = try #require(throws: AssayError.self) { try PublishedBaseline.load(from: copy) }
    #expect("\(error)".contains("/\(file)" + message), "\(error)")
  }
}
