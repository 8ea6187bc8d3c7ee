import Experiment

/// Refuses recipes whose parameters make no network.
struct RecipeCheck {
  /// The model's name in a suite file.
  let model: String

  /// - Throws: `AssayError` (bad input) unless all of `numbers` are above 0
  func positive(_ numbers: KeyValuePairs<String, Int>) throws {
    guard numbers.contains(where: { $0.value <= 0 }) else { return }
    throw AssayError(
      .badInput, where: "model \(model)",
      found: numbers.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
      expected: "numbers above 0", remedy: "correct the model's parameters")
  }

  /// - Throws: `AssayError` (bad input) when `number` is outside `range`
  func share(_ name: String, _ number: Double, in range: Range<Double>) throws {
    guard !range.contains(number) else { return }
    throw AssayError(
      .badInput, where: "model \(model)", found: "\(name) \(number)",
      expected: "\(range.lowerBound) or more and less than \(range.upperBound)",
      remedy: "correct the model's parameters")
  }

  /// - Throws: `AssayError` (unmet requirement) when the grid is smaller than `least` points a side
  func grid(_ flow: FlowRole, atLeast least: Int) throws {
    guard min(flow.height, flow.width) < least else { return }
    throw AssayError(
      .unmetRequirement, where: "model \(model)",
      found: "a grid of \(flow.height)x\(flow.width)",
      expected: "at least \(least) points a side, which are halved from level to level",
      remedy: "use a finer grid")
  }

  /// - Throws: `AssayError` (unmet requirement) when the grid lacks `modes` Fourier modes along an axis
  func modes(_ modes: Int, called name: String, on flow: FlowRole) throws {
    guard 2 * modes > flow.height || modes > flow.width / 2 + 1 else { return }
    throw AssayError(
      .unmetRequirement, where: "model \(model)",
      found: "\(modes) modes on a grid of \(flow.height)x\(flow.width)",
      expected: "at most \(min(flow.height / 2, flow.width / 2 + 1)) modes",
      remedy: "lower the model's '\(name)' or use a finer grid")
  }

  /// - Throws: `AssayError` (bad input) for points that cannot be drawn, or not in unrolled training
  func trainingPoints(_ points: Int, unrolledSteps: Int) throws {
    guard points < 0 || points > 0 && unrolledSteps > 1 else { return }
    throw AssayError(
      .badInput, where: "model \(model)",
      found: "trainingPoints \(points), unrolledSteps \(unrolledSteps)",
      expected:
        "no negative number of points, and all points (0) to unroll, as each step reads them",
      remedy: "correct the model's parameters")
  }
}
