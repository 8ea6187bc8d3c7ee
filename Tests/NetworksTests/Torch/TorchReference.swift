import Foundation
import TestSupport

/// What torch 2.13 computed (Tests/References/torch).
struct TorchReference: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let values: [Double]
  }

  struct Case: Decodable {
    let name: String
    let inputs: [String: Numbers]
    let parameters: [String: Numbers]
    let constants: [String: Numbers]
    let indices: [Int]
    let output: [Double]
    /// The weights of the sum over the output whose gradients these are.
    let weights: [Double]
    let gradients: [String: [Double]]
  }

  let torch: String
  let numpy: String
  let cases: [Case]

  static func read() throws -> TorchReference {
    let file = PackageFolder.url.appending(path: "Tests/References/torch/layers.json")
    return try JSONDecoder().decode(TorchReference.self, from: Data(contentsOf: file))
  }
}
