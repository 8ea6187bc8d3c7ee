/// The pull of parameters towards zero.
public struct WeightDecay: Codable, Sendable, Equatable {
  /// Nothing decays.
  public static let none = WeightDecay(rate: 0)

  /// The rate λ; 0 for none.
  public var rate: Double
  /// Names of parameters that do not decay: whole names, or their ends after a dot, as in `bias`.
  public var exempt: [String]

  /// A decay of all parameters but the `exempt`.
  public init(rate: Double, exempt: [String] = []) {
    self.rate = rate
    self.exempt = exempt
  }

  /// The rate of the parameter `name`.
  public func rate(of name: String) -> Double {
    exempt.contains { name == $0 || name.hasSuffix(".\($0)") } ? 0 : rate
  }
}
