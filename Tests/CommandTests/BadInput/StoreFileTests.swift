import Foundation
import TestSupport
import Testing

/// A file that is not a sound store of this program is refused with 4 and left as it is.
@Suite struct StoreFileTests {
  private static let verbs = [
    ["run", "tiny"], ["plan", "tiny"], ["show"], ["report"], ["doctor"], ["baseline", "save", "b"],
  ]

  private func expectRefusal(
    of damage: (Data) -> Data, saying words: String, verbs: [[String]] = verbs
  ) throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let bytes = damage(try Data(contentsOf: bench.store))
    try bytes.write(to: bench.store)
    for verb in verbs {
      let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), verb, in: bench.url)
      #expect(outcome.exitCode == 4, "\(verb)")
      let text = outcome.errors + outcome.output
      #expect(text.contains(words), "\(text)")
      #expect(text.contains(".assay/results.sqlite"))
      #expect(try Data(contentsOf: bench.store) == bytes)
    }
  }

  @Test func aStoreWithoutANameIsRefused() throws {
    let bench = try Workbench()
    for verb in [["run", "tiny"], ["show"], ["doctor"], ["merge", "x"]] {
      let outcome = try ChildProcess.run(
        BuiltProduct.executable("assay"), verb + ["--store", ""], in: bench.url)
      #expect(outcome.exitCode == 2, "\(verb)")
      #expect(outcome.errors.contains("the store: ''"), "\(outcome.errors)")
    }
  }

  @Test func changedValuesAreNeitherSavedNorBundled() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let change = try bench.shell(
      "python3 -c \"import sqlite3; d = sqlite3.connect('.assay/results.sqlite'); "
        + "d.execute('UPDATE measurement SET value = 2 * value WHERE value > 0'); d.commit()\"")
    #expect(change.exitCode == 0, "\(change.errors)")
    for verb in [["baseline", "save", "b"], ["export", "bundle", "--output", "b.zip"]] {
      let outcome = try ChildProcess.run(
        BuiltProduct.executable("assay"), verb, in: bench.url)
      #expect(outcome.exitCode == 4, "\(outcome.errors)")
      #expect(outcome.errors.contains("are not those that were recorded"))
    }
    #expect(!bench.exists("Baselines/b") && !bench.exists("b.zip"))
  }

  @Test func resultsThatADiskDidNotTakeAreNotCalledExported() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny")
    #expect(try bench.shell("$ASSAY export results >/dev/full").exitCode == 2)
    #expect(try bench.shell("$ASSAY run tiny --json >/dev/full").exitCode == 2)
    #expect(try bench.shell("set -o pipefail; $ASSAY export results | head -1").exitCode == 0)
  }

  @Test(arguments: [
    ["run", "tiny", "--seeds", "0-999999999999"],
    [
      "submit", "start", "tiny", "--launcher", "local", "--dry-run", "--elements", "999999999999",
    ],
    [
      "submit", "start", "tiny", "--launcher", "local", "--dry-run", "--jobs",
      "9223372036854775807",
    ],
  ])
  func absurdNumbersAreRefused(arguments: [String]) throws {
    let bench = try Workbench()
    let outcome = try ChildProcess.run(
      BuiltProduct.executable("assay"), arguments, in: bench.url)
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
  }

  @Test func aTextFileIsNoStore() throws {
    try expectRefusal(of: { _ in Data("results\n".utf8) }, saying: "not an SQLite database")
  }

  @Test func anotherProgramsDatabaseIsNoStore() throws {
    try expectRefusal(
      of: { $0.replacing(at: 68, with: [0, 0, 0, 0]) }, saying: "belongs to another program")
  }

  @Test func aNewerStoreIsRefused() throws {
    try expectRefusal(
      of: { $0.replacing(at: 60, with: [0, 0, 3, 231]) }, saying: "the store has schema version 999"
    )
  }

  @Test func aStoreCutShortIsRefused() throws {
    try expectRefusal(of: { $0.prefix($0.count / 2) }, saying: "the file has")
  }

  @Test func aStoreWithOverwrittenPagesIsFoundDamaged() throws {
    try expectRefusal(
      of: { bytes in
        let zeros = [UInt8](repeating: 0xA5, count: bytes.count - 8192)
        return bytes.replacing(at: 8192, with: zeros)
      }, saying: "malformed", verbs: [["run", "tiny"], ["doctor"]])
  }
}

extension Data {
  /// The same with `bytes` from `offset` on.
  fileprivate func replacing(at offset: Int, with bytes: [UInt8]) -> Data {
    var copy = self
    copy.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return copy
  }
}
