import Autodiff
import Randomness
import Tensors

/// Fits a network within a number of steps and keeps the parameters that did best on the validation
/// set. Its stored properties are all that the result depends on besides network, data and random
/// numbers.
public struct Trainer: Codable, Sendable, Equatable {
  /// The most points of a training curve.
  public static let curvePoints = 500

  /// Optimiser steps.
  public var steps: Int
  /// Samples a step; at most as many as there are.
  public var batchSize: Int
  /// The learning rate, which the schedule scales.
  public var learningRate: Double
  /// The schedule. A plateau looks at the validation losses, or without any at the training loss of
  /// the steps that are checked.
  public var schedule: LearningRateSchedule
  /// How often the validation loss is computed, at even distances and after the last step; the
  /// published CFDBench protocol has 10.
  public var validationChecks: Int
  /// The optimiser.
  public var optimiser = OptimiserChoice.adam(decay: .none)
  /// The limit on gradients.
  public var clipping = GradientClipping.none
  /// Whether an average of the parameters is validated and kept.
  public var averaging = ParameterAveraging.none
  /// How long training goes on without a new lowest validation loss.
  public var patience = Patience.unlimited
  /// How samples are put into batches.
  public var batches = BatchRule()
  /// Pieces that a batch is cut into, whose gradients are summed in order: as many threads can work.
  public var shards = 1

  /// A trainer with Adam.
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
  /// Randomness: `shuffle` and `transforms` under `random` for the batches, and the streams that the
  /// network asks for. A loss that is not finite ends the training and is told in the record.
  /// - Parameters:
  ///   - network: what is trained
  ///   - data: the samples to fit
  ///   - validation: the samples to choose parameters by; may be empty
  ///   - random: the stream of this training
  ///   - resources: threads, memory and the file of checkpoints
  /// - Returns: what the training went through
  /// - Throws: `MemoryRefusal` when the passes cannot fit; `CheckpointMismatch` or `UnusableCheckpoint`
  ///   when the file of checkpoints is not of this training; what writing it throws
  public func fit(
    _ network: some FieldNetwork, to data: SampleSet, validation: SampleSet, random: RandomStream,
    with resources: TrainingResources = TrainingResources()
  ) throws -> TrainingRecord {
    guard data.count > 0, steps > 0 else { return TrainingRecord() }
    var run = TrainingRun(self, network, data, validation, random, resources)
    try run.requireMemory()
    let file = CheckpointFile(resources.checkpointing, of: run)
    try file.resume(&run)
    while run.record.steps < steps, run.step() { try file.keep(run) }
    return run.finished()
  }
}

// When things happen.
extension Trainer {
  func isCheck(_ step: Int) -> Bool {
    let checks = min(validationChecks, steps)
    return step * checks / steps > (step - 1) * checks / steps
  }

  func isCurvePoint(_ step: Int) -> Bool {
    step % ((steps + Self.curvePoints - 1) / Self.curvePoints) == 0
  }
}
