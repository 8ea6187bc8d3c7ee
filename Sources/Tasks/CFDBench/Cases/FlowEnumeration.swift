/// One case in CFDBench's own numbering.
struct FlowEnumeration: Sendable, Equatable {
  let sweep: FlowSweep
  /// The number in the case's folder name.
  let number: Int
  let parameters: FlowParameters

  /// The case's folder below the dataset's, as in `cavity/bc/case0007`.
  var path: String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(parameters.problem.rawValue)/\(sweep.rawValue)/case\(zeros)\(digits)"
  }

  /// Every case of `sweeps`, BC first, then PROP, then GEO, each by number.
  static func cases(of problem: FlowProblem, _ sweeps: [FlowSweep]) -> [FlowEnumeration] {
    FlowSweep.allCases.filter(sweeps.contains).flatMap { sweep in
      let first = problem.firstNumber(of: sweep)
      return problem.cases(of: sweep).enumerated().map { index, parameters in
        FlowEnumeration(sweep: sweep, number: first + index, parameters: parameters)
      }
    }
  }

  /// The indices of `limit` of `count` things, evenly spaced with both ends (all when `limit` is 0).
  static func evenlySpaced(_ limit: Int, of count: Int) -> [Int] {
    guard limit > 0, limit < count else { return Array(0..<count) }
    guard limit > 1 else { return [0] }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }
}
