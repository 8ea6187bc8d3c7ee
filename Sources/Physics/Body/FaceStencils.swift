/// The viscous stencils and closed faces of one velocity component near a body, on cells that are
/// squares there.
///
/// Where a neighbour lies beyond the wall, the second difference uses the wall at its true distance
/// (Shortley & Weller 1938, J. Appl. Phys. 9, 334-348). The share of the wall itself, -k u with k > 0
/// without bound as the wall comes near, is kept apart as friction and taken implicitly, so that no
/// small distance bounds the step.
struct FaceStencils {
  /// The points with changed stencils, as flat indices into the component.
  private(set) var points: [Int] = []
  /// Five differences from the regular stencil a point: itself, right, left, above, below; in 1/m^2.
  private(set) var coefficients: [Double] = []
  /// The friction coefficient k of each point over the viscosity, in 1/m^2.
  private(set) var friction: [Double] = []
  /// Runs of closed faces, as flat indices.
  private(set) var solids: [Range<Int>] = []

  private let faces: BodyFaces
  private let inverseSquare: Double

  /// The stencils of the component that lives on `faces`.
  init(_ faces: BodyFaces) {
    self.faces = faces
    inverseSquare = 1 / (faces.width * faces.width)
    for tangent in faces.tangentWindow {
      for normal in faces.normalWindow { add(normal, tangent) }
    }
    gatherSolids()
  }

  private mutating func gatherSolids() {
    let closed = faces.normalWindow.flatMap { normal in
      faces.tangentWindow.filter { faces.face(normal, $0) == .solid }
        .map { faces.index(normal, $0) }
    }
    for index in closed.sorted() {
      if let last = solids.last, last.upperBound == index {
        solids[solids.count - 1] = last.lowerBound..<index + 1
      } else {
        solids.append(index..<index + 1)
      }
    }
  }

  /// What a second difference finds in one direction: the distance, and how much of the neighbour's
  /// value it takes; nil for the wall.
  private struct Reach {
    let distance: Double
    let weight: Double?
  }

  private mutating func add(_ normal: Int, _ tangent: Int) {
    var row = Row(inverseSquare: inverseSquare)
    switch faces.face(normal, tangent) {
    case .solid: return
    case .sliver(let part):
      // Its middle is off the lines of its neighbours along the normal; only the exchange along the
      // face, which is far larger, is kept.
      let wall = Reach(distance: 0.5 * part * faces.width, weight: nil)
      let outward = Reach(distance: 0.5 * (part + 1) * faces.width, weight: 1)
      let isForward = faces.middle(tangent) > 0
      row.addDifference(
        isForward ? outward : wall, isForward ? wall : outward, slots: faces.tangentSlots)
    case .fluid:
      row.addDifference(
        alongNormal(normal, tangent, 1), alongNormal(normal, tangent, -1), slots: faces.normalSlots)
      row.addDifference(
        alongFace(normal, tangent, 1), alongFace(normal, tangent, -1), slots: faces.tangentSlots)
    }
    guard row.isIrregular else { return }
    points.append(faces.index(normal, tangent))
    coefficients += row.coefficients
    friction.append(row.friction)
  }

  private func alongNormal(_ normal: Int, _ tangent: Int, _ step: Int) -> Reach {
    let middle = faces.middle(tangent)
    let wall = Reach(
      distance: abs(faces.position(normal)) - faces.outline.halfChord(at: middle), weight: nil)
    switch faces.face(normal + step, tangent) {
    case .fluid: return Reach(distance: faces.width, weight: 1)
    case .solid: return wall
    case .sliver(let part):
      // Linear between the wall and the middle of the open part.
      return part <= 0.5
        ? wall : Reach(distance: faces.width, weight: (part - 0.5) / (0.5 * part))
    }
  }

  private func alongFace(_ normal: Int, _ tangent: Int, _ step: Int) -> Reach {
    switch faces.face(normal, tangent + step) {
    case .fluid: return Reach(distance: faces.width, weight: 1)
    case .sliver(let part): return Reach(distance: 0.5 * (1 + part) * faces.width, weight: 1)
    case .solid:
      let chord = faces.outline.halfChord(at: faces.position(normal))
      return Reach(distance: abs(faces.middle(tangent)) - chord, weight: nil)
    }
  }

  /// One stencil as its difference from the regular one.
  private struct Row {
    var coefficients: [Double]
    var friction = 0.0
    let inverseSquare: Double

    init(inverseSquare: Double) {
      self.inverseSquare = inverseSquare
      coefficients = [4] + [Double](repeating: -1, count: 4)
      for index in 0..<5 { coefficients[index] *= inverseSquare }
    }

    var isIrregular: Bool {
      friction != 0 || coefficients.contains { abs($0) > 1e-9 * inverseSquare }
    }

    mutating func addDifference(_ ahead: Reach, _ behind: Reach, slots: (Int, Int)) {
      for (reach, slot) in [(ahead, slots.0), (behind, slots.1)] {
        let coefficient = 2 / ((ahead.distance + behind.distance) * reach.distance)
        guard let weight = reach.weight else {
          friction += coefficient
          continue
        }
        coefficients[slot] += coefficient * weight
        coefficients[0] -= coefficient
      }
    }
  }
}
