import Experiment
import Randomness
import Tensors

/// The models of published_protocol.py, in double precision until the answer.
struct ReferenceModel: Model {
  static let all: [String: ReferenceModel] = [
    "identity": ReferenceModel { field, _, _, _ in field },
    "nine-tenths": ReferenceModel { field, _, _, _ in 0.9 * field },
    "shifted": ReferenceModel { field, _, _, _ in field + 0.01 },
    "told": ReferenceModel { field, told, _, _ in field + weighted(told) },
    "direct": ReferenceModel { _, told, time, component in
      component == 0 ? weighted(told) + 0.02 * time : 0.1 + weighted(told.reversed())
    },
  ]

  /// Nothing moves.
  static let still = ReferenceModel { _, _, _, _ in 0 }

  let parameterCount = 0
  /// From the value given, the parameters, the time and the component.
  let answer: @Sendable (Double, [Double], Double, Int) -> Double

  func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) -> TrainingTrace {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    let mask = try inputs.required("mask")
    let told = FunctionModel.rows(try inputs.required("parameters"))
    let time = try inputs.required("time").values
    let count = 2 * mask.rowCount
    let given = inputs["velocity"].map(FunctionModel.rows)
    let values = (0..<mask.shape[0]).flatMap { sample in
      let parameters = told[sample].map(Double.init)
      return (0..<count).map { index in
        Float(
          answer(
            Double(given?[sample][index] ?? 0), parameters, Double(time[sample]),
            index / mask.rowCount))
      }
    }
    return NamedTensors([
      "velocity": Tensor(shape: [mask.shape[0], 2] + mask.shape.dropFirst(2), values: values)
    ])
  }

  private static func weighted(_ told: some Collection<Double>) -> Double {
    1e-3 * told.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }
}
