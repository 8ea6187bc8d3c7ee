/// How a cell face with its velocity meets the body.
enum CutFace: Sendable, Equatable {
  /// The velocity is known at the middle of the whole face; the open part is at least
  /// `leastFluidPart`.
  case fluid(openPart: Double)
  /// Little of the face is open and the velocity stands for the middle of that part.
  case sliver(openPart: Double)
  /// No flow.
  case solid

  /// Below this open part a face is closed.
  static let leastPart = 0.05
  /// Below this open part the middle of the face is too near the wall to carry the flux of the face.
  static let leastFluidPart = 0.65

  /// A face with its `openPart`, whose middle lies inside the body or not.
  init(openPart: Double, middleIsInside: Bool) {
    if openPart < CutFace.leastPart {
      self = .solid
    } else if middleIsInside || openPart < CutFace.leastFluidPart {
      self = .sliver(openPart: openPart)
    } else {
      self = .fluid(openPart: openPart)
    }
  }

  /// The flux through the face over velocity times full area. With t the open part a velocity that
  /// grows linearly from the wall has the mean t/2 over the open part and the value t - 1/2 in the
  /// middle of the face, so that the flux is exact with t^2 / (2 t - 1).
  var opening: Double {
    switch self {
    case .fluid(let part): part == 1 ? 1 : part * part / (2 * part - 1)
    case .sliver(let part): part
    case .solid: 0
    }
  }
}
