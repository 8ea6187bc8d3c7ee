import Autodiff
import Tensors

/// Computes the loss of a validation set sample by sample and remembers the best parameters.
struct ValidationJudge {
  private let samples: SampleSet
  private let graph: SampleGraph
  private let loss: any BatchLoss<Float>
  private let parameters: [Parameter<Float>]
  private let best: [Buffer<Float>]
  private var bestLoss = Double.infinity
  /// Checks since the lowest loss so far.
  private(set) var checksSinceBest = 0
  private var errors: [Double] = []
  private var energies: [Double] = []

  init(_ network: some FieldNetwork, _ samples: SampleSet) {
    self.samples = samples
    graph = SampleGraph(.inference, samples: 1)
    loss = network.loss(in: graph)
    parameters = network.parameters.stored
    best = samples.count == 0 ? [] : parameters.map { Buffer<Float>(count: $0.count) }
  }

  /// Whether there is anything to judge by.
  var isNeeded: Bool { samples.count > 0 }

  /// Records the loss now, and keeps the parameters if it is the lowest so far.
  /// - Returns: the loss, infinite when it is not a number; nil when there is nothing to judge by
  mutating func check(_ record: inout TrainingRecord) -> Double? {
    guard isNeeded else { return nil }
    let value = validationLoss()
    checksSinceBest += 1
    guard value.isFinite else { return .infinity }
    record.validation.append(.init(step: record.steps, loss: value))
    guard value < bestLoss else { return value }
    bestLoss = value
    checksSinceBest = 0
    record.keptStep = record.steps
    for (buffer, parameter) in zip(best, parameters) {
      buffer.start.update(from: parameter.value.start, count: parameter.count)
    }
    return value
  }

  private mutating func validationLoss() -> Double {
    errors.removeAll(keepingCapacity: true)
    energies.removeAll(keepingCapacity: true)
    graph.forgetShared()
    for sample in 0..<samples.count {
      graph.load([sample], of: samples)
      graph.forward()
      let terms = loss.terms
      errors += terms.errors
      energies += terms.energies
    }
    return loss.terms.weighting.loss(errors: errors, energies: energies)
  }

  /// Puts the best parameters back; false when none were found.
  func restoreBest(_ record: inout TrainingRecord) -> Bool {
    guard bestLoss < .infinity else {
      record.keptStep = record.steps
      return false
    }
    for (buffer, parameter) in zip(best, parameters) {
      parameter.value.start.update(from: buffer.start, count: parameter.count)
    }
    return true
  }
}

extension ValidationJudge: Resumable {
  /// The best parameters, their loss and how long ago they were found.
  var state: NamedState<Float> {
    var state = NamedState<Float>()
    for (buffer, parameter) in zip(best, parameters) {
      state.put("best/\(parameter.name)", buffer, shape: parameter.shape)
    }
    state.put("loss", [bestLoss])
    state.put("checks", [checksSinceBest])
    return state
  }

  mutating func restore(_ state: NamedState<Float>) throws {
    for (buffer, parameter) in zip(best, parameters) {
      try state.load("best/\(parameter.name)", into: buffer)
    }
    bestLoss = try state.double("loss")
    checksSinceBest = try state.integer("checks")
  }
}
