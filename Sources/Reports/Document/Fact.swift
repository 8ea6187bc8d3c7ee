import Canvas

/// A name and what is to be said of it.
struct Fact: Sendable {
  let name: String
  let value: [TextSpan]
}
