import Solvers

/// A number of the solves of a training step.
public struct SolveReading: Sendable, Equatable {
  /// What is counted.
  public enum Kind: Int, Sendable, CaseIterable {
    /// Evaluations of the rate on the way forward: NFE.
    case forwardEvaluations
    /// Evaluations and products of a transposed Jacobian on the way back.
    case backwardEvaluations
    /// Steps that the solution is made of.
    case acceptedSteps
    /// Steps that were thrown away.
    case rejectedSteps
  }

  /// What is counted.
  public let kind: Kind
  /// Optimiser steps taken before.
  public let step: Int
  /// The mean over the solves of the step.
  public let value: Double

  /// A reading.
  public init(kind: Kind, step: Int, value: Double) {
    self.kind = kind
    self.step = step
    self.value = value
  }

  /// One reading of each kind; none without solves.
  static func readings(of solves: [any RecordedSolve], at step: Int) -> [SolveReading] {
    guard !solves.isEmpty else { return [] }
    return Kind.allCases.map { kind in
      let sum = solves.reduce(0) { $0 + kind.count(in: $1) }
      return SolveReading(kind: kind, step: step, value: Double(sum) / Double(solves.count))
    }
  }
}

extension SolveReading.Kind {
  fileprivate func count(in solve: any RecordedSolve) -> Int {
    let back = solve.backward.trace.work
    return switch self {
    case .forwardEvaluations: solve.trace.work.evaluations
    case .backwardEvaluations: back.evaluations + back.transposedProducts
    case .acceptedSteps: solve.trace.accepted.count
    case .rejectedSteps: solve.trace.rejectedCount
    }
  }
}
