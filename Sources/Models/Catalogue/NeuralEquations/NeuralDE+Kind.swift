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
      } else {
        func names(_ slots: [Role.Slot]) -> String {
          slots.map { "\($0.name) \($0.shape)" }.joined(separator: ", ")
        }
        throw AssayError(
          .unmetRequirement, where: "model \(NeuralDE.name)",
          found: "a role from \(names(role.inputs)) to \(names(role.outputs))",
          expected: "image to logits, initial and times to states, or points to log-density",
          remedy: "use the model in a task of the suite on neural differential equations")
      }
    }
  }
}
