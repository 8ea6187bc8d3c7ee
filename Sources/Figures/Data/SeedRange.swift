/// The middle and the ends of the values of several seeds.
struct SeedRange {
  let median: Double
  let lower: Double
  let upper: Double

  init(_ values: [Double]) {
    precondition(!values.isEmpty, "no seed has a value")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    lower = sorted[0]
    upper = sorted[sorted.count - 1]
  }

  func sample(at x: Double) -> LinePlot.Sample {
    LinePlot.Sample(x: x, y: median, lower: lower, upper: upper)
  }
}
