import Experiment
import Foundation
import Metrics
import Testing

/// The laws of metrics that need to know how the values lie.
@Suite struct GridMetricTests {
  static let names = ["divergence", "spectral-error"]

  private static let grid = FieldGrid(
    channels: 2, height: 64, width: 48, cellWidth: 0.5, cellHeight: 0.25)

  /// Both channels by their row and column.
  private static func field(_ value: (_ channel: Int, _ row: Int, _ column: Int) -> Double)
    -> [Float]
  {
    (0..<2).flatMap { channel in
      (0..<grid.height).flatMap { row in
        (0..<grid.width).map { Float(value(channel, row, $0)) }
      }
    }
  }

  /// A rotation: free of divergence, also in central differences.
  private static let truth = field { channel, row, column in
    channel == 0 ? -(Double(row) + 0.5) * 0.25 : (Double(column) + 0.5) * 0.5
  }

  private func sample(_ predicted: [Float], weights: [Float] = []) -> ScoredField {
    ScoredField(
      predicted: predicted, expected: Self.truth, persistence: Self.truth, weights: weights,
      grid: Self.grid)
  }

  private func plus(_ change: (_ channel: Int, _ row: Int, _ column: Int) -> Double) -> [Float] {
    zip(Self.truth, Self.field(change)).map { $0 + $1 }
  }

  @Test(arguments: names) func aPerfectPredictionIsFreeOfError(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    #expect(abs(try #require(metric.value(sample(Self.truth)).number)) < 1e-6)
  }

  @Test(arguments: names) func withoutAGridThereIsNoValue(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    let bare = ScoredField(predicted: [1, 2], expected: [1, 2], persistence: [1, 2])
    #expect(metric.value(bare).number == nil)
  }

  @Test(arguments: names) func aPredictionThatIsNotFiniteIsMissing(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    var broken = Self.truth
    broken[1000] = .nan
    #expect(metric.value(sample(broken)) == .missing("prediction is not finite"))
  }

  @Test(arguments: names) func cellsThatDoNotCountMayHoldAnything(name: String) throws {
    let metric = try #require(MetricCatalogue.all[name]).init()
    var broken = Self.truth
    broken[1000] = 1e9
    var weights = [Float](repeating: 1, count: broken.count)
    weights[1000] = 0
    #expect(abs(try #require(metric.value(sample(broken, weights: weights)).number)) < 1e-6)
  }

  @Test(arguments: [(2.0, SpectralError.Band.low), (8, .middle), (20, .high)])
  func aWaveLiesInItsOwnBand(periods: Double, band: SpectralError.Band) throws {
    let predicted = plus { channel, row, _ in
      channel == 0 ? cos(2 * .pi * periods * Double(row) / 64) : 0
    }
    let whole = try #require(NMSE().value(sample(predicted)).number)
    for other in SpectralError.Band.allCases {
      var metric = SpectralError()
      metric.band = other
      let part = try #require(metric.value(sample(predicted)).number)
      // The fields are Float: 1e-6 of the whole is rounding.
      #expect(abs(part - (other == band ? whole : 0)) < 1e-6 * whole)
    }
  }

  @Test func theBandsAddUpToTheNMSE() throws {
    let predicted = plus { channel, row, column in
      sin(Double(row * row + 3 * column + channel)) + 0.2 * Double(column)
    }
    let weights = (0..<Self.truth.count).map { Float($0 % 7 == 0 ? 0 : 1) }
    let field = sample(predicted, weights: weights)
    let parts = try SpectralError.Band.allCases.map { band -> Double in
      var metric = SpectralError()
      metric.band = band
      return try #require(metric.value(field).number)
    }
    let whole = try #require(NMSE().value(field).number)
    #expect(abs(parts.reduce(0, +) - whole) < 1e-12 * whole)
  }

  @Test func anExpansionHasItsKnownDivergence() throws {
    // u + x, v + y: divergence 2 everywhere; the truth's gradients are ±1.
    let predicted = plus { channel, row, column in
      channel == 0 ? (Double(column) + 0.5) * 0.5 : (Double(row) + 0.5) * 0.25
    }
    let value = try #require(Divergence().value(sample(predicted)).number)
    #expect(abs(value - 2 / 2.0.squareRoot()) < 1e-5)
  }
}
