#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One direction of a tensor-product grid: cells between consecutive faces, in metres.
public struct GridAxis: Sendable, Equatable {
  /// The positions of the faces, ascending; one more than there are cells.
  public let faces: [Double]

  /// An axis of `cells` cells over [0, `length`], gathered towards both ends.
  ///
  /// Face k lies at length/2 (1 + tanh(s (2 k/n - 1)) / tanh(s)), with s the `stretching`; s = 0 is
  /// the uniform axis. The faces are exact mirror images of each other about the middle.
  public init(cells: Int, length: Double, stretching: Double = 0) {
    precondition(cells >= 2, "an axis needs at least two cells, not \(cells)")
    precondition(length > 0, "an axis needs a positive length, not \(length)")
    precondition(stretching >= 0, "the stretching must not be negative, as is \(stretching)")
    let offsets = (0...cells).map { index -> Double in
      let place = Double(2 * index - cells) / Double(cells)
      return stretching == 0 ? place : tanh(stretching * place) / tanh(stretching)
    }
    faces = offsets.map { 0.5 * length * (1 + $0) }
  }

  /// The number of cells.
  public var cells: Int { faces.count - 1 }

  /// The distance from the first face to the last.
  public var length: Double { faces[cells] - faces[0] }

  /// The width of each cell; mirror images are equal to the last bit, which the pressure solver
  /// uses to halve its work.
  public var widths: [Double] {
    let plain = (0..<cells).map { faces[$0 + 1] - faces[$0] }
    return isMirrored(plain) ? mirrored(plain) : plain
  }

  /// The middle of each cell.
  public var centres: [Double] { (0..<cells).map { 0.5 * (faces[$0] + faces[$0 + 1]) } }

  /// The first face, the cell centres and the last face: where a wall-parallel velocity is known.
  var centresAndWalls: [Double] { [faces[0]] + centres + [faces[cells]] }

  /// Distances between neighbouring `centresAndWalls`, one a face.
  var gaps: [Double] {
    let widths = widths
    let inner = (1..<cells).map { 0.5 * (widths[$0 - 1] + widths[$0]) }
    return [0.5 * widths[0]] + inner + [0.5 * widths[cells - 1]]
  }

  private func isMirrored(_ widths: [Double]) -> Bool {
    zip(widths, widths.reversed()).allSatisfy { abs($0 - $1) <= 1e-12 * length }
  }

  private func mirrored(_ widths: [Double]) -> [Double] {
    zip(widths, widths.reversed()).map { 0.5 * ($0 + $1) }
  }
}
