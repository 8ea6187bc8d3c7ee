/// A case's folder in the official tree.
struct CavityCaseFolder: Sendable, Equatable {
  let sweep: CavitySweep
  let number: Int
  let name: String

  init(sweep: CavitySweep, number: Int, name: String) {
    self.sweep = sweep
    self.number = number
    self.name = name
  }

  /// The folder at `path`, as in `cavity/bc/case0007`, or nil.
  init?(path: String) {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == CavityEnumeration.problem,
      let sweep = CavitySweep(rawValue: String(parts[1])), parts[2].hasPrefix("case"),
      let number = Int(parts[2].dropFirst(4)), number >= 0
    else { return nil }
    self.init(sweep: sweep, number: number, name: String(parts[2]))
  }

  /// The path below the dataset's folder.
  var path: String { "\(CavityEnumeration.problem)/\(sweep.rawValue)/\(name)" }
}
