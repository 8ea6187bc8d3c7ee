import Tensors

/// A function of the caller with the gradient of the caller.
struct CustomGradient<S: Scalar>: RememberingOperation, FallibleOperation {
  let inputs: [Variable<S>]
  let output: Variable<S>
  let value: Tape<S>.CustomValue
  let share: Tape<S>.CustomShare
  let name: String
  let reason: () -> String
  let gradientReason: () -> String

  var failure: String { reason() }
  var gradientFailure: String { gradientReason() }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    value(inputs.map { UnsafePointer($0.value) }, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradients = inputs.map { input in
      input.isDifferentiable ? input.gradientSlot(pool).cleared(count: input.count) : nil
    }
    share(
      inputs.map { UnsafePointer($0.value) }, UnsafePointer(output.value),
      UnsafePointer(output.gradient), gradients)
  }
}

extension Tape {
  /// Writes the whole output from the inputs.
  public typealias CustomValue = (
    _ inputs: [UnsafePointer<S>], _ output: UnsafeMutablePointer<S>
  ) -> Void
  /// Adds the transposed Jacobian times the output's gradient to the gradients of the inputs; of an
  /// input that needs none, the gradient is nil.
  public typealias CustomShare = (
    _ inputs: [UnsafePointer<S>], _ output: UnsafePointer<S>, _ gradient: UnsafePointer<S>,
    _ inputGradients: [UnsafeMutablePointer<S>?]
  ) -> Void

  /// A result of `shape` that `value` computes from `inputs` and `gradient` differentiates.
  ///
  /// For functions that the tape lacks or whose gradient has a better form, such as the solution of a
  /// linear system. Check it by a `GradientCase`.
  ///
  /// - Parameters:
  ///   - inputs: what `value` reads
  ///   - shape: the shape of the result
  ///   - name: what messages call it
  ///   - value: writes the result
  ///   - gradient: adds to the gradients of the inputs
  ///   - failure: why the last result is not finite, if that is known; otherwise empty
  ///   - gradientFailure: the same of the last gradient
  /// - Returns: the result
  public func custom(
    _ inputs: [Variable<S>], shape: [Int], name: String = "CustomGradient",
    value: @escaping CustomValue, gradient: @escaping CustomShare,
    failure: @escaping () -> String = { "" }, gradientFailure: @escaping () -> String = { "" }
  ) -> Variable<S> {
    let y = result(shape, of: inputs)
    record(
      CustomGradient(
        inputs: inputs, output: y, value: value, share: gradient, name: name, reason: failure,
        gradientReason: gradientFailure),
      reading: inputs, writing: y)
    return y
  }
}
