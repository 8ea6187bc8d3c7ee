/// All that CFDBench and our simulators say of one problem: the one place where problems differ.
struct ProblemDefinition: Sendable {
  /// Seconds between released frames, by the generation scripts (generation-code/fluent-scheme); the
  /// loaders' constants contradict them for tube and cylinder (defect D4).
  let frameInterval: Double
  /// The base case, in the published order of the keys of `case.json`.
  let base: [(quantity: FlowQuantity, value: Double)]
  /// The velocity that drives the flow.
  let velocity: FlowQuantity
  /// Whether there is air beside the fluid of the case.
  let isTwoPhase: Bool
  /// The cases of a sweep by number.
  let cases: @Sendable (FlowSweep) -> [FlowParameters]
  /// The length in the Reynolds number, in m.
  let length: @Sendable (FlowParameters) -> Double
  /// What models are told of a case.
  let inputs: InputDefinition
  /// How fields lie on the grid that models see.
  let grid: GridDefinition
  /// What the authors' loaders do with this problem alone.
  let loader: PublishedLoader
  /// Why a case cannot be, beyond the signs of its numbers; nil when it can.
  let contradiction: @Sendable (FlowParameters) -> Contradiction?
  /// Whether and how our own solver makes a case with frames this many seconds apart, so many of them.
  let simulation: @Sendable (FlowParameters, Double, Int) -> SimulationDecision

  /// Numbers that do not fit together.
  struct Contradiction {
    let found: String
    let expected: String
  }
}
