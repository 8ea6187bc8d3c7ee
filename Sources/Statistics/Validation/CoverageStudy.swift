import Randomness

/// How often an interval holds the true value in simulated studies, beside the level that it claims.
public struct CoverageStudy: Sendable, Equatable {
  /// How far the observed share may lie from the level.
  public static let tolerance = 0.02

  /// The name, as in `coverage/<name>`.
  public let name: String
  /// Which interval of what data.
  public let quantity: String
  /// The level that the interval claims.
  public let nominal: Double
  /// The share of simulated studies whose interval held the true value.
  public let observed: Double
  /// The number of simulated studies.
  public let count: Int

  /// Whether the two agree.
  public var agrees: Bool { abs(observed - nominal) <= Self.tolerance }

  /// The standard error of the observed share.
  public var error: Double {
    (observed * (1 - observed) / Double(count)).squareRoot()
  }

  /// What the studies are of.
  public enum Topic: String, Sendable, CaseIterable {
    /// Means of five or so values, and moderated ones of three.
    case means
    /// Stratified bootstrap over runs × tasks.
    case aggregates
    /// Effects over seeds × cases.
    case hierarchies
    /// Survival curves.
    case survivals
    /// Orders of convergence and profiles.
    case fits
    /// Methods beside the settings of a reference.
    case settings
  }

  /// The studies of a topic; some seconds at most.
  public static func studies(of topic: Topic) -> [CoverageStudy] {
    switch topic {
    case .means: means + [moderated]
    case .aggregates: aggregates
    case .hierarchies: hierarchies
    case .survivals: survivals
    case .fits: fits
    case .settings: settings
    }
  }

  /// All studies; some ten seconds.
  public static var all: [CoverageStudy] { Topic.allCases.flatMap { studies(of: $0) } }

  /// A study of `count` intervals at 95 %. A case without an interval counts as missed.
  init(
    _ name: String, _ quantity: String, truth: Double, count: Int,
    interval: (inout RandomStream) -> ConfidenceInterval?
  ) {
    var random = Self.stream(name)
    let held = (0..<count).count { _ in interval(&random)?.contains(truth) ?? false }
    self.init(name, quantity, held: held, of: count)
  }

  init(_ name: String, _ quantity: String, held: Int, of count: Int) {
    self.name = name
    self.quantity = quantity
    self.count = count
    nominal = 0.95
    observed = Double(held) / Double(count)
  }

  static func stream(_ name: String) -> RandomStream {
    RandomStream(seed: 95).stream("coverage").stream(name)
  }

  static func normals(_ count: Int, _ random: inout RandomStream) -> [Double] {
    (0..<count).map { _ in random.normal() }
  }
}
