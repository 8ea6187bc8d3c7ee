/// The vector of parameters that models are given.
struct InputDefinition: Sendable {
  /// The order of the authors' `case_params_keys` (direct track).
  let publishedDirect: [ModelInput]
  /// The order in which the authors' dictionaries are filled (autoregressive track; defect D11).
  let publishedAutoregressive: [ModelInput]
  /// Ours, with the benchmark's own range of each in SI units (defect D10 mended).
  let corrected: [(input: ModelInput, range: ClosedRange<Double>)]
}
