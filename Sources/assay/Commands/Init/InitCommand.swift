import ArgumentParser

/// `assay init`: beginnings of things of one's own.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write the beginning of something of your own.",
    discussion: """
      EXAMPLES:
        assay init model my-model --language python
      """,
    subcommands: [InitModelCommand.self])
}
