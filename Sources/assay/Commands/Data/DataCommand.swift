import ArgumentParser

/// `assay data`: datasets that are generated here or imported from an official download.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Generate, import, export, list and verify data.",
    discussion: """
      EXAMPLES:
        assay data                             what is there
        assay data generate cfdbench
        assay data import cfdbench ~/CFDBench
      """,
    subcommands: [
      DataListCommand.self, DataGenerateCommand.self, DataImportCommand.self,
      DataExportCommand.self, DataVerifyCommand.self,
    ],
    defaultSubcommand: DataListCommand.self)
}
