import Experiment
import Foundation
import Tasks
import Tensors
import Testing

@Suite struct FlowTaskErrorTests {
  private func message(
    cases: Int = 5, model: FunctionModel? = nil, _ change: (inout CFDBench) -> Void
  ) throws -> String {
    try withTemporaryFolder { root in
      try OfficialFolder(root: root).write(.bc, cases: cases, frames: 3)
      var task = CFDBench()
      task.outputSize = 8
      change(&task)
      do {
        _ = try task.prepare(DataLocation(folder: root, origin: .imported, contentHash: ""))
        return "no error"
      } catch {
        return "\(error)"
      }
    }
  }

  @Test func parametersOutOfRangeAreTold() throws {
    #expect(
      try message { $0.sweeps = [] }
        == "task cfd-bench, sweeps: no sweep; expected one or more of bc, prop, geo; "
        + "correct the parameter in the suite file.")
    #expect(
      try message { $0.split.training = 0.95 }.hasPrefix(
        "task cfd-bench, split.training + split.validation: 1.05; expected less than 1"))
    #expect(
      try message { $0.rolloutSteps = 0 }
        == "task cfd-bench, rolloutSteps: 0; expected 1 or more; correct the parameter in "
        + "the suite file.")
    #expect(
      try message { $0.viscosityScale = 0 }
        == "task cfd-bench, viscosityScale: 0.0; expected a factor above 0; correct the "
        + "parameter in the suite file.")
  }

  @Test func tooFewFlowsAreTold() throws {
    #expect(
      try message(cases: 2) { _ in }
        == "task cfd-bench: 2 distinct flows in 2 cases; expected 3 or more, one each for "
        + "training, validation and test; raise caseLimit or add a sweep.")
  }

  @Test func aSweepThatIsNotThereIsTold() throws {
    let found = try message { $0.sweeps = [.bc, .geo] }
    #expect(
      found.hasSuffix(
        "/cavity/geo: it is missing; expected folders case0000, …; generate or download the data "
          + "again."))
  }

  @Test func aModelThatBreaksTheRoleIsTold() throws {
    try withTemporaryFolder { root in
      try OfficialFolder(root: root).write(.bc, cases: 5, frames: 3)
      var task = CFDBench()
      task.outputSize = 8
      let prepared = try task.prepare(
        DataLocation(folder: root, origin: .imported, contentHash: ""))
      do {
        _ = try prepared.evaluate(HalfModel(), metrics: [])
        Issue.record("a prediction of another shape was accepted")
      } catch let error as AssayError {
        #expect(error.kind == .unmetRequirement)
        #expect(
          error.description
            == "prediction of the model: 'velocity' of shape [2, 1, 8, 8]; expected 'velocity' of "
            + "shape [2, 2, 8, 8]; make the model return the outputs of its role, one for each "
            + "sample.")
      }
    }
  }

  @Test func everyParameterHasADefaultThatIsEncoded() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(CFDBench()), as: UTF8.self)
        == #"{"caseLimit":0,"frameInterval":0,"frames":40,"outputSize":64,"#
        + #""pairs":{"steadyThreshold":0.001,"stride":0},"problem":"cavity","rolloutSteps":20,"#
        + #""scoring":"corrected","split":{"training":0.8,"validation":0.1},"sweeps":["bc"],"#
        + #""track":"autoregressive","viscosityScale":1}"#)
  }

  @Test func theTaskIsOnItsShelf() {
    #expect(
      TaskCatalogue.all.keys.sorted() == [
        "cfd-bench", "density", "image-classification", "series-classification",
        "series-interpolation", "spiral-sde", "trajectory",
      ])
  }
}
