import CKernels
import Tensors

extension Tape {
  /// y = f((x - mean) γ / sqrt(variance + ε) + β) with the mean and the biased variance of each channel
  /// over samples and points (Ioffe & Szegedy 2015, algorithm 1), or with running ones.
  ///
  /// - Parameters:
  ///   - x: [samples, channels, …points]
  ///   - scale: γ, [channels], or nil for 1
  ///   - shift: β, [channels], or nil for 0
  ///   - statistics: whose means and variances
  ///   - epsilon: ε
  ///   - activation: f
  /// - Returns: the shape of x
  public func batchNormalised(
    _ x: Variable<S>, scale: Parameter<S>?, shift: Parameter<S>?,
    statistics: BatchStatistics<S> = .batch, epsilon: Double = 1e-5,
    activation: Activation = .identity
  ) -> Variable<S> {
    let source: PlaneNormalisation<S>.Source =
      switch statistics {
      case .batch: .input
      case .tracked(let running): .tracked(running)
      case .running(let running): .running(running)
      }
    return normalised(
      x, scale, shift, groups: 0, source, epsilon, activation, "batchNormalised")
  }

  /// y = f((x - mean) γ / sqrt(variance + ε) + β) with the mean and the biased variance of each sample
  /// over the points and channels of each group (Wu & He 2018); as many groups as channels give
  /// instance normalisation (Ulyanov, Vedaldi & Lempitsky 2016).
  ///
  /// - Parameters:
  ///   - x: [samples, channels, …points]
  ///   - groups: of adjacent channels
  ///   - scale: γ, [channels], or nil for 1
  ///   - shift: β, [channels], or nil for 0
  ///   - epsilon: ε
  ///   - activation: f
  /// - Returns: the shape of x
  public func groupNormalised(
    _ x: Variable<S>, groups: Int, scale: Parameter<S>?, shift: Parameter<S>?,
    epsilon: Double = 1e-5, activation: Activation = .identity
  ) -> Variable<S> {
    Requirement.check(
      x.shape.count > 1 && groups > 0 && x.shape[1] % groups == 0,
      "groupNormalised: the channels of \(x.shape) do not make \(groups) groups")
    return normalised(
      x, scale, shift, groups: groups, .input, epsilon, activation, "groupNormalised")
  }

  private func normalised(
    _ x: Variable<S>, _ scale: Parameter<S>?, _ shift: Parameter<S>?, groups: Int,
    _ source: PlaneNormalisation<S>.Source, _ epsilon: Double, _ activation: Activation,
    _ operation: String
  ) -> Variable<S> {
    Requirement.check(
      x.shape.count > 1
        && [scale, shift].allSatisfy { $0.map { $0.shape == [x.shape[1]] } ?? true },
      """
      \(operation): scales of \(scale?.shape ?? []) and shifts of \(shift?.shape ?? []) for \
      channels of \(x.shape)
      """)
    let shape = assay_normalisation(
      samples: x.sampleCount, channels: x.shape[1], points: x.elementsPerSample / x.shape[1],
      groups: groups)
    let (scale, shift) = (scale.map(parameter), shift.map(parameter))
    let inputs = [x, scale, shift].compactMap(\.self)
    let y = result(x.shape, of: inputs)
    let stage = ActivationStage(activation, output: y, on: self)
    record(
      PlaneNormalisation(
        x: x, scale: scale, shift: shift, shape: shape, epsilon: epsilon, source: source,
        stage: stage, planes: PlaneCoefficients(shape)),
      reading: inputs, writing: y)
    return y
  }
}
