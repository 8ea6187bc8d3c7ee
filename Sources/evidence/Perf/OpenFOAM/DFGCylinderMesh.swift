/// The block mesh of the DFG cylinder channel for `blockMesh`: four blocks between the cylinder and a
/// square about it, eight between the square and the channel's sides.
///
/// One cell thick; the cylinder's axis is the origin and lengths are in m.
struct DFGCylinderMesh {
  /// The cells along a quarter of the cylinder; all other numbers follow from it.
  let quarter: Int

  private static let radius = 0.05
  private static let square = 0.12
  private static let thickness = 0.01
  private static let x = [-0.2, -square, square, 2]
  private static let y = [-0.2, -square, square, 0.21]

  private static let diagonal = radius * 0.5.squareRoot()
  /// The corners of the channel blocks, rows from below, then four points on the cylinder.
  private static let points: [(Double, Double)] =
    y.flatMap { y in x.map { ($0, y) } } + [
      (-diagonal, -diagonal), (diagonal, -diagonal), (diagonal, diagonal), (-diagonal, diagonal),
    ]

  /// The cells from the cylinder to the square.
  private var radial: Int { quarter * 5 / 4 }
  /// Cells along x in the three columns of blocks.
  private var columns: [Int] { [quarter * 3 / 8, quarter, quarter * 15 / 4] }
  /// Cells along y in the three rows of blocks.
  private var rows: [Int] { [quarter / 2, quarter, quarter / 2] }

  /// The last cell over the first, from the cylinder outwards.
  private static let radialExpansion = 4.0
  /// The last cell over the first, along the wake.
  private static let wakeExpansion = 5.0

  /// The text of `system/blockMeshDict`.
  var dictionary: String {
    let below = Self.points.map { "(\($0.0) \($0.1) 0)" }
    let above = Self.points.map { "(\($0.0) \($0.1) \(Self.thickness))" }
    return """
      scale 1;
      vertices
      (
      \((below + above).joined(separator: "\n"))
      );
      blocks
      (
      \((channelBlocks + ringBlocks).joined(separator: "\n"))
      );
      edges
      (
      \(arcs.joined(separator: "\n"))
      );
      boundary
      (
      \(patches.joined(separator: "\n"))
      );
      mergePatchPairs ();

      """
  }

  private func corner(_ column: Int, _ row: Int) -> Int { 4 * row + column }

  private var channelBlocks: [String] {
    (0..<9).filter { $0 != 4 }.map { index in
      let (row, column) = (index / 3, index % 3)
      let corners = [
        corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
      let expansion = column == 2 ? Self.wakeExpansion : 1
      return block(corners, columns[column], rows[row], expansions: (expansion, 1))
    }
  }

  /// From the cylinder (first direction) to the square, counter-clockwise from below.
  private var ringBlocks: [String] {
    let outer = [corner(1, 1), corner(2, 1), corner(2, 2), corner(1, 2)]
    return (0..<4).map { side in
      let next = (side + 1) % 4
      return block(
        [16 + side, outer[side], outer[next], 16 + next], radial, quarter,
        expansions: (Self.radialExpansion, 1))
    }
  }

  private func block(
    _ corners: [Int], _ first: Int, _ second: Int, expansions: (Double, Double)
  ) -> String {
    let all = (corners + corners.map { $0 + Self.points.count }).map(String.init)
    return "hex (\(all.joined(separator: " "))) (\(first) \(second) 1) "
      + "simpleGrading (\(expansions.0) \(expansions.1) 1)"
  }

  private var arcs: [String] {
    let middles = [(0, -1), (1, 0), (0, 1), (-1, 0)]
    return (0..<4).flatMap { side -> [String] in
      let (x, y) = (Double(middles[side].0) * Self.radius, Double(middles[side].1) * Self.radius)
      let (start, end, lift) = (16 + side, 16 + (side + 1) % 4, Self.points.count)
      return [
        "arc \(start) \(end) (\(x) \(y) 0)",
        "arc \(start + lift) \(end + lift) (\(x) \(y) \(Self.thickness))",
      ]
    }
  }

  private var patches: [String] {
    let inlet = (0..<3).map { face(corner(0, $0), corner(0, $0 + 1)) }
    let outlet = (0..<3).map { face(corner(3, $0), corner(3, $0 + 1)) }
    let lower = (0..<3).map { face(corner($0, 0), corner($0 + 1, 0)) }
    let upper = (0..<3).map { face(corner($0, 3), corner($0 + 1, 3)) }
    let cylinder = (0..<4).map { face(16 + $0, 16 + ($0 + 1) % 4) }
    return [
      patch("inlet", "patch", inlet), patch("outlet", "patch", outlet),
      patch("walls", "wall", lower + upper), patch("cylinder", "wall", cylinder),
      "sides { type empty; faces (\(sideFaces.joined(separator: " "))); }",
    ]
  }

  private func patch(_ name: String, _ type: String, _ faces: [String]) -> String {
    "\(name) { type \(type); faces (\(faces.joined(separator: " "))); }"
  }

  private func face(_ start: Int, _ end: Int) -> String {
    "(\(start) \(end) \(end + Self.points.count) \(start + Self.points.count))"
  }

  /// The faces in front and behind, which take no part in a plane flow.
  private var sideFaces: [String] {
    let channel = (0..<9).filter { $0 != 4 }.map { index -> [Int] in
      let (row, column) = (index / 3, index % 3)
      return [
        corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
        corner(column, row + 1),
      ]
    }
    let outer = [corner(1, 1), corner(2, 1), corner(2, 2), corner(1, 2)]
    let ring = (0..<4).map { side -> [Int] in
      let next = (side + 1) % 4
      return [16 + side, outer[side], outer[next], 16 + next]
    }
    return (channel + ring).flatMap { corners in
      [corners, corners.map { $0 + Self.points.count }].map {
        "(\($0.map(String.init).joined(separator: " ")))"
      }
    }
  }
}
