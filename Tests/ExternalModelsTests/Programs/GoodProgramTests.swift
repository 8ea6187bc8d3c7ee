import Experiment
import ExternalModels
import Foundation
import Randomness
import Tensors
import TestSupport
import Testing

@Suite struct GoodProgramTests {
  @Test func aProgramLearnsAndPredicts() throws {
    let (trace, prediction) = try ToyProgram().live()
    #expect(trace.steps == 16)
    #expect(trace.stopped == "")
    #expect(trace.curves.map(\.name) == ["other", "training-loss"])
    #expect(
      trace.curves.map(\.positions.count) == [1, 8], "a curve ends before what is not finite")
    let x = try ToyProgram.samples(3).required("x").values
    #expect(try prediction.required("y").values == x.map { Float(Double($0) * 1.507) })
  }

  @Test func itTellsItsFactsAndItsParameters() throws {
    var model = try ToyProgram().start()
    #expect(model.parameterCount == 1)
    #expect(model.facts["model"] == "toy")
    #expect(model.facts["software number"] == "7")
    #expect(model.facts["network"]?.isEmpty == false)
    #expect(model.facts["writes"]?.isEmpty == false)
    _ = try model.fit(
      ToyProgram.data, within: ToyProgram().budget, random: RandomStream(seed: 0))
    #expect(model.parameterCount == 2)
    #expect(try model.end() > 1, "a Python needs some memory")
  }

  @Test func theEndMayBeAskedForTwice() throws {
    let model = try ToyProgram().start()
    #expect(try model.end() == model.end())
  }

  @Test func aRoleThatItCannotFulfilIsAnUnmetRequirement() throws {
    let role = Role(inputs: [.init(name: "z", shape: [1], unit: "1")], outputs: [])
    let failure = try #require(throws: ModelFailure.self) { try ToyProgram().start(role: role) }
    #expect(failure == ModelFailure(.unmetRequirement, "needs an x"))
  }

  @Test func numbersThatAreNotFinitePass() throws {
    let prediction = try ToyProgram("not finite").live().prediction
    #expect(try prediction.required("y").values[0].isNaN)
  }

  @Test func nothingOfTheUsersShellReachesIt() throws {
    var toy = try ToyProgram("environment")
    toy.environment = ["MY_FLAG": "on"]
    toy.parameters = .mapping(["width": .integer(32)])
    let facts = try toy.start().facts
    let variables = facts.filter { $0.key.hasPrefix("software v ") }
      .reduce(into: [String: String]()) { $0[String($1.key.dropFirst(11))] = $1.value }
    #expect(facts["software folder"] == toy.folder.url.resolvingSymlinksInPath().path)
    #expect(facts["software parameters"] == #"{"width": 32}"#)
    #expect(variables["MY_FLAG"] == "on")
    #expect(variables["HOME"] == toy.scratch.path)
    #expect(variables["TMPDIR"] == toy.scratch.path)
    #expect(variables["OMP_NUM_THREADS"] == "1")
    let known: Set = [
      "ASSAY_MODEL", "ASSAY_PROTOCOL", "ASSAY_WORKER", "HOME", "LANG", "LC_CTYPE", "MY_FLAG",
      "PATH",
      "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONUNBUFFERED", "TMPDIR", "TZ",
    ]
    let others = variables.keys.filter { !known.contains($0) && !$0.contains("NUM") }
    #expect(others.sorted() == [])
  }

  /// Large enough for the shared folder, and for more than one pipe.
  @Test(arguments: [1, 50_000, 400_000]) func aBodyOfAnySizeArrivesWhole(width: Int) throws {
    try expectDoubled(width: width, by: ToyProgram())
  }

  /// So large that the pipe is lent its pages, and not a whole number of them.
  @Test func aLargeBodyArrivesWholeByPipe() throws {
    try expectDoubled(width: 700_001, by: ToyProgram("by pipe alone"))
  }

  private func expectDoubled(width: Int, by toy: ToyProgram) throws {
    let role = Role(
      inputs: [.init(name: "x", shape: [width], unit: "m")],
      outputs: [.init(name: "y", shape: [width], unit: "1")])
    var model = try toy.start(role: role, seed: 500)
    // No page is like another: 1009 is prime.
    let values = (0..<2 * width).map { Float($0 % 1009) }
    let x = NamedTensors(["x": Tensor(shape: [2, width], values: values)])
    let y = NamedTensors(["y": Tensor(shape: [2, width], values: values)])
    _ = try model.fit(
      TrainingSet(inputs: x, targets: y, validationInputs: x, validationTargets: y),
      within: toy.budget, random: RandomStream(seed: 0))
    #expect(try model.predict(x).required("y").values == values.map { 2 * $0 })
    _ = try model.end()
  }

  @Test func noSampleIsAskedForAsWell() throws {
    let model = try ToyProgram().start()
    let none = NamedTensors(["x": Tensor(shape: [0, ToyProgram.width], values: [])])
    #expect(try model.predict(none).required("y").shape == [0, ToyProgram.width])
  }

  @Test func sharedMemoryAndSignalsOfOthersAreOutOfItsReach() throws {
    let neighbour = try ToyProgram().start()
    let model = try ToyProgram("looks around").start()
    let facts = model.facts
    let left = try #require(facts["software left"])
    #expect(facts["software child"] == "-9", "its own processes are its own")
    if facts["shared-memory"] == "its own" {
      #expect(facts["software others"] == "0")
      #expect(!FileManager.default.fileExists(atPath: left))
    } else {
      unlink(left)
    }
    if facts["signals"] == "confined" { #expect(facts["software parent"] == "out of reach") }
    _ = try model.end()
    _ = try neighbour.end()
  }

  @Test func stepsThatItTellsAreAFact() throws {
    var model = try ToyProgram().start()
    _ = try model.fit(
      ToyProgram.data, within: ToyProgram().budget, random: RandomStream(seed: 0))
    #expect(model.facts["training-steps"] == "16")
    var greedy = try ToyProgram("counts too many").start()
    _ = try greedy.fit(
      ToyProgram.data, within: ToyProgram().budget, random: RandomStream(seed: 0))
    #expect(greedy.facts["training-steps"] == "160, of 16 allowed")
  }

  @Test func itCannotWriteOutsideItsScratchFolder() throws {
    let toy = try ToyProgram("writes elsewhere")
    guard try toy.start().facts["writes"] == "confined" else { return }
    let failure = try #require(throws: ModelFailure.self) { try toy.live() }
    #expect(failure.kind == .exited)
    #expect(failure.reason.contains("Permission denied"))
  }
}
