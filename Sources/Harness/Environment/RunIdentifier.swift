import Foundation

/// Names of runs: sortable by time of start, different for runs of the same moment.
enum RunIdentifier {
  /// As in `20260731T134502.123Z-4711`.
  static func make(at date: Date, process: Int32) -> String {
    let time = Timestamp.text(date).filter { $0 != "-" && $0 != ":" }
    return "\(time)-\(process)"
  }
}
