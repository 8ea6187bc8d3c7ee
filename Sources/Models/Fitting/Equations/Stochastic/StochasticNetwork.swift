import Networks

/// A network around a stochastic equation.
protocol StochasticNetwork: VariableNetwork {
  /// How the equation is solved.
  var choices: StochasticChoices { get set }
}

extension StochasticNetwork {
  /// The tolerances of the test.
  var variants: [(name: String, network: Self)] {
    choices.variants.map { name, choices in
      var network = self
      network.choices = choices
      return (name, network)
    }
  }
}
