import Autodiff

/// Where and when a solve starts, and when it saves.
struct EquationStart {
  /// y₀, [samples, features].
  let state: Variable<Float>
  /// From t₀ to t₁.
  var span = 0.0...1.0
  /// The saved times; the end alone without any.
  var times: [Double] = []
  /// The leading features that penalties on derivatives look at; nil for all.
  var penalisedFeatures: Int?
  /// Where times follow from the samples that are loaded: reads as many as `times`, increasing, or none when
  /// the samples have none.
  var readTimes: (() -> [Double])?
  /// What controls the equation; nil when nothing does.
  var path: ControlPath?
  /// What is lost before the solve, [1], which is added to the loss; nil for nothing.
  var loss: Variable<Float>?
  /// Whether running statistics inside of f follow the solve's batches. Of shards that run at the same time
  /// only one may write to them.
  var movesStatistics = false
}
