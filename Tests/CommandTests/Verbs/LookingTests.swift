import Foundation
import TestSupport
import Testing

/// Verbs that look and change nothing.
@Suite struct LookingTests {
  @Test func listNamesSuitesAndBaselines() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny")
    _ = try bench.assay("baseline", "save", "mine")
    let outcome = try bench.assay("list")
    #expect(outcome.exitCode == 0)
    for words in [
      "tiny - Tiny", "    prop", "    identity", "    fno", "    nmse", "  mine  measured  quick",
    ] {
      #expect(outcome.output.contains(words))
    }
  }

  @Test func listNamesTheShelves() throws {
    let output = try Workbench().assay("list", "--shelves").output
    for name in ["cfd-bench", "identity", "fno", "auto-ffn", "nmse"] {
      #expect(output.contains("    \(name)"))
    }
  }

  @Test func planTellsWhatARunWouldDoAndMakesNothing() throws {
    let bench = try Workbench()
    let before = try bench.assay("plan", "tiny")
    #expect(before.exitCode == 0)
    #expect(before.output.contains("6 parts to make"))
    #expect(before.output.contains("4 cells, 4 to run"))
    #expect(!bench.exists(".assay"))
    _ = try bench.assay("run", "tiny")
    let after = try bench.assay("plan", "tiny", "--json").output
    let plans = try #require(
      JSONSerialization.jsonObject(with: Data(after.utf8)) as? [[String: Any]])
    let cells = try #require(plans.first?["cells"] as? [[String: Any]])
    #expect(cells.map { $0["wouldRun"] as? Bool } == [false, false, false, false])
  }

  @Test func validateSaysThatASuiteIsSound() throws {
    let outcome = try Workbench().assay("validate")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output
        == "Suites/tiny/suite.yaml: suite tiny is sound: 1 tasks, 2 models, 1 metrics\n")
  }

  @Test func theSchemaIsJSON() throws {
    let outcome = try Workbench().assay("validate", "--schema")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let schema = try #require(object as? [String: Any])
    #expect((schema["$schema"] as? String)?.contains("json-schema.org") == true)
  }

  @Test func showHasAllItsForms() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny")
    let cells = try bench.assay("show").output.split(separator: "\n")
    #expect(cells.count == 4)
    #expect(cells.allSatisfy { $0.contains("  done  tiny/prop/") })
    let key = try #require(cells.first?.split(separator: " ").first)
    #expect(try bench.assay("show", "--runs").output.contains("assay run tiny\n"))
    let byKey = try bench.assay("show", "\(key)")
    #expect(byKey.output.contains("nmse one-step test"))
    let byName = try bench.assay("show", "tiny/prop/fno/1/quick", "--log")
    #expect(byName.output.contains("cell          tiny/prop/fno/seed 1/quick"))
    #expect(byName.output.contains("\nlog"))
    for arguments in [["--json"], ["--json", "--runs"], ["\(key)", "--json"]] {
      let json = try ChildProcess.run(
        BuiltProduct.executable("assay"), ["show"] + arguments, in: bench.url)
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      }
    }
  }

  @Test func aCellThatIsNotThereIsAMistake() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let outcome = try bench.assay("show", "tiny/prop/fnoo/0")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("no such cell"))
  }

  @Test func doctorFindsASoundStore() throws {
    let bench = try Workbench()
    #expect(try bench.assay("doctor").output.contains("none yet"))
    _ = try bench.assay("run", "tiny")
    let outcome = try bench.assay("doctor")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("  4 cells done\n  sound\n"))
  }

  @Test func aReaderThatLeavesEarlyEndsNothing() throws {
    let bench = try Workbench()
    let outcome = try bench.shell("$ASSAY run tiny | true; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "0\n")
    #expect(outcome.errors == "")
    #expect(try bench.assay("run", "tiny").output.contains("4 done (0 run, 4 from the store)"))
    #expect(try bench.shell("$ASSAY list | true; echo ${PIPESTATUS[0]}").output == "0\n")
  }

  @Test func textThatReachesNoFileIsAFailure() throws {
    let outcome = try Workbench().shell("$ASSAY list > /dev/full")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("standard output"))
  }
}
