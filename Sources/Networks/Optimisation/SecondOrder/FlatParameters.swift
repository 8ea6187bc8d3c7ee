import Autodiff
import Tensors

/// Several parameters as one vector, one behind the other.
struct FlatParameters<S: Scalar> {
  let parameters: [Parameter<S>]
  /// The elements of all.
  let count: Int

  init(_ parameters: [Parameter<S>]) {
    self.parameters = parameters
    count = parameters.reduce(0) { $0 + $1.count }
  }

  func copyValues(to vector: Buffer<S>) {
    forEach { parameter, offset in
      (vector.start + offset).update(from: parameter.value.start, count: parameter.count)
    }
  }

  func restoreValues(from vector: Buffer<S>) {
    forEach { parameter, offset in
      parameter.value.start.update(from: vector.start + offset, count: parameter.count)
    }
  }

  func copyGradients(to vector: UnsafeMutablePointer<S>) {
    forEach { parameter, offset in
      (vector + offset).update(from: parameter.gradient.start, count: parameter.count)
    }
  }

  /// w = `origin` + `length` `direction`.
  func move(from origin: Buffer<S>, by length: Double, along direction: Buffer<S>) {
    forEach { parameter, offset in
      let value = parameter.value.start
      value.update(from: origin.start + offset, count: parameter.count)
      S.elements.axpy(parameter.count, S(length), direction.start + offset, value)
    }
  }

  private func forEach(_ body: (Parameter<S>, _ offset: Int) -> Void) {
    var offset = 0
    for parameter in parameters {
      body(parameter, offset)
      offset += parameter.count
    }
  }
}
