import Autodiff
import Networks

/// What a recipe says about its training.
struct TrainingChoices {
  let learningRate: Double
  let schedule: ScheduleKind
  var unrolling = Unrolling(steps: 1)
  var averaging = ParameterAveraging.none
  var optimiser = OptimiserChoice.adam(decay: .none)
  /// How often parameters are judged by the validation split.
  var validationChecks = 10
}
