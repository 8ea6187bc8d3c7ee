import Autodiff
import Tensors

/// Computes the loss of a validation set sample by sample and remembers the best parameters.
struct ValidationJudge {
  private let samples: SampleSet
  private let graph: SampleGraph
  private let loss: NormalisedSquareError<Float>
  private let parameters: [Parameter<Float>]
  private let best: [Buffer<Float>]
  private var bestLoss = Double.infinity
  private var errors: [Double] = []
  private var energies: [Double] = []

  init(_ network: some FieldNetwork, _ samples: SampleSet) {
    self.samples = samples
    graph = SampleGraph(.inference, samples: 1)
    loss = network.loss(in: graph)
    parameters = network.parameters.stored
    best = samples.count == 0 ? [] : parameters.map { Buffer<Float>(count: $0.count) }
  }

  /// Records the loss now, and keeps the parameters if it is the lowest so far.
  mutating func check(_ record: inout TrainingRecord) {
    guard samples.count > 0 else { return }
    errors.removeAll(keepingCapacity: true)
    energies.removeAll(keepingCapacity: true)
    for sample in 0..<samples.count {
      graph.load([sample], of: samples)
      graph.tape.forward()
      errors += loss.errors
      energies += loss.energies
    }
    let value = loss.weighting.loss(errors: errors, energies: energies)
    guard value.isFinite else { return }
    record.validation.append(.init(step: record.steps, loss: value))
    guard value < bestLoss else { return }
    bestLoss = value
    record.keptStep = record.steps
    for (buffer, parameter) in zip(best, parameters) {
      buffer.start.update(from: parameter.value.start, count: parameter.count)
    }
  }

  /// Puts the best parameters back, if any were found.
  func restoreBest(_ record: inout TrainingRecord) {
    guard bestLoss < .infinity else {
      record.keptStep = record.steps
      return
    }
    for (buffer, parameter) in zip(best, parameters) {
      parameter.value.start.update(from: buffer.start, count: parameter.count)
    }
  }
}
