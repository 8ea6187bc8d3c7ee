import ArgumentParser

/// `assay data`: datasets that are generated here or imported from an official download.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Generate, import, export, list and verify data.",
    subcommands: [
      DataListCommand.self, DataGenerateCommand.self, DataImportCommand.self,
      DataExportCommand.self, DataVerifyCommand.self,
    ],
    defaultSubcommand: DataListCommand.self)
}
