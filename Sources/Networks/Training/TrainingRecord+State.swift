// A record as numbers by name.
extension TrainingRecord {
  /// The curves, the steps taken and the step whose parameters are kept.
  var state: NamedState<Float> {
    var state = NamedState<Float>()
    state.put("training.steps", training.map(\.step))
    state.put("training.losses", training.map(\.loss))
    state.put("validation.steps", validation.map(\.step))
    state.put("validation.losses", validation.map(\.loss))
    state.put("readings.kinds", readings.map(\.kind.rawValue))
    state.put("readings.steps", readings.map(\.step))
    state.put("readings.values", readings.map(\.value))
    state.put("steps", [steps])
    state.put("keptStep", [keptStep])
    return state
  }

  /// The record of `state`.
  init(_ state: NamedState<Float>) throws {
    training = try Self.curve("training", of: state)
    validation = try Self.curve("validation", of: state)
    readings = try Self.readings(of: state)
    steps = try state.integer("steps")
    keptStep = try state.integer("keptStep")
  }

  private static func readings(of state: NamedState<Float>) throws -> [SolveReading] {
    let kinds = try state.integers("readings.kinds")
    let steps = try state.integers("readings.steps")
    let values = try state.doubles("readings.values")
    guard kinds.count == steps.count, kinds.count == values.count else {
      throw CheckpointMismatch(
        name: "readings", found: "\(steps.count) steps and \(values.count) values",
        expected: "\(kinds.count) of each, as there are kinds")
    }
    return try kinds.indices.map { index in
      guard let kind = SolveReading.Kind(rawValue: kinds[index]) else {
        throw CheckpointMismatch(
          name: "readings.kinds", found: "\(kinds[index])",
          expected: "0 to \(SolveReading.Kind.allCases.count - 1)")
      }
      return SolveReading(kind: kind, step: steps[index], value: values[index])
    }
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
