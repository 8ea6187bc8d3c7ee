import Foundation

/// The stored output of Tests/References/steady-cavity/steady_cavity.py.
struct SteadyCavityReference: Decodable {
  /// Both centre lines at one Reynolds number, in lid speeds.
  struct Solution: Decodable {
    let u: [Double]
    let v: [Double]
  }

  /// The places of u on x = 1/2.
  let y: [Double]
  /// The places of v on y = 1/2.
  let x: [Double]
  /// By Reynolds number.
  let cases: [String: Solution]

  static func load() throws -> SteadyCavityReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../References/steady-cavity/steady_cavity.json")
    return try JSONDecoder().decode(SteadyCavityReference.self, from: Data(contentsOf: file))
  }
}
