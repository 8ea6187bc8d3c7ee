import ArgumentParser

/// `assay submit`: a run that is spread over processes or nodes.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Spread a run over the nodes of a Slurm cluster, or over processes of this machine.",
    discussion: """
      The cells are cut into elements; each runs its share into a store of its own, and at the end \
      the shards are merged. What failed or was lost is started again alone.

      EXAMPLES:
        assay submit cfdbench --elements 16 --partition cpu
        assay submit cfdbench --elements 8 --dry-run
        assay submit status
        assay submit resume 20260731-134502
      """,
    subcommands: [
      SubmitStartCommand.self, SubmitStatusCommand.self, SubmitResumeCommand.self,
      SubmitCancelCommand.self,
    ],
    defaultSubcommand: SubmitStartCommand.self)
}
