import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// The local penalty E h of one further step from a point of `result`, as a number of the tape that a
  /// loss can add. Its gradient reaches the parameters of the rate and not the initial state.
  ///
  /// On a tape for inference it is zero and evaluates nothing.
  ///
  /// - Parameters:
  ///   - result: a solve whose steps are kept: any adjoint but `backsolve`
  ///   - penalty: which step, and what the gradient follows
  /// - Returns: the penalty, [1], and where the next pass takes its step
  public func localPenalty(
    of result: InitialValueResult<S>, _ penalty: LocalPenalty
  ) -> (value: Variable<S>, step: TapedLocalPenalty<S>) {
    Requirement.check(
      result.solve.settings.keeping != .solution,
      "localPenalty: the adjoint keeps no step of the solve; take another than backsolve")
    Requirement.check(
      penalty.regulariser.measure.norm == .rootMeanSquare,
      "localPenalty: the error needs to be measured by its root mean square")
    let step = TapedLocalPenalty(result.solve, penalty)
    let value = custom(
      [result.states] + result.solve.rate.parameters.map(parameter), shape: [1],
      name: "LocalPenalty", value: { _, output in output[0] = S(step.evaluate()) },
      gradient: { _, _, cotangent, shares in
        step.addShares(Double(cotangent[0]), to: Array(shares.dropFirst()))
      })
    return (value, step)
  }
}
