import COpenBLAS
import Foundation

/// The rate of the golden cases: f(t, z) = tanh(W₂ [tanh(W₁ [z; t] + b₁); t] + b₂) on a batch of
/// rows, with its transposed products, in Double.
final class GoldenField {
  let width: Int
  let hidden: Int
  let batch: Int
  /// W₁ hidden x (width + 1), b₁, W₂ width x (hidden + 1), b₂.
  let parameters: [[Double]]
  /// Gradients in the same layout.
  private(set) var gradients: [[Double]]
  private var first: [Double]
  private var second: [Double]
  private var delta: [Double]

  /// The network and z₀ that NumPy draws from `seed`, Glorot-uniform weights times `scale`.
  static func drawn(
    width: Int, hidden: Int, batch: Int, seed: UInt32, scale: Double
  ) -> (field: GoldenField, initial: [Double]) {
    var generator = NumPyGenerator(seed: seed)
    func weights(_ rows: Int, _ columns: Int) -> [Double] {
      let bound = (6 / Double(rows + columns)).squareRoot()
      return generator.uniform(-1, 1, count: rows * columns).map { $0 * bound * scale }
    }
    let parameters = [
      weights(hidden, width + 1), generator.uniform(-0.1, 0.1, count: hidden),
      weights(width, hidden + 1), generator.uniform(-0.1, 0.1, count: width),
    ]
    let initial = generator.uniform(0, 1, count: batch * width)
    return (GoldenField(width, hidden, batch, parameters), initial)
  }

  private init(_ width: Int, _ hidden: Int, _ batch: Int, _ parameters: [[Double]]) {
    self.width = width
    self.hidden = hidden
    self.batch = batch
    self.parameters = parameters
    gradients = parameters.map { [Double](repeating: 0, count: $0.count) }
    first = [Double](repeating: 0, count: batch * hidden)
    second = [Double](repeating: 0, count: batch * width)
    delta = [Double](repeating: 0, count: batch * hidden)
  }

  func clearGradients() {
    gradients = parameters.map { [Double](repeating: 0, count: $0.count) }
  }

  /// y = tanh(x Wᵀ + t w_last + b), x of `rows` x `inputs`, W of `outputs` x (`inputs` + 1).
  private func layer(
    _ x: UnsafePointer<Double>, _ inputs: Int, _ outputs: Int, _ weights: [Double],
    _ bias: [Double], _ time: Double, _ y: UnsafeMutablePointer<Double>
  ) {
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(batch), Int32(outputs), Int32(inputs), 1, x,
      Int32(inputs), weights, Int32(inputs + 1), 0, y, Int32(outputs))
    for row in 0..<batch {
      for column in 0..<outputs {
        let index = row * outputs + column
        y[index] = tanh(y[index] + time * weights[column * (inputs + 1) + inputs] + bias[column])
      }
    }
  }

  func rate(_ time: Double, _ state: UnsafePointer<Double>, _ rate: UnsafeMutablePointer<Double>) {
    layer(state, width, hidden, parameters[0], parameters[1], time, &first)
    layer(first, hidden, width, parameters[2], parameters[3], time, rate)
  }

  /// Adds (∂f/∂z)ᵀ w to `gradient` and (∂f/∂parameters)ᵀ w to `gradients`.
  func transpose(
    _ time: Double, _ state: UnsafePointer<Double>, _ weight: UnsafePointer<Double>,
    _ gradient: UnsafeMutablePointer<Double>
  ) {
    layer(state, width, hidden, parameters[0], parameters[1], time, &first)
    second.withUnsafeMutableBufferPointer { outputs in
      guard let outputs = outputs.baseAddress else { return }
      layer(first, hidden, width, parameters[2], parameters[3], time, outputs)
      for index in 0..<batch * width {
        outputs[index] = weight[index] * (1 - outputs[index] * outputs[index])
      }
    }
    delta.withUnsafeMutableBufferPointer { hiddenDelta in
      guard let hiddenDelta = hiddenDelta.baseAddress else { return }
      reverse(second, first, inputs: hidden, outputs: width, layer: 1, time, 0, hiddenDelta)
      for index in 0..<batch * hidden { hiddenDelta[index] *= 1 - first[index] * first[index] }
    }
    reverse(delta, state, inputs: width, outputs: hidden, layer: 0, time, 1, gradient)
  }

  /// From the cotangent d of x Wᵀ + t w_last + b: adds those of W and b, and sets (`keep` 0) or adds
  /// to (1) that of x.
  private func reverse(
    _ d: [Double], _ x: UnsafePointer<Double>, inputs: Int, outputs: Int, layer: Int,
    _ time: Double, _ keep: Double, _ gradient: UnsafeMutablePointer<Double>
  ) {
    cblas_dgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, Int32(outputs), Int32(inputs), Int32(batch), 1, d,
      Int32(outputs), x, Int32(inputs), 1, &gradients[2 * layer], Int32(inputs + 1))
    for row in 0..<batch {
      for column in 0..<outputs {
        let value = d[row * outputs + column]
        gradients[2 * layer][column * (inputs + 1) + inputs] += time * value
        gradients[2 * layer + 1][column] += value
      }
    }
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(batch), Int32(inputs), Int32(outputs), 1, d,
      Int32(outputs), parameters[2 * layer], Int32(inputs + 1), keep, gradient, Int32(inputs))
  }
}
