extension ComparisonReport {
  /// The report as JSON with sorted keys, numbers in their shortest exact form.
  public func json() throws -> String { try JSONText.pretty(self) }
}
