/// A number that follows from the velocity alone, frame by frame or for a whole course.
struct CourseQuantity: Sendable {
  /// The evaluation under which its error is measured.
  let evaluation: String
  /// The values over the frames of a course, or why there are none.
  let values: @Sendable (WindowCourse) -> Result<[Double], Absence>

  /// Why there is no value.
  struct Absence: Error {
    let reason: String
  }

  /// What a problem's roll-outs are judged by beside their fields.
  static func all(of problem: FlowProblem) -> [CourseQuantity] {
    switch problem {
    case .cavity: []
    case .tube, .dam: [.front]
    case .cylinder: [.drag, .lift, .strouhal]
    }
  }

  /// The furthest x that fluid from the inlet has reached, in m.
  static let front = CourseQuantity(evaluation: "front-position") {
    .success(KinematicFront($0).positions)
  }

  /// The drag coefficient by the balance of momentum.
  static let drag = CourseQuantity(evaluation: "drag") { course in
    WakeForces.coefficients(of: course).map { $0.map(\.drag) }
  }

  /// The lift coefficient by the balance of momentum.
  static let lift = CourseQuantity(evaluation: "lift") { course in
    WakeForces.coefficients(of: course).map { $0.map(\.lift) }
  }

  /// A lift that swings by less is no vortex shedding but the estimate's own noise.
  private static let leastLiftRange = 0.1

  /// f D / U with the frequency f of the lift: one value a course.
  static let strouhal = CourseQuantity(evaluation: "strouhal") { course in
    WakeForces.coefficients(of: course).flatMap { forces in
      let lift = forces.map(\.lift)
      guard (lift.max() ?? 0) - (lift.min() ?? 0) > leastLiftRange else {
        return .failure(.init(reason: "no vortex shedding"))
      }
      return Oscillation(lift, interval: course.frameInterval).frequency.map {
        [$0 * 2 * course.parameters[.radius] / course.parameters.velocity]
      }
    }
  }
}

extension WakeForces {
  /// The coefficients of drag and lift over the inner frames of `course`.
  fileprivate static func coefficients(
    of course: WindowCourse
  ) -> Result<[WakeForces.Coefficients], CourseQuantity.Absence> {
    guard let forces = WakeForces(course) else {
      return .failure(.init(reason: "no room for a contour between cylinder and walls"))
    }
    return .success(forces.coefficients)
  }
}
