import Autodiff
import Networks
import Tensors

/// How the cases of torch's are computed here, by name.
enum TorchCases {
  typealias Record = (TorchInputs, Tape<Double>) -> Variable<Double>

  static var all: [String: Record] {
    [functions, elements, products, axes, losses, layers, jets]
      .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  private static var functions: [String: Record] {
    Dictionary(
      uniqueKeysWithValues: ElementFunction.allCases.map { function in
        ("function-\(function.rawValue)", { v, tape in tape.mapped(v["x"], by: function) })
      })
  }

  private static var elements: [String: Record] {
    [
      "sum": { v, tape in tape.sum(v["x"], v["y"]) },
      "difference": { v, tape in tape.difference(v["x"], v["y"]) },
      "product": { v, tape in tape.product(v["x"], v["y"]) },
      "quotient": { v, tape in tape.quotient(v["x"], v["y"]) },
      "power-3": { v, tape in tape.power(v["x"], 3) },
      "power--2": { v, tape in tape.power(v["x"], -2) },
      "scale-and-shift": { v, tape in tape.scaled(v["x"], by: -1.7, plus: 0.3) },
      "shift": { v, tape in tape.shifted(v["x"], by: tape.parameter(v.parameter("b"))) },
      "outer-sum": { v, tape in tape.outerSum(v["a"], v["c"], activation: .tanh) },
      "modulate": { v, tape in tape.modulated(v["x"], by: v["f"], plus: v["s"]) },
    ]
  }

  private static var products: [String: Record] {
    [
      "pointwise-gelu": { v, tape in
        tape.pointwise(
          v["x"], weight: v.parameter("w"), bias: v.parameter("b"), activation: .gelu)
      },
      "matrix-product": { v, tape in tape.matrixProduct(v["a"], v["b"]) },
      "matrix-product-first": { v, tape in
        tape.matrixProduct(v["a"], v["b"], transposing: .first)
      },
      "matrix-product-second": { v, tape in
        tape.matrixProduct(v["a"], v["b"], transposing: .second)
      },
      "matrix-product-shared": { v, tape in tape.matrixProduct(v["a"], v["b"]) },
    ].merging(dense) { first, _ in first }.merging(spectral) { first, _ in first }
  }

  private static var dense: [String: Record] {
    Dictionary(
      uniqueKeysWithValues: Activation.allCases.map { activation in
        (
          "dense-\(activation.rawValue)",
          { v, tape in
            tape.dense(
              v["x"], weight: v.parameter("w"), bias: v.parameter("b"), activation: activation)
          }
        )
      })
  }

  private static var spectral: [String: Record] {
    Dictionary(
      uniqueKeysWithValues: ["1d", "2d", "2d-nyquist", "3d"].map { kind in
        ("spectral-\(kind)", { v, tape in tape.spectral(v["x"], weight: v.parameter("r")) })
      })
  }

  private static var axes: [String: Record] {
    [
      "sum-over-1": { v, tape in tape.sum(v["x"], over: [1]) },
      "mean-over-0-2": { v, tape in tape.mean(v["x"], over: [0, 2]) },
      "repeat": { v, tape in tape.repeated(v["x"], along: [1], to: [3, 4, 5]) },
      "permute": { v, tape in tape.permuted(v["x"], axes: [2, 0, 3, 1]) },
      "concatenate": { v, tape in tape.concatenated([v["x"], v["y"], v["x"]], axis: 1) },
      "slice": { v, tape in tape.slice(v["x"], axis: 1, 1..<3) },
      "rows": { v, tape in tape.rows(v.indices, of: v["x"]) },
      "points": { v, tape in tape.values(of: v["x"], at: v.indices) },
      "softmax": { v, tape in tape.softmax(v["x"]) },
      "log-softmax": { v, tape in tape.logSoftmax(v["x"]) },
    ]
  }

  private static var losses: [String: Record] {
    [
      "cross-entropy": { v, tape in tape.crossEntropy(v["x"], classes: v.indices) },
      "mean-square-error": { v, tape in tape.meanSquareError(v["x"], target: v["y"]) },
      "mean-absolute-error": { v, tape in tape.meanAbsoluteError(v["x"], target: v["y"]) },
      "huber": { v, tape in tape.huberLoss(v["x"], target: v["y"], threshold: 0.7) },
      "binary-cross-entropy": { v, tape in
        tape.binaryCrossEntropy(logits: v["x"], target: v["y"])
      },
      "gaussian-likelihood": { v, tape in
        tape.gaussianLikelihoodLoss(mean: v["x"], variance: v["v"], target: v["y"])
      },
      "relative-error": { v, tape in tape.relativeError(v["x"], target: v["y"]) },
      "batch-nmse": { v, tape in
        tape.normalisedSquareError(prediction: v["x"], target: v["y"], weighting: .batchNMSE).end
      },
    ]
  }
}
