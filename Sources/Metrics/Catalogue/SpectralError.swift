import Experiment

/// The share of the NMSE that lies in a band of wavenumbers: Σ |F(p − y)|² over the band, divided by
/// Σ |F(y)|² over all wavenumbers, sums over channels and frames, then the mean over samples.
///
/// F is the two-dimensional discrete Fourier transform of each channel on its whole grid; a point is
/// of the band when √(kx² + ky²), in periods over the grid, lies in it. By Parseval's identity the
/// three bands add up to the NMSE. The bands are those of PDEBench's fRMSE (Takamoto et al. 2022,
/// arXiv:2210.07182, appendix B), which divides by the number of wavenumbers instead. Cells that do
/// not count are taken as free of error; flows that are not periodic leak into high wavenumbers.
public struct SpectralError: Metric {
  /// Wavenumbers in periods over the grid.
  public enum Band: String, Codable, Sendable, CaseIterable {
    /// Below 4.5.
    case low
    /// From 4.5 to below 12.5.
    case middle
    /// From 12.5.
    case high

    func holds(_ wavenumber: Double) -> Bool {
      switch self {
      case .low: wavenumber < Self.edges.0
      case .middle: wavenumber >= Self.edges.0 && wavenumber < Self.edges.1
      case .high: wavenumber >= Self.edges.1
      }
    }

    private static let edges = (4.5, 12.5)
  }

  /// Which wavenumbers.
  public var band = Band.high

  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Spectral error",
    formula: "mean over samples of Σ_band |F(p − y)|² / Σ |F(y)|², sums over wavenumbers of the "
      + "band (low < 4.5 ≤ middle < 12.5 ≤ high periods over the grid), channels and frames",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// The high band.
  public init() {}

  /// Σ_band |F(p − y)|² / Σ |F(y)|²; missing without a grid and when the truth is zero everywhere.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    guard let grid = sample.grid else { return .missing("the field has no grid") }
    let sums = FieldSums(sample)
    guard sums.squaredError.isFinite else { return .missing("prediction is not finite") }
    guard sums.squaredReference > 0 else { return .missing("zero reference") }
    let error = sample.expected.indices.map { index -> Double in
      let weight = sample.weights.isEmpty ? 1 : sample.weights[index]
      return weight == 0
        ? 0 : Double(weight.squareRoot()) * Double(sample.predicted[index] - sample.expected[index])
    }
    let energy = PlaneSpectrum(height: grid.height, width: grid.width)
      .energy(of: error) { band.holds($0) }
    return MeasuredValue(energy / sums.squaredReference)
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    // The mean is at wavenumber 0, all the rest at one more.
    let holdsMean = band.holds(0) ? MetricProbe.truthMean * MetricProbe.truthMean : 0
    let holdsWave = band.holds(MetricProbe.wavenumber) ? MetricProbe.truthVariance : 0
    return switch probe {
    case .perfect: .value(0)
    case .zero: .value((holdsMean + holdsWave) / MetricProbe.truthMeanSquare)
    case .mean: .value(holdsWave / MetricProbe.truthMeanSquare)
    }
  }
}
