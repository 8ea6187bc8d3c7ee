/// How far training is.
struct ProgressReport: Decodable {
  let step: Int
  /// `null` for a number that is not finite.
  let values: [String: Double?]
}
