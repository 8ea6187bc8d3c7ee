/// What a task gives to a model and asks of it: tensors by name, shape and unit.
public struct Role: Codable, Sendable, Equatable {
  /// One tensor of a role.
  public struct Slot: Codable, Sendable, Equatable {
    /// Its name, as in `velocity`.
    public let name: String
    /// Its shape without the sample axis.
    public let shape: [Int]
    /// Its unit in SI notation, `1` when it has none.
    public let unit: String

    /// A slot.
    public init(name: String, shape: [Int], unit: String) {
      self.name = name
      self.shape = shape
      self.unit = unit
    }
  }

  /// What the task gives.
  public let inputs: [Slot]
  /// What the task asks for.
  public let outputs: [Slot]

  /// A role.
  public init(inputs: [Slot], outputs: [Slot]) {
    self.inputs = inputs
    self.outputs = outputs
  }

  /// The input slot called `name`.
  public func input(_ name: String) -> Slot? { inputs.first { $0.name == name } }
  /// The output slot called `name`.
  public func output(_ name: String) -> Slot? { outputs.first { $0.name == name } }
}
