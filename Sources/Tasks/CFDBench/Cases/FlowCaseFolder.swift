/// A case's folder in the official tree.
struct FlowCaseFolder: Sendable, Equatable {
  let problem: FlowProblem
  let sweep: FlowSweep
  let number: Int
  let name: String

  init(problem: FlowProblem, sweep: FlowSweep, number: Int, name: String) {
    self.problem = problem
    self.sweep = sweep
    self.number = number
    self.name = name
  }

  /// The folder at `path`, as in `cavity/bc/case0007`, or nil.
  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 3, let problem = FlowProblem(rawValue: parts[0]),
      let sweep = FlowSweep(rawValue: parts[1]), let number = Self.number(in: parts[2])
    else { return nil }
    self.init(problem: problem, sweep: sweep, number: number, name: parts[2])
  }

  /// The number in `case0007`, or nil for another name.
  static func number(in name: String) -> Int? {
    guard name.hasPrefix("case"), let number = Int(name.dropFirst(4)), number >= 0 else {
      return nil
    }
    return number
  }

  /// The path below the dataset's folder.
  var path: String { "\(problem.rawValue)/\(sweep.rawValue)/\(name)" }
}
