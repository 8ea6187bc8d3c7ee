import Experiment

/// Asks a model for frames, some at a time, and checks that it keeps to the role.
struct FlowForecaster {
  /// Samples in one call: enough to be efficient, few enough to bound memory.
  static let chunk = 16

  let model: any Model
  let samples: FlowSamples

  /// The frames that `asked` asks for, each from the field of the same index.
  /// - Throws: `AssayError` (unmet requirement) when a prediction lacks the name or the shape.
  func answers(_ asked: [FlowSample], from fields: [ArraySlice<Float>]) throws
    -> [ArraySlice<Float>]
  {
    var predictions: [ArraySlice<Float>] = []
    for start in stride(from: 0, to: asked.count, by: Self.chunk) {
      let part = start..<min(start + Self.chunk, asked.count)
      let inputs = samples.inputs(Array(asked[part]), fields: Array(fields[part]))
      predictions += try checked(try model.predict(inputs), count: part.count)
    }
    return predictions
  }

  private func checked(_ output: NamedTensors, count: Int) throws -> [ArraySlice<Float>] {
    let expected = [count, 2, samples.layout.rows, samples.layout.columns]
    guard let velocity = output["velocity"] else {
      throw broken("no tensor 'velocity' among \(output.tensors.keys.sorted())", expected)
    }
    guard velocity.shape == expected else {
      throw broken("'velocity' of shape \(velocity.shape)", expected)
    }
    let width = velocity.rowCount
    return (0..<count).map { velocity.values[$0 * width..<($0 + 1) * width] }
  }

  private func broken(_ found: String, _ expected: [Int]) -> AssayError {
    AssayError(
      .unmetRequirement, where: "prediction of the model", found: found,
      expected: "'velocity' of shape \(expected)",
      remedy: "make the model return the outputs of its role, one for each sample")
  }
}
