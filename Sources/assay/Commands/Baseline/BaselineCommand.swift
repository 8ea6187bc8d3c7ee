import ArgumentParser

/// `assay baseline`: frozen results that later ones are compared with.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Save, import, show and verify baselines.",
    subcommands: [
      BaselineListCommand.self, BaselineSaveCommand.self, BaselineImportCommand.self,
      BaselineShowCommand.self, BaselineVerifyCommand.self,
    ],
    defaultSubcommand: BaselineListCommand.self)
}
