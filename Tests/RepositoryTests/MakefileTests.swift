import Foundation
import TestSupport
import Testing

/// The Makefile tells all it can do and holds no logic.
@Suite struct MakefileTests {
  private static func targets() throws -> [(name: String, recipe: Int)] {
    var targets: [(name: String, recipe: Int)] = []
    for line in try PackageFolder.text("Makefile").split(separator: "\n") {
      if let match = line.firstMatch(of: /^([a-z][a-z-]*):(?!=)/) {
        targets.append((String(match.1), 0))
      } else if line.hasPrefix("\t"), !targets.isEmpty {
        targets[targets.count - 1].recipe += 1
      }
    }
    return targets
  }

  @Test func everyTargetIsInTheHelp() throws {
    let help = try ChildProcess.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["make", "-s", "help"], in: PackageFolder.url)
    #expect(help.exitCode == 0)
    let names = try Self.targets().map(\.name)
    #expect(names.contains("bench") && names.contains("test"))
    let listed = help.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.filter { name in !listed.contains { $0 == name } } == [])
  }

  @Test func noRecipeIsLongerThanFourLines() throws {
    #expect(try Self.targets().filter { $0.recipe > 4 }.map(\.name) == [])
  }
}
