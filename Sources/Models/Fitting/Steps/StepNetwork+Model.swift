import Autodiff
import Experiment
import Networks

extension StepNetwork {
  /// The untrained model; `unusedParameters` are those that only the published code has.
  func model(
    _ role: Role, learningRate: Double, schedule: ScheduleKind, unusedParameters: Int = 0
  ) -> any Model {
    FittedNetwork(
      self, role: role, training: training(learningRate, schedule),
      unusedParameters: unusedParameters)
  }

  private func training(_ learningRate: Double, _ schedule: ScheduleKind) -> TrainingChoices {
    TrainingChoices(
      learningRate: learningRate, schedule: schedule,
      unrolling: Unrolling(steps: options.unrolledSteps))
  }
}

extension StepNetwork where Core: PointCore {
  /// The untrained model, which learns from `trainingPoints` a step, or from all when they are 0.
  func model(
    _ role: Role, learningRate: Double, schedule: ScheduleKind, trainingPoints: Int,
    unusedParameters: Int = 0
  ) -> any Model {
    guard trainingPoints > 0 else {
      return model(
        role, learningRate: learningRate, schedule: schedule, unusedParameters: unusedParameters)
    }
    return FittedNetwork(
      SampledStepNetwork(step: self, points: trainingPoints), role: role,
      training: training(learningRate, schedule), unusedParameters: unusedParameters)
  }
}
