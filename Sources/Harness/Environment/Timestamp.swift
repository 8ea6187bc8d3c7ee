import Foundation

/// Times as the store has them.
enum Timestamp {
  /// ISO 8601 in UTC, to the millisecond.
  static func text(_ date: Date) -> String {
    date.formatted(
      .iso8601.year().month().day().timeZone(separator: .omitted)
        .time(includingFractionalSeconds: true).timeSeparator(.colon))
  }
}
