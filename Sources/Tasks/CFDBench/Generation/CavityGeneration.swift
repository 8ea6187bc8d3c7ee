import DataFormats
import Experiment
import Foundation
import Physics
import Tensors

/// Simulates one case and writes it in the official format.
struct CavityGeneration {
  /// How the case was made; lies beside the official files, which have no place for it.
  struct Record: Codable {
    let generator: String
    let grid: CavityResolution
    let reynolds: Double
    let frameInterval: Double
    let frames: Int
  }

  static let recordName = "assay.json"

  let dataset: CavityDataset
  let entry: CavityEnumeration
  let grid: CavityResolution

  func run(into folder: URL) throws {
    let (u, v) = try simulated()
    let size = dataset.outputSize
    try NPYWriter.write(u, to: folder.appending(path: "u.npy"))
    try NPYWriter.write(v, to: folder.appending(path: "v.npy"))
    try AtomicFile.write(
      Data(CavityCaseFile.text(entry.parameters, size: size).utf8),
      to: folder.appending(path: CavityCaseFile.fileName))
    try AtomicFile.write(try record(), to: folder.appending(path: Self.recordName))
  }

  private func simulated() throws -> (u: Tensor, v: Tensor) {
    let size = dataset.outputSize
    var flow = CavityFlow(CavityCase(entry.parameters), resolution: grid)
    var u: [Float] = []
    var v: [Float] = []
    for frame in 1...dataset.frames {
      flow.advance(to: Double(frame) * dataset.frameInterval)
      let sample = flow.sampled(rows: size, columns: size)
      guard (sample.u + sample.v).allSatisfy(\.isFinite) else { throw diverged(at: frame) }
      u += sample.u
      v += sample.v
    }
    let shape = [dataset.frames, size, size]
    return (Tensor(shape: shape, values: u), Tensor(shape: shape, values: v))
  }

  private func diverged(at frame: Int) -> AssayError {
    AssayError(
      .badInput, where: "\(dataset.identifier)/\(entry.path)",
      found: "the simulation is not finite at frame \(frame)", expected: "a stable simulation",
      remedy: "report this case: the solver's rule says that it is resolved")
  }

  private func record() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(
      Record(
        generator: "Assay Physics, CavityFlow", grid: grid,
        reynolds: entry.parameters.reynoldsNumber, frameInterval: dataset.frameInterval,
        frames: dataset.frames))
  }
}

extension CavityCase {
  /// The physics of a case file.
  init(_ parameters: CavityParameters) {
    self.init(
      lidVelocity: parameters.lidVelocity, density: parameters.density,
      viscosity: parameters.viscosity, width: parameters.width, height: parameters.height)
  }
}
