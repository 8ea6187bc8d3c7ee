/// What making a report cost.
struct RenderTime: Codable {
  /// Elapsed seconds.
  let seconds: Double
  /// Peak resident memory of the process in MiB.
  let mebibytes: Double
}
