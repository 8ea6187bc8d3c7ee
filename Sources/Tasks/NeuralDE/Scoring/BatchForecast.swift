import Experiment
import Tensors

/// A model's answers to many samples, asked in batches and checked against the role.
enum BatchForecast {
  /// Samples in one call: enough to be efficient, few enough to bound memory.
  private static let chunk = 500

  /// The predictions of `output` for `inputs`, one row a sample.
  /// - Throws: `AssayError` (unmet requirement) when a prediction lacks the name or the shape.
  static func rows(of output: Role.Slot, from model: any Model, _ inputs: NamedTensors) throws
    -> [ArraySlice<Float>]
  {
    try rows(of: [output], from: model, inputs)[output.name] ?? []
  }

  /// The predictions of all `outputs` by name, from one answer of the model to each batch.
  /// - Throws: `AssayError` (unmet requirement) when a prediction lacks a name or its shape.
  static func rows(of outputs: [Role.Slot], from model: any Model, _ inputs: NamedTensors) throws
    -> [String: [ArraySlice<Float>]]
  {
    var rows: [String: [ArraySlice<Float>]] = [:]
    for start in stride(from: 0, to: inputs.sampleCount, by: chunk) {
      let part = Array(start..<min(start + chunk, inputs.sampleCount))
      let answer = try model.predict(inputs.gathered(samples: part))
      for output in outputs {
        rows[output.name, default: []] += try Self.rows(of: output, in: answer, part.count)
      }
    }
    return rows
  }

  private static func rows(of output: Role.Slot, in answer: NamedTensors, _ count: Int) throws
    -> [ArraySlice<Float>]
  {
    let expected = [count] + output.shape
    guard let tensor = answer[output.name] else {
      throw broken(
        "no tensor '\(output.name)' among \(answer.tensors.keys.sorted())", output, expected)
    }
    guard tensor.shape == expected else {
      throw broken("'\(output.name)' of shape \(tensor.shape)", output, expected)
    }
    let width = tensor.rowCount
    return (0..<count).map { tensor.values[$0 * width..<($0 + 1) * width] }
  }

  private static func broken(_ found: String, _ output: Role.Slot, _ expected: [Int]) -> AssayError
  {
    AssayError(
      .unmetRequirement, where: "prediction of the model", found: found,
      expected: "'\(output.name)' of shape \(expected)",
      remedy: "make the model return the outputs of its role, one for each sample")
  }
}
