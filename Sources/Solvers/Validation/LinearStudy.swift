import Foundation
import Tensors

/// A number that a solver of linear systems gives, beside the one that theory or another solver has.
public struct LinearStudy: Sendable {
  /// The name, as in `linear/<name>`.
  public let name: String
  /// What is compared, in words.
  public let quantity: String
  /// Our number.
  public let observed: Double
  /// The number it should be.
  public let expected: Double
  /// How far they may lie apart.
  public let tolerance: Double
  /// Where the expectation comes from.
  public let source: String

  /// Whether they lie close enough.
  public var passes: Bool { abs(observed - expected) <= tolerance }

  /// All studies; some two seconds.
  public static var all: [LinearStudy] { krylov + multigrid + direct }

  /// Numbers in [-1, 1) that look random and are the same everywhere.
  static func noise(_ count: Int, seed: UInt64) -> [Double] {
    DirectTransform.noise(count, seed: seed, as: Double.self)
  }

  /// Entries cos(i + 2j), sin(2i − j), with `shift` added on the diagonal.
  static func dense(_ size: Int, _ field: NumberField, shift: Double) -> DenseMatrix {
    var values: [Double] = []
    for row in 0..<size {
      for column in 0..<size {
        values.append(cos(Double(row + 2 * column)) + (row == column ? shift : 0))
        if field == .complex { values.append(sin(Double(2 * row - column))) }
      }
    }
    return DenseMatrix(rows: size, columns: size, field: field, values: values)
  }

  /// The same with the conjugate transpose added: Hermitian, and definite for a large shift.
  static func hermitian(_ size: Int, _ field: NumberField, shift: Double) -> DenseMatrix {
    let a = dense(size, field, shift: shift / 2)
    let width = field.width
    let values = a.values.indices.map { index -> Double in
      let (entry, part) = (index / width, index % width)
      let mirrored = width * (entry % size * size + entry / size) + part
      return a.values[index] + (part == 0 ? a.values[mirrored] : -a.values[mirrored])
    }
    return DenseMatrix(rows: size, columns: size, field: field, values: values)
  }

  static func buffer(_ values: [Double]) -> Buffer<Double> {
    let buffer = Buffer<Double>(count: values.count)
    buffer.load(values)
    return buffer
  }

  static func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
