import ArgumentParser

/// Seeds as numbers and ranges separated by commas, as in `0-4` or `0,3,7-9`.
struct SeedList: ExpressibleByArgument, ExpressibleByArrayLiteral {
  private static let mostSeeds = 100_000

  let seeds: [Int]

  /// The default as help texts show it; an empty one is not shown.
  var defaultValueDescription: String { seeds.map(String.init).joined(separator: ",") }

  init(arrayLiteral elements: Int...) { seeds = elements }

  init?(argument: String) {
    let parts = argument.split(separator: ",").map(Self.range)
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else { return nil }
    seeds = parts.compactMap { $0 }.flatMap(Array.init)
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
    else { return nil }
    let (distance, isHuge) = last.subtractingReportingOverflow(first)
    return isHuge || distance >= mostSeeds ? nil : first...last
  }
}
