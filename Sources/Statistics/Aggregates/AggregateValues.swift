/// A number for each aggregate.
struct AggregateValues {
  var mean = 0.0
  var median = 0.0
  var interquartileMean = 0.0
  var optimalityGap = 0.0

  subscript(aggregate: Aggregate) -> Double {
    switch aggregate {
    case .mean: mean
    case .median: median
    case .interquartileMean: interquartileMean
    case .optimalityGap: optimalityGap
    }
  }
}
