import Experiment
import Tensors

/// Pairs of successive frames as tensors by the names of the role.
struct CavityPairs {
  /// A pair: the frame given; the next one is asked.
  struct Pair: Equatable {
    let series: Int
    let frame: Int
  }

  let series: [CavitySeries]
  let size: Int
  let scoring: CavityScoring

  /// The pairs of the cases `indices` up to where each is steady, case by case in time order.
  func pairs(of indices: [Int], by cavity: CavityProtocol) -> [Pair] {
    indices.flatMap { index in
      (0..<cavity.pairCount(of: series[index])).map { Pair(series: index, frame: $0) }
    }
  }

  /// The inputs of `pairs`.
  func inputs(_ pairs: [Pair]) -> NamedTensors {
    inputs(fields: pairs.map { series[$0.series].frame($0.frame) }, of: pairs.map(\.series))
  }

  /// Inputs from fields that need not be frames, each of the case of that index.
  func inputs(fields: [ArraySlice<Float>], of indices: [Int]) -> NamedTensors {
    let count = fields.count
    return NamedTensors([
      "velocity": stacked(fields),
      // Every cell of the cavity is fluid.
      "mask": Tensor(shape: [count, 1, size, size], repeating: 1),
      "parameters": Tensor(
        shape: [count, 5],
        values: indices.flatMap { series[$0].parameters.modelInput(scoring) }),
    ])
  }

  /// The targets of `pairs`.
  func targets(_ pairs: [Pair]) -> NamedTensors {
    NamedTensors(["velocity": stacked(pairs.map { series[$0.series].frame($0.frame + 1) })])
  }

  private func stacked(_ fields: [ArraySlice<Float>]) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(fields.count * 2 * size * size)
    for field in fields { values.append(contentsOf: field) }
    return Tensor(shape: [fields.count, 2, size, size], values: values)
  }
}
