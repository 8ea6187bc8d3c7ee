import Experiment

/// The sizes of a role that asks for the next velocity of a plane flow: inputs `velocity`
/// [2, height, width], `mask` [1, height, width] and `parameters` [count]; output `velocity`.
struct FlowRole: Equatable {
  let height: Int
  let width: Int
  /// The number of flow parameters.
  let parameters: Int

  /// Points of the grid.
  var points: Int { height * width }

  /// - Throws: `AssayError` (unmet requirement) when `role` is not of this kind.
  init(_ role: Role, for model: String) throws {
    let velocity = try Self.shape(of: "velocity", in: role.inputs, "input", model)
    guard velocity.count == 3, velocity[0] == 2 else {
      throw Self.unmet(model, "an input 'velocity' of \(velocity)", "[2, height, width]")
    }
    let mask = try Self.shape(of: "mask", in: role.inputs, "input", model)
    guard mask == [1, velocity[1], velocity[2]] else {
      throw Self.unmet(
        model, "an input 'mask' of \(mask)", "\([1, velocity[1], velocity[2]])")
    }
    let parameters = try Self.shape(of: "parameters", in: role.inputs, "input", model)
    guard parameters.count == 1 else {
      throw Self.unmet(model, "an input 'parameters' of \(parameters)", "[count]")
    }
    let output = try Self.shape(of: "velocity", in: role.outputs, "output", model)
    guard output == velocity else {
      throw Self.unmet(model, "an output 'velocity' of \(output)", "\(velocity)")
    }
    height = velocity[1]
    width = velocity[2]
    self.parameters = parameters[0]
  }

  private static func shape(
    of name: String, in slots: [Role.Slot], _ side: String, _ model: String
  ) throws -> [Int] {
    guard let slot = slots.first(where: { $0.name == name }) else {
      let names = slots.map(\.name).joined(separator: ", ")
      throw unmet(model, "a role with the \(side)s \(names)", "an \(side) called '\(name)'")
    }
    return slot.shape
  }

  private static func unmet(_ model: String, _ found: String, _ expected: String) -> AssayError {
    AssayError(
      .unmetRequirement, where: "model \(model)", found: found, expected: expected,
      remedy: "use the model in a task that predicts plane flows")
  }
}
