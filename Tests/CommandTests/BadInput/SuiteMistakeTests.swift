import TestSupport
import Testing

@Suite struct SuiteMistakeTests {
  @Test func anUnknownModelIsToldWithItsPlaceAndTheNearestName() throws {
    let bench = try Workbench(TinySuite(replacing: ("model: {fno:", "model: {fmo:")))
    let outcome = try bench.assay("run", "tiny")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("Suites/tiny/suite.yaml:27:13:"))
    #expect(outcome.errors.contains("'fmo'"))
    #expect(outcome.errors.contains("write 'fno' instead"))
    #expect(!bench.exists(".assay"))
  }

  @Test func anUnknownKeyIsToldWithItsPlaceAndTheNearestName() throws {
    let bench = try Workbench(TinySuite(replacing: ("rolloutSteps:", "rolloutStep:")))
    for verb in [["run", "tiny"], ["plan", "tiny"], ["validate"], ["list"]] {
      let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), verb, in: bench.url)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("Suites/tiny/suite.yaml:14:"))
      #expect(outcome.errors.contains("'rolloutStep'"))
      #expect(outcome.errors.contains("write 'rolloutSteps' instead"))
    }
  }

  @Test func allMistakesOfAFileAreToldTogether() throws {
    var suite = TinySuite(replacing: ("batchSize: 4", "batchSize: many"))
    suite.network = "width: 4, depth: 2"
    let outcome = try Workbench(suite).assay("validate")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("depth"))
    #expect(outcome.errors.contains("many"))
  }

  @Test(arguments: [
    (["run"], "name a suite, or give --all"), (["run", "tini"], "tiny"),
    (["run", "tiny", "--tasks", "propp"], "prop"), (["run", "tiny", "--models", "fmo"], "fno"),
    (["run", "tiny", "--jobs", "0"], "--jobs"), (["run", "tiny", "--seeds", "5-1"], "5-1"),
    (["run", "tiny", "--profile", "huge"], "quick"),
    (["run", "tiny", "--model", "none.yaml"], "none.yaml"),
    (["validate", "none.yaml"], "none.yaml"),
    (["list", "--suites-folder", "nowhere"], "nowhere"),
    (["data", "import", "pdebench", "."], "cfdbench"),
    (["data", "import", "cfdbench", "nowhere"], "nowhere"),
    (["run", "tiny", "--data", "nowhere"], "nowhere"),
    (["run", "tiny", "--data", "imported"], "assay data import cfdbench"),
    (["compare", "--baseline", "mine"], "baseline save"),
  ])
  func aWrongNameIsRefusedWithARemedy(words: [String], remedy: String) throws {
    let bench = try Workbench()
    let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), words, in: bench.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(remedy), "\(outcome.errors)")
    #expect(!bench.exists(".assay/results.sqlite"))
  }
}
