import Networks

/// A network that can be asked under other settings without another training.
protocol VariableNetwork: FieldNetwork {
  /// This network, with the very same parameters, under other settings; names as in `ModelVariant`.
  var variants: [(name: String, network: Self)] { get }
  /// What is to be known of its results, by name.
  var facts: [String: String] { get }
}

extension VariableNetwork {
  /// None.
  var facts: [String: String] { [:] }
}
