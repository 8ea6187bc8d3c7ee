import Foundation

/// The `sbatch` command of each stage of a launch.
struct SlurmOrder {
  /// How long before the time limit an element is told to end, so that it stores what is finished.
  static let graceSeconds = 60
  /// What making data and merging ask for.
  static let dataMebibytes = 4096
  static let dataMinutes = 240
  static let mergeMebibytes = 2048
  static let mergeMinutes = 60

  let launch: Launch
  let submission: Submission
  let folder: SubmissionFolder

  init(_ launch: Launch, of submission: Submission, in folder: SubmissionFolder) {
    self.launch = launch
    self.submission = submission
    self.folder = folder
  }

  /// The command that submits `stage` after the stages before it, whose jobs are `jobs`.
  func command(_ stage: LaunchStage, jobs: [LaunchStage: String]) -> [String] {
    ["sbatch", "--parsable", "--job-name=assay-\(submission.id)-\(stage.rawValue)"]
      + requests(stage) + dependency(of: stage, jobs: jobs)
      + [
        "--chdir=\(submission.workingFolder)", "--output=\(logPattern(stage))",
        "--open-mode=append", "--requeue", "--signal=B:TERM@\(Self.graceSeconds)",
      ]
      // The last of two equal options counts, so that the user's own stand behind ours.
      + submission.slurmOptions + [folder.script.path]
      + (stage == .elements ? [] : [stage.rawValue])
  }

  private func requests(_ stage: LaunchStage) -> [String] {
    switch stage {
    case .data:
      return sized(submission.dataCores, Self.dataMebibytes, Self.dataMinutes)
    case .merge:
      return sized(1, Self.mergeMebibytes, Self.mergeMinutes)
    case .elements:
      let chosen = submission.elements.filter { launch.elements.contains($0.number) }
      let resources = ElementResources.covering(chosen.map(\.resources))
      let minutes = Int((resources.wallSeconds / 60).rounded(.up))
      return [arrayOption] + sized(resources.cores, resources.memoryMebibytes, minutes)
    }
  }

  private func sized(_ cores: Int, _ mebibytes: Int, _ minutes: Int) -> [String] {
    [
      "--nodes=1", "--ntasks=1", "--cpus-per-task=\(cores)", "--mem=\(mebibytes)M",
      "--time=\(minutes)",
    ]
  }

  private var arrayOption: String {
    "--array=\(ElementList.text(launch.elements))"
      + (submission.atOnce > 0 ? "%\(submission.atOnce)" : "")
  }

  /// Elements need the data; the merge takes what there is.
  private func dependency(of stage: LaunchStage, jobs: [LaunchStage: String]) -> [String] {
    switch stage {
    case .data: []
    case .elements:
      jobs[.data].map { ["--dependency=afterok:\($0)", "--kill-on-invalid-dep=yes"] } ?? []
    case .merge: jobs[.elements].map { ["--dependency=afterany:\($0)"] } ?? []
    }
  }

  /// Slurm replaces `%a` by the element and `%%` by a percent sign.
  private func logPattern(_ stage: LaunchStage) -> String {
    let folder = folder.logs.path.droppingFinalSlash.replacing("%", with: "%%")
    return "\(folder)/\(stage == .elements ? "%a" : stage.rawValue).log"
  }
}
