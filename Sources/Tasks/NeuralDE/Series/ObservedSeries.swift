/// Observations of several quantities at times of their own.
struct ObservedSeries {
  /// One value.
  struct Observation {
    let time: Double
    let channel: Int
    let value: Double
  }

  let name: String
  let observations: [Observation]
}
