/// A part of a report with a heading of its own.
struct Section: Sendable {
  /// The place that links lead to; unique in a report.
  let id: String
  /// The heading.
  let title: String
  /// Written small beside the heading, as the profile; empty for nothing.
  var note = ""
  /// What stands under the heading.
  var blocks: [Block] = []
  /// Parts of this part.
  var parts: [Section] = []
  /// Whether it is for looking things up, which paper sets behind everything else.
  var isAppendix = false
}
