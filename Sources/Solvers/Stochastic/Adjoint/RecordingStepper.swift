/// A stepper whose last step can be kept.
protocol RecordingStepper<S>: Stepper {
  /// Where the step at hand is; replace it to keep it.
  var memory: StochasticStepMemory<S> { get set }
  /// More memory of the same kind.
  func makeMemory() -> StochasticStepMemory<S>
}
