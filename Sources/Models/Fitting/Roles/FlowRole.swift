import Experiment

/// The sizes of a role that asks for the velocity of a plane flow.
///
/// Output `velocity` [2, height, width]; inputs `mask` [1, height, width] and `parameters` [count]. Of
/// a role that goes from step to step, `velocity` is an input as well, and `time` [1] may be one: that
/// of the asked frame.
struct FlowRole: Equatable {
  /// What a role may lack.
  enum Need {
    /// The last velocity.
    case velocity
    /// The time of the asked frame.
    case time

    var input: String {
      switch self {
      case .velocity: "velocity"
      case .time: "time"
      }
    }

    var remedy: String {
      switch self {
      case .velocity: "use the model in a task that predicts the next velocity from the last"
      case .time: "use the model in a task that tells the time of the frame it asks for"
      }
    }
  }

  let height: Int
  let width: Int
  /// The number of flow parameters.
  let parameters: Int

  /// Points of the grid.
  var points: Int { height * width }
  /// The shape of a velocity.
  var velocityShape: [Int] { [2, height, width] }

  /// Of these sizes.
  init(height: Int, width: Int, parameters: Int) {
    self.height = height
    self.width = width
    self.parameters = parameters
  }

  /// - Throws: `AssayError` (unmet requirement) when `role` is not of this kind or lacks what `model`
  ///   needs
  init(_ role: Role, for model: String, needing needs: [Need] = [.velocity]) throws {
    for need in needs { try Self.check(role, need, model) }
    let output = try Self.shape(of: "velocity", in: role.outputs, "output", model)
    guard output.count == 3, output[0] == 2 else {
      throw Self.unmet(model, "an output 'velocity' of \(output)", "[2, height, width]")
    }
    let mask = try Self.shape(of: "mask", in: role.inputs, "input", model)
    guard mask == [1, output[1], output[2]] else {
      throw Self.unmet(model, "an input 'mask' of \(mask)", "\([1, output[1], output[2]])")
    }
    let parameters = try Self.shape(of: "parameters", in: role.inputs, "input", model)
    guard parameters.count == 1 else {
      throw Self.unmet(model, "an input 'parameters' of \(parameters)", "[count]")
    }
    self.init(height: output[1], width: output[2], parameters: parameters[0])
  }

  private static func check(_ role: Role, _ need: Need, _ model: String) throws {
    let shape = try shape(of: need.input, in: role.inputs, "input", model, remedy: need.remedy)
    let expected = need == .time ? [1] : role.output("velocity")?.shape ?? shape
    guard shape == expected else {
      throw unmet(model, "an input '\(need.input)' of \(shape)", "\(expected)")
    }
  }

  private static func shape(
    of name: String, in slots: [Role.Slot], _ side: String, _ model: String,
    remedy: String = standardRemedy
  ) throws -> [Int] {
    guard let slot = slots.first(where: { $0.name == name }) else {
      let names = slots.map(\.name).joined(separator: ", ")
      throw unmet(
        model, "a role with the \(side)s \(names)", "an \(side) called '\(name)'", remedy: remedy)
    }
    return slot.shape
  }

  private static let standardRemedy = "use the model in a task that predicts plane flows"

  private static func unmet(
    _ model: String, _ found: String, _ expected: String, remedy: String = standardRemedy
  ) -> AssayError {
    AssayError(
      .unmetRequirement, where: "model \(model)", found: found, expected: expected,
      remedy: remedy)
  }
}
