import DataFormats
import Foundation
import Tasks
import Tensors

/// Writes small cavity cases in the official format.
struct OfficialFolder {
  let root: URL
  var size = 8

  /// Cases of `sweep` by their published parameters, numbered from `first`.
  func write(_ sweep: CavitySweep, cases: Int, frames: Int, first: Int = 0) throws {
    for (index, parameters) in sweep.cases.prefix(cases).enumerated() {
      try write(parameters, to: path(sweep, first + index), frames: frames)
    }
  }

  func path(_ sweep: CavitySweep, _ number: Int) -> String {
    "cavity/\(sweep.rawValue)/case000\(number)"
  }

  func file(_ path: String) -> URL { root.appending(path: path) }

  func write(_ parameters: CavityParameters, to path: String, frames: Int) throws {
    try NPYWriter.write(field(parameters, frames, phase: 0), to: file("\(path)/u.npy"))
    try NPYWriter.write(field(parameters, frames, phase: 1), to: file("\(path)/v.npy"))
    let cell = (dx: parameters.width / Double(size), dy: parameters.height / Double(size))
    let text = """
      {"vel_top": \(parameters.lidVelocity), "density": \(parameters.density), \
      "viscosity": \(parameters.viscosity), "height": \(parameters.height), \
      "width": \(parameters.width), "dx": \(cell.dx), "dy": \(cell.dy)}
      """
    try AtomicFile.write(Data(text.utf8), to: file("\(path)/case.json"))
  }

  /// A field that grows towards a steady one, different at every point, frame and case.
  private func field(_ parameters: CavityParameters, _ frames: Int, phase: Double) -> Tensor {
    let nu = parameters.viscosity / parameters.density
    var values: [Float] = []
    for frame in 1...frames {
      let growth = 1 - exp(-Double(frame) * (0.2 + 100 * nu))
      for cell in 0..<size * size {
        let place = Double(cell) / Double(size * size) + phase
        values.append(Float(parameters.lidVelocity * growth * (sin(5 * place) + 0.1)))
      }
    }
    return Tensor(shape: [frames, size, size], values: values)
  }
}
