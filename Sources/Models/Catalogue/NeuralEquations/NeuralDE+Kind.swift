import Experiment

extension NeuralDE {
  /// What a role asks for.
  enum Kind: Equatable {
    /// From `image`, of this shape, to `logits` of so many classes.
    case image(shape: [Int], classes: Int)
    /// From `initial` of so many features and so many `times` to `states`.
    case trajectory(features: Int, times: Int)
    /// From `points` of so many dimensions to `log-density`.
    case density(dimensions: Int)
    /// From `values`, `mask` and `times` to `logits`.
    case series(SeriesShape)
    /// From `values`, `mask`, `times` and `asked` to `values`, of so many features.
    case latent(features: Int, times: Int)

    /// - Throws: `AssayError` (unmet requirement) when `role` is none of these.
    init(_ role: Role) throws {
      // a role from step to step has the same names on both sides
      let shapes = Dictionary(
        (role.inputs + role.outputs).map { ($0.name, $0.shape) }, uniquingKeysWith: { $1 })
      if let image = shapes["image"], let logits = shapes["logits"], logits.count == 1 {
        self = .image(shape: image, classes: logits[0])
      } else if let initial = shapes["initial"], let times = shapes["times"],
        initial.count == 1, times.count == 1, times[0] > 1,
        shapes["states"] == [times[0], initial[0]]
      {
        self = .trajectory(features: initial[0], times: times[0])
      } else if let points = shapes["points"], points.count == 1, shapes["log-density"] == [1] {
        self = .density(dimensions: points[0])
      } else if let series = Self.series(shapes, of: role) {
        self = series
      } else {
        func names(_ slots: [Role.Slot]) -> String {
          slots.map { "\($0.name) \($0.shape)" }.joined(separator: ", ")
        }
        throw AssayError(
          .unmetRequirement, where: "model \(NeuralDE.name)",
          found: "a role from \(names(role.inputs)) to \(names(role.outputs))",
          expected:
            "image to logits, initial and times to states, points to log-density, values, mask "
            + "and times to logits, or these and asked to values",
          remedy: "use the model in a task of the suite on neural differential equations")
      }
    }

    /// One of the kinds for series, [times, features].
    private static func series(_ shapes: [String: [Int]], of role: Role) -> Kind? {
      guard let table = role.input("values")?.shape, table.count == 2, table[0] > 1,
        shapes["mask"] == table, shapes["times"] == [table[0]], role.outputs.count == 1
      else { return nil }
      if let logits = role.output("logits"), logits.shape.count == 1 {
        return .series(
          SeriesShape(times: table[0], features: table[1], classes: logits.shape[0]))
      }
      guard shapes["asked"] == table, role.output("values")?.shape == table else { return nil }
      return .latent(features: table[1], times: table[0])
    }
  }
}
