import ArgumentParser

/// `assay baseline`: frozen results that later ones are compared with.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Save, import, show and verify baselines.",
    discussion: """
      A baseline is a folder of text files under Baselines/ that is kept in version control.

      EXAMPLES:
        assay baseline                          list them
        assay baseline save mine --profile quick
        assay baseline verify
      """,
    subcommands: [
      BaselineListCommand.self, BaselineSaveCommand.self, BaselineImportCommand.self,
      BaselineShowCommand.self, BaselineVerifyCommand.self, BaselineHistoryCommand.self,
      BaselineDiffCommand.self,
    ],
    defaultSubcommand: BaselineListCommand.self)
}
