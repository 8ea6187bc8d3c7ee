import Autodiff
import Networks

/// Dense layers one after the other, ReLU between them and nothing after the last.
struct DenseStack {
  private let layers: [Dense<Float>]
  private let normalisation: ActivationNormalisation

  /// Layers called `name`.0, `name`.1, …
  ///
  /// - Parameters:
  ///   - name: of the stack
  ///   - widths: of the input, of each hidden layer and of the output
  ///   - normalisation: of the ReLU
  ///   - set: where the parameters go
  init(
    _ name: String, widths: [Int], normalisation: ActivationNormalisation = .none,
    in set: inout ParameterSet<Float>
  ) {
    self.normalisation = normalisation
    let lastLayer = widths.count - 2
    layers = zip(widths, widths.dropFirst()).enumerated().map { index, ends in
      Dense(
        "\(name).\(index)", inputs: ends.0, outputs: ends.1,
        activation: normalisation == .none && index < lastLayer ? .relu : .identity, in: &set)
    }
  }

  /// Records the layers: rows [rows, in] to [rows, out]. Of a normalised ReLU, each of `samples` equal
  /// shares of the rows has a mean of its own.
  func callAsFunction(
    _ x: Variable<Float>, samples: Int = 1, on tape: Tape<Float>
  ) -> Variable<Float> {
    guard normalisation == .sample else { return tape.dense(x, through: layers.map(\.layer)) }
    return layers.dropFirst().reduce(layers[0](x, on: tape)) { h, layer in
      layer(Self.rectified(h, samples: samples, on: tape), on: tape)
    }
  }

  /// max(x, mean of the sample) for rows that are `samples` equal shares.
  static func rectified(
    _ x: Variable<Float>, samples: Int, on tape: Tape<Float>
  ) -> Variable<Float> {
    guard samples < x.sampleCount else { return tape.rectifiedAtMean(x) }
    let whole = tape.reshaped(x, to: [samples, x.count / samples])
    return tape.reshaped(tape.rectifiedAtMean(whole), to: x.shape)
  }
}
