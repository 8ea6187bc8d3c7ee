import Foundation

/// One case of `Tests/References/solvers/nde_golden.json`: what PyTorch's autograd and NumPy gave for
/// a neural equation solved by Tsit5 under OrdinaryDiffEq's rules (`ref_tsit5_golden.py`).
public struct GoldenReference: Sendable, Decodable {
  struct Attempt: Sendable, Decodable {
    let h: Double
    let EEst: Double
    let accepted: Bool
  }

  /// Norms of the gradients by parameter; a missing one does not depend on it.
  struct Norms: Sendable, Decodable {
    let W1: Double?
    let b1: Double?
    let W2: Double?
    let b2: Double?

    var all: [Double?] { [W1, b1, W2, b2] }
  }

  struct GradientNorms: Sendable, Decodable {
    let loss: Norms
    let R_E_mean: Norms
    let R_S_max: Norms
    let local_k1_detached: Norms
    let local_k1_attached: Norms
  }

  struct Local: Sendable, Decodable {
    let t_reg: Double
    let dt: Double
    let EEst: Double
    let reg: Double
    let stiff: Double
  }

  struct Problem: Sendable, Decodable {
    let D: Int
    let H: Int
    let B: Int
    let seed: UInt32
    let scale: Double
    let abstol: Double
  }

  struct Result: Sendable, Decodable {
    let accepted: Int
    let rejected: Int
    let nfe: Int
    let h_init: Double
    let attempts: [Attempt]
    let eigen_est: [Double]
    let loss_half_sq_mean: Double
    let grad_norms: GradientNorms
    let local: Local
  }

  struct Regularisers: Sendable, Decodable {
    let R_E_sum: Double
    let R_E_mean: Double
    let R_E_sum_sq: Double
    let R_S_max: Double
    let R_S_mean: Double
    let R_S_sum_dt: Double
  }

  let problem: Problem
  let result: Result
  let regularisers: Regularisers

  /// Reads the parts, which the file keeps side by side.
  public init(from decoder: any Decoder) throws {
    problem = try Problem(from: decoder)
    result = try Result(from: decoder)
    regularisers = try Regularisers(from: decoder)
  }

  /// All cases of the file with this content.
  public static func all(in data: Data) throws -> [GoldenReference] {
    struct File: Decodable { let cases: [GoldenReference] }
    return try JSONDecoder().decode(File.self, from: data).cases
  }

  /// The name, as in `golden/d784-scale6`.
  public var name: String { "d\(problem.D)-scale\(Int(problem.scale))" }
}
