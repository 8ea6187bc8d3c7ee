import DataFormats
import Foundation
import Tasks
import Tensors

/// Writes small cases in the official format.
struct OfficialFolder {
  let root: URL
  var size = 8
  var problem = FlowProblem.cavity

  /// Cases of `sweep` by their published parameters, numbered from `first`.
  func write(_ sweep: FlowSweep, cases: Int, frames: Int, first: Int = 0) throws {
    for (index, parameters) in problem.cases(of: sweep).prefix(cases).enumerated() {
      try write(parameters, to: path(sweep, first + index), frames: frames)
    }
  }

  func path(_ sweep: FlowSweep, _ number: Int) -> String {
    "\(problem.rawValue)/\(sweep.rawValue)/case\(String(format: "%04d", number))"
  }

  func file(_ path: String) -> URL { root.appending(path: path) }

  func write(_ parameters: FlowParameters, to path: String, frames: Int) throws {
    try write(field(parameters, frames, phase: 0), to: "\(path)/u.npy")
    try write(field(parameters, frames, phase: 1), to: "\(path)/v.npy")
    try Data(text(parameters).utf8).write(to: file("\(path)/case.json"))
  }

  /// Without waiting for the disk, unlike `NPYWriter.write`.
  func write(_ tensor: Tensor, to path: String) throws {
    let url = file(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try NPYWriter.encoded(tensor).write(to: url)
  }

  /// The keys in the published order.
  private func text(_ parameters: FlowParameters) -> String {
    let keys: [FlowQuantity] =
      switch problem {
      case .cavity: [.lidVelocity, .density, .viscosity, .height, .width]
      case .tube: [.inletVelocity, .density, .viscosity, .height, .width]
      case .dam:
        [.jetVelocity, .density, .viscosity, .barrierHeight, .barrierWidth, .height, .width]
      case .cylinder:
        [.inletVelocity, .density, .viscosity, .radius, .left, .right, .bottom, .top]
      }
    let fields = keys.map { "\"\($0.rawValue)\": \(parameters[$0])" }
    let cells = """
      "dx": \(parameters.windowWidth / Double(size)), "dy": \(parameters.windowHeight / Double(size))
      """
    return "{\(fields.joined(separator: ", ")), \(cells)}"
  }

  /// A field that grows towards a steady one, different at every point, frame and case.
  private func field(_ parameters: FlowParameters, _ frames: Int, phase: Double) -> Tensor {
    let nu = parameters[.viscosity] / parameters[.density]
    var values: [Float] = []
    for frame in 1...frames {
      let growth = 1 - exp(-Double(frame) * (0.2 + 100 * nu))
      for cell in 0..<size * size {
        let place = Double(cell) / Double(size * size) + phase
        values.append(Float(parameters.velocity * growth * (sin(5 * place) + 0.1)))
      }
    }
    return Tensor(shape: [frames, size, size], values: values)
  }
}
