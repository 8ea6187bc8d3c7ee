#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The order of convergence that errors show.
public enum ObservedOrder {
  /// The least-squares slope of log(error) over log(size).
  public static func fitted(sizes: [Double], errors: [Double]) -> Double {
    precondition(sizes.count == errors.count && sizes.count >= 2, "an order needs two errors")
    let x = sizes.map { log($0) }
    let y = errors.map { log($0) }
    let xMean = x.reduce(0, +) / Double(x.count)
    let yMean = y.reduce(0, +) / Double(y.count)
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - xMean) * ($1.1 - yMean) }
    return covariance / x.reduce(0) { $0 + ($1 - xMean) * ($1 - xMean) }
  }
}
