import Experiment
import Randomness
import Tensors

/// A model that answers by a function of each field, and keeps the inputs that it was asked about.
final class FunctionModel: Model {
  let parameterCount = 0
  private(set) var asked: [NamedTensors] = []
  private let next: (ArraySlice<Float>) -> [Float]

  init(_ next: @escaping (ArraySlice<Float>) -> [Float]) {
    self.next = next
  }

  /// The frame given, again.
  static func persistence() -> FunctionModel { FunctionModel { Array($0) } }

  /// The truth: the frame that follows the given one somewhere in `series`.
  static func oracle(_ series: [Tensor]) -> FunctionModel {
    var following: [[Float]: [Float]] = [:]
    for tensor in series {
      for frame in 0..<tensor.shape[0] - 1 {
        following[rows(tensor)[frame]] = rows(tensor)[frame + 1]
      }
    }
    return FunctionModel { following[Array($0)] ?? Array(repeating: .nan, count: $0.count) }
  }

  static func rows(_ tensor: Tensor) -> [[Float]] {
    (0..<tensor.shape[0]).map {
      Array(tensor.values[$0 * tensor.rowCount..<($0 + 1) * tensor.rowCount])
    }
  }

  func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) -> TrainingTrace {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    asked.append(inputs)
    let velocity = try inputs.required("velocity")
    let values = Self.rows(velocity).flatMap { next($0[...]) }
    return NamedTensors(["velocity": Tensor(shape: velocity.shape, values: values)])
  }
}
