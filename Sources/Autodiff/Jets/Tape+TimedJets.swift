import Tensors

extension Tape {
  /// f([x, t] Wᵀ + b) of jets of one direction; without slopes the plain layer and nothing else.
  ///
  /// - Parameters:
  ///   - x: a jet of [rows, in]
  ///   - time: a jet of t, [rows, 1]
  ///   - weight: W, [out, in + 1], whose last column belongs to t
  ///   - bias: b, [out], or nil for none
  ///   - activation: f; smooth or the identity
  /// - Returns: a jet of [rows, out]
  public func dense(
    _ x: Jet<S>, beside time: Jet<S>, weight: Parameter<S>, bias: Parameter<S>?,
    activation: Activation = .identity
  ) -> Jet<S> {
    let hasDerivatives = [x.slopes, x.second, time.slopes, time.second].contains { $0 != nil }
    let value = dense(
      x.value, beside: time.value, weight: weight, bias: bias,
      activation: hasDerivatives ? .identity : activation)
    let linear = Jet(
      value: value, slopes: pair(x, time, \.slopes, weight),
      second: pair(x, time, \.second, weight),
      directions: 1, order: x.order)
    guard hasDerivatives, activation != .identity else { return linear }
    guard let function = activation.function else {
      preconditionFailure("dense: \(activation) has no second derivative")
    }
    return mapped(linear, by: function)
  }

  /// One order of [x, t] Wᵀ; nil when neither has it.
  private func pair(
    _ x: Jet<S>, _ time: Jet<S>, _ derivative: KeyPath<Jet<S>, Variable<S>?>,
    _ weight: Parameter<S>
  ) -> Variable<S>? {
    let (a, b) = (x[keyPath: derivative], time[keyPath: derivative])
    guard a != nil || b != nil else { return nil }
    return dense(
      a ?? constant(x.value.shape), beside: b ?? constant(time.value.shape), weight: weight,
      bias: nil)
  }

  /// The columns `range` of a jet of [rows, features].
  public func columns(_ range: Range<Int>, of x: Jet<S>) -> Jet<S> {
    Jet(
      value: slice(x.value, axis: 1, range), slopes: x.slopes.map { slice($0, axis: 1, range) },
      second: x.second.map { slice($0, axis: 1, range) }, directions: x.directions, order: x.order)
  }
}
