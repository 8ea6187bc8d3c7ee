import Tensors

extension Tape {
  /// The coordinates x themselves, to be sent through a network.
  ///
  /// - Parameters:
  ///   - x: [points, dimensions]
  ///   - directions: vectors of the dimensions' count; the axes when nil. A mixed derivative follows
  ///     from the second derivatives along sums and differences of axes.
  ///   - order: what is carried of the second order
  /// - Returns: x with the slopes that are the directions and no second derivatives
  public func jet(
    of x: Variable<S>, directions: [[S]]? = nil, order: Jet<S>.SecondOrder
  ) -> Jet<S> {
    Requirement.check(x.shape.count == 2, "jet: \(x.shape) is not points by dimensions")
    let (points, dimensions) = (x.shape[0], x.shape[1])
    let axes = (0..<dimensions).map { axis in (0..<dimensions).map { $0 == axis ? S(1) : 0 } }
    let directions = directions ?? axes
    Requirement.check(
      directions.allSatisfy { $0.count == dimensions },
      "jet: directions of \(directions.map(\.count)) for \(x.shape)")
    if case .sum(let weights) = order {
      Requirement.check(
        weights.count == directions.count,
        "jet: \(weights.count) weights for \(directions.count) directions")
    }
    let slopes = directions.flatMap { direction in (0..<points).flatMap { _ in direction } }
    return Jet(
      value: x, slopes: constant([directions.count * points, dimensions], slopes), second: nil,
      directions: directions.count, order: order)
  }

  /// f(x Wᵀ + b) with its derivatives: the same product for values, slopes and second derivatives; of a jet
  /// without any, the plain layer.
  ///
  /// - Parameters:
  ///   - x: a jet of [points, in]
  ///   - weight: W, [out, in]
  ///   - bias: b, [out], or nil for none
  ///   - activation: f; smooth or the identity
  /// - Returns: a jet of [points, out]
  public func dense(
    _ x: Jet<S>, weight: Parameter<S>, bias: Parameter<S>?, activation: Activation = .identity
  ) -> Jet<S> {
    guard x.slopes != nil || x.second != nil else {
      return Jet(
        value: dense(x.value, weight: weight, bias: bias, activation: activation), slopes: nil,
        second: nil, directions: x.directions, order: x.order)
    }
    let linear = Jet(
      value: dense(x.value, weight: weight, bias: bias),
      slopes: x.slopes.map { dense($0, weight: weight, bias: nil) },
      second: x.second.map { dense($0, weight: weight, bias: nil) }, directions: x.directions,
      order: x.order)
    guard activation != .identity else { return linear }
    guard let function = activation.function else {
      preconditionFailure("dense: \(activation) has no second derivative")
    }
    return mapped(linear, by: function)
  }

  /// f(u): slopes f' u_k, second derivatives f' u_kk + f'' u_k².
  public func mapped(_ u: Jet<S>, by function: ElementFunction) -> Jet<S> {
    guard u.slopes != nil || u.second != nil else {
      return Jet(
        value: mapped(u.value, by: function), slopes: nil, second: nil, directions: u.directions,
        order: u.order)
    }
    let f = derivatives(of: function, at: u.value)
    let slopes = u.slopes.map { stackedProduct($0, f.first) }
    let curved = u.slopes.flatMap { curvature($0, $0, f.second, u.order) }
    let carried = u.second.map { stackedProduct($0, f.first) }
    return Jet(
      value: f.value, slopes: slopes, second: total(curved, carried), directions: u.directions,
      order: u.order)
  }

  /// u + v
  public func sum(_ u: Jet<S>, _ v: Jet<S>) -> Jet<S> {
    Jet(
      value: sum(u.value, v.value), slopes: total(u.slopes, v.slopes),
      second: total(u.second, v.second), directions: u.directions, order: u.order)
  }

  /// u v, element by element: slopes u_k v + u v_k, second derivatives u_kk v + 2 u_k v_k + u v_kk.
  public func product(_ u: Jet<S>, _ v: Jet<S>) -> Jet<S> {
    let slopes = total(
      u.slopes.map { stackedProduct($0, v.value) }, v.slopes.map { stackedProduct($0, u.value) })
    let carried = total(
      u.second.map { stackedProduct($0, v.value) }, v.second.map { stackedProduct($0, u.value) })
    var mixed: Variable<S>?
    if let a = u.slopes, let b = v.slopes { mixed = curvature(a, b, nil, u.order) }
    return Jet(
      value: product(u.value, v.value), slopes: slopes,
      second: total(carried, mixed.map { scaled($0, by: 2) }), directions: u.directions,
      order: u.order)
  }

  /// The slopes of u along direction `index`: [points, features].
  public func slope(_ u: Jet<S>, along index: Int) -> Variable<S> {
    let points = u.value.shape[0]
    guard let slopes = u.slopes else { return constant(u.value.shape) }
    return slice(slopes, axis: 0, index * points..<(index + 1) * points)
  }

  /// factor · a[k] b[k] for every k, or its weighted sum; nil when no second order is carried.
  private func curvature(
    _ a: Variable<S>, _ b: Variable<S>, _ factor: Variable<S>?, _ order: Jet<S>.SecondOrder
  ) -> Variable<S>? {
    switch order {
    case .none: return nil
    case .each:
      let squares = product(a, b)
      return factor.map { stackedProduct(squares, $0) } ?? squares
    case .sum(let weights):
      let squares = stackedDot(a, b, weights: weights)
      return factor.map { product(squares, $0) } ?? squares
    }
  }

  private func total(_ a: Variable<S>?, _ b: Variable<S>?) -> Variable<S>? {
    guard let a, let b else { return a ?? b }
    return sum(a, b)
  }
}
