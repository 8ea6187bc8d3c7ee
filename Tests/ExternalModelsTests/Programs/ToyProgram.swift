import Experiment
import ExternalModels
import Foundation
import Randomness
import Tensors
import TestSupport

/// `Tests/Fixtures/ExternalPrograms/toy.py` as a model: y = weight x, or what its behaviour says.
struct ToyProgram {
  static let python = "/usr/bin/python3"
  static let file = PackageFolder.url.appending(path: "Tests/Fixtures/ExternalPrograms/toy.py")
  static let width = 6
  static let role = Role(
    inputs: [.init(name: "x", shape: [width], unit: "m")],
    outputs: [.init(name: "y", shape: [width], unit: "1")])

  let folder: TemporaryFolder
  var behaviour = "good"
  var wallSeconds = 20.0
  var diskMebibytes = 64
  var parameters = JSONValue.mapping([:])
  var environment: [String: String] = [:]

  init(_ behaviour: String = "good") throws {
    folder = try TemporaryFolder()
    self.behaviour = behaviour
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Self.file, to: folder.url.appending(path: "toy.py"))
  }

  var scratch: URL { folder.url.appending(path: "scratch") }
  var budget: Budget {
    Budget(
      trainingSteps: 16, batchSize: 2, wallSeconds: wallSeconds, diskMebibytes: diskMebibytes)
  }
  var place: ModelPlace { ModelPlace(scratch: scratch, threads: 1, budget: budget) }
  var program: ModelProgram {
    ModelProgram(
      executable: Self.python, command: ["python3", "toy.py", behaviour], folder: folder.url,
      environment: environment)
  }

  func start(role: Role = role, seed: UInt32 = 7) throws -> ExternalModel {
    try ExternalModel.start(
      program, role: role, parameters: parameters, seed: seed, at: place)
  }

  /// A whole life: hello, fit, two predictions, goodbye.
  @discardableResult
  func live() throws -> (trace: TrainingTrace, prediction: NamedTensors) {
    var model = try start()
    let trace = try model.fit(Self.data, within: budget, random: RandomStream(seed: 0))
    let prediction = try model.predict(Self.samples(3))
    _ = try model.predict(Self.samples(2))
    _ = try model.end()
    return (trace, prediction)
  }

  static func samples(_ count: Int, of name: String = "x") -> NamedTensors {
    let values = (0..<count * width).map { Float($0) / 8 - 1 }
    return NamedTensors([name: Tensor(shape: [count, width], values: values)])
  }

  static var data: TrainingSet {
    TrainingSet(
      inputs: samples(4), targets: samples(4, of: "y"), validationInputs: samples(2),
      validationTargets: samples(2, of: "y"))
  }
}
