extension FlowParameters {
  /// The input of models, in the order and on the scale of the protocol.
  ///
  /// Published: the constants of the authors' loaders (`ModelInput.published`), in an order that differs
  /// between their tracks. Corrected: each on a logarithmic scale from -1 to 1 over the benchmark's own
  /// range of it (D10 mended), so that decades of viscosity are told apart, a box of 1 cm is not almost
  /// 5 cm, and ln Re is a linear function of the input; the dam's barrier is told.
  func modelInput(_ scoring: FlowScoring, _ track: FlowTrack) -> [Float] {
    let inputs = problem.definition.inputs
    switch scoring {
    case .published:
      let order = track == .direct ? inputs.publishedDirect : inputs.publishedAutoregressive
      return order.map { Float($0.published($0.value(of: self))) }
    case .corrected:
      return inputs.corrected.map {
        Float(ModelInput.corrected($0.input.value(of: self), over: $0.range))
      }
    }
  }
}
