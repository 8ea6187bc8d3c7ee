/// One case in CFDBench's own numbering.
struct CavityEnumeration: Sendable, Equatable {
  /// The folder of the problem in the official tree.
  static let problem = "cavity"

  let sweep: CavitySweep
  /// The number in the case's folder name.
  let number: Int
  let parameters: CavityParameters

  /// The case's folder below the dataset's, as in `cavity/bc/case0007`.
  var path: String { Self.path(sweep, number) }

  /// Every case of `sweeps`, BC first, then PROP, then GEO, each by number.
  static func cases(of sweeps: [CavitySweep]) -> [CavityEnumeration] {
    CavitySweep.allCases.filter(sweeps.contains).flatMap { sweep in
      sweep.cases.enumerated().map { index, parameters in
        CavityEnumeration(
          sweep: sweep, number: sweep.firstNumber + index, parameters: parameters)
      }
    }
  }

  /// As in `cavity/bc/case0007`.
  static func path(_ sweep: CavitySweep, _ number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(problem)/\(sweep.rawValue)/case\(zeros)\(digits)"
  }

  /// The indices of `limit` of `count` things, evenly spaced with both ends (all when `limit` is 0).
  static func evenlySpaced(_ limit: Int, of count: Int) -> [Int] {
    guard limit > 0, limit < count else { return Array(0..<count) }
    guard limit > 1 else { return [0] }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }
}
