import ArgumentParser

/// A model that answers what it was asked, for timings of the protocol.
struct EchoModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "echo-model", abstract: "Answer an external model's questions with their inputs.",
    shouldDisplay: false)

  @Flag(help: "Take bodies by pipe alone.")
  var pipeAlone = false

  func run() throws {
    EchoModel(sharing: !pipeAlone).serve()
  }
}
