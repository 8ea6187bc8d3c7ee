import Networks
import Tensors
import Testing

/// Layers in Double, number by number, with the parameters of a checkpoint.
struct PlainNetwork {
  let tensors: [String: Tensor]

  /// W x of the weight called `name`.
  func product(_ name: String, _ x: [Double]) throws -> [Double] {
    let weight = try #require(tensors["\(name).weight"])
    let columns = weight.shape[1]
    return (0..<weight.shape[0]).map { row in
      (0..<columns).reduce(0) { $0 + Double(weight.values[row * columns + $1]) * x[$1] }
    }
  }

  /// W x + b of the layer called `name`.
  func dense(_ name: String, _ x: [Double]) throws -> [Double] {
    zip(try product(name, x), try #require(tensors["\(name).bias"]).values)
      .map { $0 + Double($1) }
  }

  /// Layers `name`.0 … of which all but the last are followed by `activation`.
  func stack(
    _ name: String, _ rows: [[Double]], _ activation: ([[Double]]) -> [[Double]]
  ) throws -> [[Double]] {
    var (h, index) = (rows, 0)
    while tensors["\(name).\(index).weight"] != nil {
      if index > 0 { h = activation(h) }
      h = try h.map { try dense("\(name).\(index)", $0) }
      index += 1
    }
    return h
  }

  static func relu(_ rows: [[Double]]) -> [[Double]] { rows.map { $0.map { max($0, 0) } } }

  /// CFDBench's activation as published: by the mean and the unbiased deviation of all rows.
  static func normalised(_ rows: [[Double]]) -> [[Double]] {
    let all = rows.flatMap(\.self)
    let mean = all.reduce(0, +) / Double(all.count)
    let squares = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(all.count - 1)).squareRoot()
    return rows.map { $0.map { max(($0 - mean) / deviation, 0) * deviation + mean } }
  }
}
