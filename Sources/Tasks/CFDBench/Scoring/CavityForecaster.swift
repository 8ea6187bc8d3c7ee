import Experiment

/// Asks a model for next frames, some at a time, and checks that it keeps to the role.
struct CavityForecaster {
  /// Samples in one call: enough to be efficient, few enough to bound memory.
  static let chunk = 16

  let model: any Model
  let pairs: CavityPairs

  /// The frames after `fields`, each of the case of that index.
  /// - Throws: `AssayError` (unmet requirement) when a prediction lacks the name or the shape.
  func next(_ fields: [ArraySlice<Float>], of indices: [Int]) throws -> [ArraySlice<Float>] {
    var predictions: [ArraySlice<Float>] = []
    for start in stride(from: 0, to: fields.count, by: Self.chunk) {
      let part = start..<min(start + Self.chunk, fields.count)
      let inputs = pairs.inputs(fields: Array(fields[part]), of: Array(indices[part]))
      predictions += try checked(try model.predict(inputs), count: part.count)
    }
    return predictions
  }

  private func checked(_ output: NamedTensors, count: Int) throws -> [ArraySlice<Float>] {
    let expected = [count, 2, pairs.size, pairs.size]
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
