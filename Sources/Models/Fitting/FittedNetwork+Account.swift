import Autodiff
import Experiment
import Networks
import Tensors

extension FittedNetwork: AccountableModel {
  /// Of a network that solves equations: what the solve of each predicted sample took (`solve`), what that of
  /// the first samples as one system takes (`batch`; in Double, where the network knows how,
  /// `batch-double`), what a training step took on the mean (`training`), and the steps of the first
  /// samples along time, before and after the training.
  func account() throws -> ModelAccount {
    let (entries, inputs) = ledger.take()
    var account = ModelAccount(entries: entries)
    guard !entries.isEmpty, !inputs.isEmpty else { return account }
    let trained = checkpoint
    defer { try? restore(trained) }
    let graph = batch(of: inputs)
    account.add(SolvedSample(graph.solves), evaluation: "batch")
    if let precise = (network as? any PreciseNetwork)?.preciseSolve(in: graph) {
      account.add(SolvedSample([precise]), evaluation: "batch-double")
    }
    if let solve = graph.solves.first { account.curves += SolveCourse.curves(of: solve, "trained") }
    guard let untrained = ledger.untrained else { return account }
    try restore(untrained)
    if let solve = batch(of: inputs).solves.first {
      account.curves += SolveCourse.curves(of: solve, "untrained")
    }
    return account
  }

  /// What is to be known of a network that solves equations, such as a tolerance below rounding.
  var facts: [String: String] { (network as? any VariableNetwork)?.facts ?? [:] }

  /// The same parameters under the other settings that the network knows.
  var variants: [ModelVariant] {
    guard let network = network as? any VariableNetwork else { return [] }
    return variants(of: network)
  }

  private func variants(of network: some VariableNetwork) -> [ModelVariant] {
    network.variants.map {
      ModelVariant(
        name: $0.name, model: FittedNetwork<_>($0.network, role: role, training: training))
    }
  }

  /// A pass over all of `inputs` as one batch.
  private func batch(of inputs: [String: Tensor]) -> SampleGraph {
    let samples = SampleSet(inputs: inputs)
    let graph = SampleGraph(.inference, samples: samples.count)
    _ = network.predictions(in: graph)
    graph.load(Array(0..<samples.count), of: samples)
    graph.forward()
    return graph
  }
}

extension ModelAccount {
  fileprivate mutating func add(_ sample: SolvedSample, evaluation: String) {
    entries += SolvedSample.entries([sample], evaluation: evaluation)
  }
}
