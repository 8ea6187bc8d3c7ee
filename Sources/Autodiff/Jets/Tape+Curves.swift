import Tensors

extension Tape {
  /// A value that moves along one parameter, such as time, with its first and second derivatives.
  ///
  /// - Parameters:
  ///   - value: [rows, features]
  ///   - slope: x', or nil for zero
  ///   - second: x'', or nil for zero
  ///   - carriesSecond: whether what follows has second derivatives at all
  /// - Returns: a jet of one direction
  public func curve(
    _ value: Variable<S>, slope: Variable<S>?, second: Variable<S>? = nil,
    carriesSecond: Bool = false
  ) -> Jet<S> {
    Requirement.check(
      [slope, second].allSatisfy { $0 == nil || $0?.shape == value.shape },
      "curve: derivatives of \(value.shape) must have its shape")
    return Jet(
      value: value, slopes: slope, second: second, directions: 1,
      order: carriesSecond || second != nil ? .each : .none)
  }

  /// Jets of one direction side by side.
  public func concatenated(_ parts: [Jet<S>], axis: Int) -> Jet<S> {
    Requirement.check(
      parts.allSatisfy { $0.directions == 1 }, "concatenated: jets of more than one direction")
    return Jet(
      value: concatenated(parts.map(\.value), axis: axis),
      slopes: joined(parts, \.slopes, axis), second: joined(parts, \.second, axis), directions: 1,
      order: parts.first?.order ?? .none)
  }

  private func joined(
    _ parts: [Jet<S>], _ derivative: KeyPath<Jet<S>, Variable<S>?>, _ axis: Int
  ) -> Variable<S>? {
    guard parts.contains(where: { $0[keyPath: derivative] != nil }) else { return nil }
    return concatenated(
      parts.map { $0[keyPath: derivative] ?? constant($0.value.shape) }, axis: axis)
  }
}
