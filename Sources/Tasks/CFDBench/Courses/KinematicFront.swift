/// How far the fluid from the inlet has come, by markers that move with the velocity of the frames.
///
/// Released data hold no volume fraction, so that a front can only follow from the velocity: a column
/// of markers starts where the fluid stands at the first frame and is carried along, bilinearly in
/// space, linearly in time, by Heun's method. The front is the furthest marker. Truth and prediction
/// are treated alike; markers that leave the window stay at its edge.
public struct KinematicFront {
  /// The front at every frame, in m.
  public private(set) var positions: [Double] = []
  private let course: WindowCourse

  private static let markers = 16
  /// Steps between two frames.
  private static let substeps = 16

  /// The front of a tube or a dam.
  public init(_ course: WindowCourse) {
    self.course = course
    var places = Self.start(course)
    positions = [Self.front(places)]
    for frame in 0..<max(course.u.count - 1, 0) {
      for substep in 0..<Self.substeps { move(&places, frame: frame, substep: substep) }
      positions.append(Self.front(places))
    }
  }

  private typealias Place = (x: Double, y: Double)

  private static func front(_ places: [Place]) -> Double { places.map(\.x).max() ?? 0 }

  /// The first frame is the state one interval after the start: the tube's inlet has moved so far, the
  /// dam's column has its end at the barrier.
  private static func start(_ course: WindowCourse) -> [Place] {
    let isDam = course.parameters.problem == .dam
    let (x, height) =
      isDam
      ? (ProblemDefinition.barrierLeft - course.dx, ProblemDefinition.damInletHeight)
      : (course.parameters.velocity * course.frameInterval, course.parameters.windowHeight)
    return (0..<markers).map { (x, height * (Double($0) + 0.5) / Double(markers)) }
  }

  private func move(_ places: inout [Place], frame: Int, substep: Int) {
    let step = course.frameInterval / Double(Self.substeps)
    let now = Double(frame) + Double(substep) / Double(Self.substeps)
    let next = Double(frame) + Double(substep + 1) / Double(Self.substeps)
    for index in places.indices {
      let (x, y) = places[index]
      let first = velocity(x, y, at: now)
      let second = velocity(x + step * first.0, y + step * first.1, at: next)
      places[index] = (
        min(max(x + 0.5 * step * (first.0 + second.0), 0), course.parameters.windowWidth),
        min(max(y + 0.5 * step * (first.1 + second.1), 0), course.parameters.windowHeight)
      )
    }
  }

  /// The velocity at a place and at `time`, in frames.
  private func velocity(_ x: Double, _ y: Double, at time: Double) -> (Double, Double) {
    let last = course.u.count - 1
    let frame = min(Int(time), max(last - 1, 0))
    let share = min(max(time - Double(frame), 0), 1)
    let next = min(frame + 1, last)
    let (row, column) = (y / course.dy - 0.5, x / course.dx - 0.5)
    func value(_ field: [[Double]]) -> Double {
      (1 - share) * bilinear(field[frame], row, column) + share * bilinear(field[next], row, column)
    }
    return (value(course.u), value(course.v))
  }

  private func bilinear(_ field: [Double], _ row: Double, _ column: Double) -> Double {
    let edge = Double(course.size - 1)
    let (row, column) = (min(max(row, 0), edge), min(max(column, 0), edge))
    let (r, c) = (min(Int(row), course.size - 2), min(Int(column), course.size - 2))
    let (a, b) = (row - Double(r), column - Double(c))
    let corner = r * course.size + c
    return (1 - a) * ((1 - b) * field[corner] + b * field[corner + 1])
      + a * ((1 - b) * field[corner + course.size] + b * field[corner + course.size + 1])
  }
}
