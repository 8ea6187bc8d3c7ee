import Autodiff
import Tensors

/// The inputs and parameters of a case on a tape.
struct TorchConvolutionLeaves {
  struct Unknown: Error {
    let operation: String
  }

  private let one: TorchConvolutionCase
  private let tape: Tape<Double>
  private let x: Variable<Double>
  private let parameters: [String: Parameter<Double>]
  private let running: RunningStatistics<Double>?

  init(_ one: TorchConvolutionCase, on tape: Tape<Double>) {
    self.one = one
    self.tape = tape
    x = tape.input(one.leaves["x"]?.shape ?? [])
    for (index, value) in (one.leaves["x"]?.values ?? []).enumerated() { x.value[index] = value }
    let others = one.leaves.filter { $0.key != "x" }
    parameters = Dictionary(
      uniqueKeysWithValues: others.map { ($0.key, Self.parameter($0.key, $0.value)) })
    running = one.running.map {
      RunningStatistics(
        mean: Self.parameter("mean", $0.mean), variance: Self.parameter("variance", $0.variance),
        momentum: 0.2)
    }
  }

  /// Records the operation.
  func record() throws -> Variable<Double> {
    let (settings, epsilon) = (one.settings, 1e-3)
    let extents = settings.extents ?? []
    switch one.operation {
    case "convolution":
      return tape.convolution(
        x, weight: try parameter("weight"), bias: parameters["bias"], settings.geometry)
    case "transposed":
      return tape.transposedConvolution(
        x, weight: try parameter("weight"), bias: parameters["bias"], settings.geometry,
        outputPadding: settings.outputPadding ?? [])
    case "maximum": return tape.maximum(of: x, in: settings.window)
    case "average": return tape.average(of: x, in: settings.window)
    case "nearest": return tape.resampled(x, to: extents, .nearest)
    case "linear": return tape.resampled(x, to: extents, .linear)
    case "batch":
      guard let running else { throw Unknown(operation: "batch without running statistics") }
      return tape.batchNormalised(
        x, scale: try parameter("scale"), shift: try parameter("shift"),
        statistics: settings.training == true ? .tracked(running) : .running(running),
        epsilon: epsilon)
    case "group", "instance":
      return tape.groupNormalised(
        x, groups: settings.groups ?? x.shape[1], scale: parameters["scale"],
        shift: parameters["shift"], epsilon: epsilon)
    case "layer":
      return tape.layerNormalised(
        x, scale: try parameter("scale"), shift: try parameter("shift"), epsilon: epsilon)
    default: throw Unknown(operation: one.operation)
    }
  }

  /// The gradient of the leaf called `name`.
  func gradient(_ name: String) -> [Double] {
    name == "x" ? x.gradientValues : parameters[name]?.gradient.values ?? []
  }

  /// The running mean and variance now.
  var runningValues: (mean: [Double], variance: [Double])? {
    running.map { ($0.mean.value.values, $0.variance.value.values) }
  }

  private func parameter(_ name: String) throws -> Parameter<Double> {
    guard let parameter = parameters[name] else { throw Unknown(operation: "no \(name)") }
    return parameter
  }

  private static func parameter(
    _ name: String, _ array: TorchConvolutionCase.Array
  ) -> Parameter<Double> {
    let parameter = Parameter<Double>(name: name, shape: array.shape)
    parameter.value.load(array.values)
    return parameter
  }
}
