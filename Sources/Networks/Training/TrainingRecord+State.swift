// A record as numbers by name.
extension TrainingRecord {
  /// The curves, the steps taken and the step whose parameters are kept.
  var state: NamedState<Float> {
    var state = NamedState<Float>()
    state.put("training.steps", training.map(\.step))
    state.put("training.losses", training.map(\.loss))
    state.put("validation.steps", validation.map(\.step))
    state.put("validation.losses", validation.map(\.loss))
    state.put("steps", [steps])
    state.put("keptStep", [keptStep])
    return state
  }

  /// The record of `state`.
  init(_ state: NamedState<Float>) throws {
    training = try Self.curve("training", of: state)
    validation = try Self.curve("validation", of: state)
    steps = try state.integer("steps")
    keptStep = try state.integer("keptStep")
  }

  private static func curve(_ name: String, of state: NamedState<Float>) throws -> [Point] {
    let steps = try state.integers("\(name).steps")
    let losses = try state.doubles("\(name).losses")
    guard steps.count == losses.count else {
      throw CheckpointMismatch(
        name: "\(name).losses", found: "\(losses.count) losses", expected: "\(steps.count)")
    }
    return zip(steps, losses).map(Point.init)
  }
}
