import Experiment
import Foundation

/// Means and variances of the spiral SDE, from one initial state for training and others for the rest.
struct SpiralMoments {
  /// The moments from one initial state.
  struct Case {
    let initial: [Double]
    /// By component, then time.
    let mean: [[Double]]
    /// By component, then time.
    let variance: [[Double]]
  }

  /// The moments that others published, without their initial state.
  private struct Published: Decodable {
    let times: [Double]
    let mean: [[Double]]
    let variance: [[Double]]
  }

  /// The moments of our own solver.
  private struct Further: Decodable {
    struct Case: Decodable {
      let split: SplitCase.Split
      let initial: [Double]
      let mean: [[Double]]
      let variance: [[Double]]
    }
    let times: [Double]
    let cases: [Case]
  }

  /// Where the published trajectories start.
  private static let publishedStart = [2.0, 0.0]
  private static let agreement = 1e-6

  /// t, from 0 to 1.
  let times: [Double]
  let cases: [SplitCase.Split: [Case]]

  /// - Throws: `AssayError` (bad input) when a file is absent or damaged, or the two do not fit.
  init(in folder: URL) throws {
    let published: Published = try Self.read("published.json", in: folder)
    let further: Further = try Self.read("further.json", in: folder)
    times = published.times
    let given = Case(
      initial: Self.publishedStart, mean: published.mean, variance: published.variance)
    var cases: [SplitCase.Split: [Case]] = [.training: [given]]
    for one in further.cases {
      cases[one.split, default: []].append(
        Case(initial: one.initial, mean: one.mean, variance: one.variance))
    }
    self.cases = cases
    let count = times.count
    let fits = cases.values.joined().allSatisfy { one in
      one.initial.count == 2
        && [one.mean, one.variance].allSatisfy { $0.map(\.count) == [count, count] }
    }
    let isSameTime = zip(times, further.times).allSatisfy { abs($0 - $1) < Self.agreement }
    guard fits, isSameTime, further.times.count == count, count > 1,
      SplitCase.Split.allCases.allSatisfy({ !(cases[$0] ?? []).isEmpty })
    else {
      throw AssayError(
        .badInput, where: folder.path, found: "moments that do not belong together",
        expected: "two means and variances at the same \(count) times, for validation and test too",
        remedy: "restore the folder Suites/neural-de/data/spiral-sde")
    }
  }

  private static func read<Content: Decodable>(_ name: String, in folder: URL) throws -> Content {
    let url = folder.appending(path: name)
    do {
      return try JSONDecoder().decode(Content.self, from: Data(contentsOf: url))
    } catch {
      throw AssayError(
        .badInput, where: url.path, found: "\(error)", expected: "moments of the spiral SDE",
        remedy: "restore the folder Suites/neural-de/data/spiral-sde")
    }
  }
}
