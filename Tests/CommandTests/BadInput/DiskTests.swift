import Foundation
import TestSupport
import Testing

@Suite struct DiskTests {
  /// Below `/proc` nobody may make a file, not even root.
  @Test(arguments: [
    ["run", "tiny", "--store", "/proc/assay/x/results.sqlite"],
    ["run", "tiny", "--data-folder", "/proc/assay"],
    ["data", "generate", "tiny", "--data-folder", "/dev/null/data"],
    ["data", "export", "tiny", "--output", "/proc/assay"], ["report", "--output", "/proc/assay"],
    ["report", "--output", "/dev/null/x", "--format", "pdf"],
    ["report", "--output", "/proc/self", "--format", "pdf"],
    ["baseline", "save", "mine", "--baselines-folder", "/proc/assay"],
    ["leaderboard", "--write", "--reports", "/proc/assay"],
    ["compare", "--baseline", "mine", "--json", "/proc/assay/c.json"],
  ])
  func aPlaceThatCannotBeWrittenIsNamed(words: [String]) throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    _ = try bench.assay("baseline", "save", "mine")
    let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), words, in: bench.url)
    #expect(outcome.exitCode == 2, "\(outcome.output) \(outcome.errors)")
    let place = try #require(words.first { $0.hasPrefix("/") }).split(separator: "/")
    #expect(outcome.errors.contains("\(place[1])"), "\(outcome.errors)")
    #expect(outcome.errors.contains("; expected "), "\(outcome.errors)")
  }

  /// Files may grow to so many KiB only: too few for a store, for its log, for some of the cells.
  @Test(arguments: [1, 30, 60, 90, 120, 150, 200])
  func aFullDiskEndsARunWithASoundStoreThatGoesOn(kibibytes: Int) throws {
    let bench = try Workbench()
    _ = try bench.assay("data", "generate", "tiny", "--store", "other.sqlite")
    let full = try bench.shell(
      "ulimit -f \(kibibytes); exec $ASSAY run tiny --seeds 0-9")
    if full.exitCode != 0 {
      #expect(full.exitCode == 2, "\(full.output) \(full.errors)")
      #expect(full.errors.contains("free some disk space"), "\(full.errors)")
    }
    if kibibytes <= 90 { #expect(full.exitCode == 2) }
    #expect(try bench.assay("doctor").exitCode == 0)
    let again = try bench.assay("run", "tiny", "--seeds", "0-9")
    #expect(again.exitCode == 0, "\(again.output) \(again.errors)")
    #expect(again.output.contains("20 done"))
    #expect(try bench.assay("doctor").exitCode == 0)
  }

  @Test func aDiskThatIsFullWhileDataAreMadeIsToldAndMended() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    try bench.write(TinySuite(outputSize: 64))
    let full = try bench.shell("ulimit -f 60; exec $ASSAY data generate tiny")
    #expect(full.exitCode == 3)
    #expect(
      full.output.contains("u.npy: cannot be written: File too large"),
      "\(full.output) \(full.errors)")
    let generated = try bench.assay("data", "generate", "tiny")
    #expect(generated.exitCode == 0, "\(generated.errors)")
    #expect(try bench.assay("data", "verify", "tiny").output.hasSuffix("  sound\n"))
  }
}
