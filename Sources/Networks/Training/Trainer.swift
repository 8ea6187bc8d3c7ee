import Autodiff
import Randomness
import Tensors

/// Fits a network by Adam within a number of steps and keeps the parameters that did best on the
/// validation set.
public struct Trainer: Sendable, Equatable {
  /// The most points of a training curve.
  public static let curvePoints = 500

  /// Optimiser steps.
  public var steps: Int
  /// Samples a step; at most as many as there are.
  public var batchSize: Int
  /// The learning rate, which the schedule scales.
  public var learningRate: Double
  /// The schedule.
  public var schedule: LearningRateSchedule
  /// How often the validation loss is computed, at even distances and after the last step; the
  /// published CFDBench protocol has 10.
  public var validationChecks: Int

  /// A trainer.
  public init(
    steps: Int, batchSize: Int, learningRate: Double, schedule: LearningRateSchedule = .constant,
    validationChecks: Int = 10
  ) {
    self.steps = steps
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.schedule = schedule
    self.validationChecks = validationChecks
  }

  /// Trains `network` in place.
  ///
  /// Randomness: `shuffle` under `random` for the batches and the streams that the network asks for.
  /// A loss that is not finite ends the training and is told in the record.
  public func fit(
    _ network: some FieldNetwork, to data: SampleSet, validation: SampleSet, random: RandomStream
  ) -> TrainingRecord {
    guard data.count > 0, steps > 0 else { return TrainingRecord() }
    var judge = ValidationJudge(network, validation)
    var order = BatchOrder(count: data.count, random: random.stream("shuffle"))
    var batch = [Int](repeating: 0, count: min(batchSize, data.count))
    let graph = SampleGraph(.training, samples: batch.count)
    let loss = network.loss(in: graph)
    var optimiser = Adam(network.parameters.parameters)
    var record = TrainingRecord()
    let thinning = (steps + Self.curvePoints - 1) / Self.curvePoints

    for step in 0..<steps {
      order.fill(&batch)
      graph.load(batch, of: data)
      graph.draw(step: step, random)
      graph.tape.forward()
      guard loss.value.isFinite else {
        record.stopped = "the training loss was not finite after \(step) steps"
        break
      }
      if step % thinning == 0 { record.training.append(.init(step: step, loss: loss.value)) }
      graph.tape.backward(from: loss.end)
      optimiser.update(learningRate: learningRate * schedule.factor(at: step))
      record.steps = step + 1
      if isCheck(record.steps) { judge.check(&record) }
    }
    judge.restoreBest(&record)
    return record
  }

  private func isCheck(_ step: Int) -> Bool {
    let checks = min(validationChecks, steps)
    return step * checks / steps > (step - 1) * checks / steps
  }
}
