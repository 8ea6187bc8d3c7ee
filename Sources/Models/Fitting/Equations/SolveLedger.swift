import Experiment
import Networks
import Solvers
import Tensors

/// What a fitted network's solves took, since the last account.
///
/// A resource with identity, as predictions do not change their model.
final class SolveLedger {
  /// Samples whose solve as one system is looked at.
  static let batchSize = 64

  /// The parameters before the training.
  var untrained: Checkpoint?
  /// What the training's solves took.
  var readings: [SolveReading] = []
  /// The inputs of the first predictions, at most a batch.
  private(set) var inputs: [String: Tensor] = [:]
  private var solves: [SolvedSample] = []

  /// Takes in the last pass over a sample; nothing when it solved no equation.
  func add(_ solves: [any RecordedSolve]) {
    guard !solves.isEmpty else { return }
    self.solves.append(SolvedSample(solves))
  }

  /// Takes in what is asked.
  func add(_ samples: SampleSet) {
    guard inputs.isEmpty, samples.count > 0 else { return }
    let chosen = Array(0..<min(samples.count, Self.batchSize))
    inputs = samples.inputs.mapValues { $0.gathered(rows: chosen) }
  }

  /// What was taken in, which is then forgotten; the training's readings stay.
  func take() -> (entries: [ModelAccount.Entry], inputs: [String: Tensor]) {
    defer { (solves, inputs) = ([], [:]) }
    return (SolvedSample.entries(solves, evaluation: "solve") + trainingEntries, inputs)
  }

  /// Means over the steps of the training curve.
  private var trainingEntries: [ModelAccount.Entry] {
    SolveReading.Kind.allCases.compactMap { kind in
      let values = readings.filter { $0.kind == kind }.map(\.value)
      guard !values.isEmpty else { return nil }
      let mean = values.reduce(0, +) / Double(values.count)
      return ModelAccount.Entry(
        name: SolveReading.account(of: kind), evaluation: "training", values: [MeasuredValue(mean)])
    }
  }
}
