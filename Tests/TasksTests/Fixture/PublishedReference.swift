import Foundation
import Tasks
import Tensors
import TestSupport

/// The file published_protocol.json, and the data set that it is about.
struct PublishedReference: Decodable {
  struct Case: Decodable {
    let sweep: FlowSweep
    let number: Int
    let parameters: [String: Double]
  }

  struct Problem: Decodable {
    let frames: Int
    let cases: [Case]
  }

  struct Scores: Decodable {
    let masked: [String: Double]
    let horizontal: [String: Double]
    let rollout: [[String: Double]]
  }

  struct Result: Decodable {
    let problem: FlowProblem
    let track: FlowTrack
    let test: [Int]
    let trainingSamples: Int
    let validationSamples: Int
    let models: [String: Scores]
  }

  let size: Int
  let data: [String: Problem]
  let results: [Result]

  static func load() throws -> PublishedReference {
    let url = PackageFolder.url.appending(
      path: "Tests/References/cfdbench/published_protocol.json")
    return try JSONDecoder().decode(PublishedReference.self, from: Data(contentsOf: url))
  }

  /// Writes the cases of `problem` in the official format.
  func write(_ problem: FlowProblem, into root: URL) throws {
    guard let set = data[problem.rawValue] else { return }
    for entry in set.cases {
      let changes = entry.parameters.compactMap { key, value in
        FlowQuantity(rawValue: key).map { ($0, value) }
      }
      let parameters = FlowParameters(problem, Dictionary(uniqueKeysWithValues: changes))
      let folder = OfficialFolder(root: root, size: size, problem: problem)
      let path = folder.path(entry.sweep, entry.number)
      try folder.write(parameters, to: path, frames: 1)
      for (name, component) in [("u", horizontal), ("v", vertical)] {
        try folder.write(
          field(entry, parameters, frames: set.frames, component), to: "\(path)/\(name).npy")
      }
    }
  }

  private func field(
    _ entry: Case, _ parameters: FlowParameters, frames: Int,
    _ component: (Double, Double, Int) -> Double
  ) -> Tensor {
    var values: [Float] = []
    for frame in 1...frames {
      let growth = 1 - exp(-Double(frame) * (0.7 + 0.02 * Double(entry.number % 7)))
      for row in 0..<size {
        for column in 0..<size {
          let shape = component(Double(row), Double(column), entry.number)
          values.append(Float(parameters.velocity * growth * shape))
        }
      }
    }
    return Tensor(shape: [frames, size, size], values: values)
  }

  private func horizontal(_ row: Double, _ column: Double, _ number: Int) -> Double {
    0.4 + sin(0.9 * row + 0.5 * column + 0.1 * Double(number % 5))
  }

  private func vertical(_ row: Double, _ column: Double, _ number: Int) -> Double {
    cos(0.7 * row - 0.3 * column)
  }
}
