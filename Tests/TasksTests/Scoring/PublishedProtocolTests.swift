import DataFormats
import Experiment
import Foundation
import Tasks
import Tensors
import Testing

/// The scores of `scoring: published` against an independent computation with NumPy
/// (Tests/References/cfdbench/published_protocol.py).
@Suite struct PublishedProtocolTests {
  /// NumPy's features are single precision as ours are, but its models and sums are double precision;
  /// a single-precision prediction moves a sum of squares by a few 10⁻⁷ of it.
  private static let tolerance = 1e-5

  private let reference: PublishedReference

  init() throws {
    reference = try PublishedReference.load()
  }

  private static let metrics = [
    MetricUse(name: "nmse", metric: ReferenceMetric(kind: .nmse)),
    MetricUse(name: "mse", metric: ReferenceMetric(kind: .mse)),
    MetricUse(name: "mae", metric: ReferenceMetric(kind: .mae)),
  ]

  @Test(arguments: FlowProblem.allCases, FlowTrack.allCases)
  func allScoresAreThoseOfTheReference(problem: FlowProblem, track: FlowTrack) throws {
    let result = try #require(
      reference.results.first { $0.problem == problem && $0.track == track })
    let prepared = try prepared(problem, track)
    #expect(prepared.training.inputs.sampleCount == result.trainingSamples)
    #expect(prepared.training.validationInputs.sampleCount == result.validationSamples)
    let name = track == .direct ? "frames" : "one-step"
    for (model, expected) in result.models {
      let evaluation = try prepared.evaluate(
        try #require(ReferenceModel.all[model]), metrics: Self.metrics)
      compare(evaluation, name, expected.masked, model)
      compare(evaluation, "\(name)-u", expected.horizontal, model)
      for (index, scores) in expected.rollout.enumerated() {
        compare(evaluation, "rollout", scores, model, position: index + 1)
      }
      let paths = evaluation.curves.map(\.name).filter {
        $0.hasPrefix("nmse/test/rollout/\(problem)")
      }
      #expect(paths.compactMap { Int($0.suffix(4)) } == result.test)
    }
  }

  private func prepared(_ problem: FlowProblem, _ track: FlowTrack) throws -> any PreparedTask {
    try withTemporaryFolder { root in
      try reference.write(problem, into: root)
      var task = CFDBench()
      task.problem = problem
      task.track = track
      task.scoring = .published
      task.sweeps = [.bc, .prop, .geo]
      task.outputSize = reference.size
      return try task.prepare(DataLocation(folder: root, origin: .imported, contentHash: ""))
    }
  }

  private func compare(
    _ evaluation: Evaluation, _ name: String, _ expected: [String: Double], _ model: String,
    position: Int = 0
  ) {
    for (metric, value) in expected {
      let found = evaluation.measurements.first {
        $0.metric == metric && $0.evaluation == name && $0.position == position
      }?.value.number
      #expect(
        abs((found ?? .nan) - value) <= Self.tolerance * abs(value) + 1e-12,
        "\(model), \(metric), \(name), \(position): \(found ?? .nan) and \(value)")
    }
  }
}
