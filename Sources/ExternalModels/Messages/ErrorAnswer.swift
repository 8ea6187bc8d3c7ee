import Experiment

/// Why a program cannot answer.
struct ErrorAnswer: Decodable {
  private static let longestMessage = 2000

  let kind: String?
  let message: String?
  let details: String?

  /// The failure that it names; a kind that nobody knows, or that is not for a program to name, is told
  /// and counts as raised.
  func failure(to question: String) -> ModelFailure {
    let said = message.flatMap { $0.isEmpty ? nil : String($0.prefix(Self.longestMessage)) }
    let reason = said ?? "the program answered '\(question)' with an error and no message"
    switch kind ?? "" {
    case "raised", "": return ModelFailure(.raised, reason)
    case "unmet-requirement": return ModelFailure(.unmetRequirement, reason)
    case "diverged": return ModelFailure(.diverged, reason)
    case "out-of-memory": return ModelFailure(.outOfMemory, reason)
    case let other:
      return ModelFailure(.raised, "\(reason) (of the unknown kind \(Quotation.text(other)))")
    }
  }
}
