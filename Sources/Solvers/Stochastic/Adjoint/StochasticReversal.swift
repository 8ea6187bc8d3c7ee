/// The reverse of single steps of a stochastic method.
protocol StochasticReversal<S>: AnyObject {
  associatedtype S: SolverScalar
  /// Adds to `gradient`, of the state at the start, what comes from the cotangent of `result`, the
  /// state at the end; uses that cotangent up.
  func reverse(
    _ step: StepRecord, _ memory: StochasticStepMemory<S>, result: UnsafePointer<S>,
    cotangent: UnsafeMutablePointer<S>, seed: StochasticStepSeed,
    into gradient: UnsafeMutablePointer<S>)
}
