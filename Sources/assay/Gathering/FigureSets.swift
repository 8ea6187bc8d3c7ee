import Comparison
import Figures
import Reports

/// The figures of a report by the folder that they belong to.
struct FigureSets {
  /// Folder and figures: those over all tasks of a suite, then those of each task.
  let sets: [(folder: String, figures: [FigureData])]

  init(_ input: ReportInput) {
    sets = input.standings.sections.flatMap { section -> [(String, [FigureData])] in
      let name = "\(section.suite.id)-\(section.profile.rawValue)"
      let across = FigureCatalogue.suiteFigures(
        from: SuiteSource(
          frame: input.frame, summaries: section.summaries, suite: section.suite,
          profile: section.profile, section: section))
      let tasks = section.suite.tasks.map { task in
        let figures = FigureCatalogue.figures(
          from: FigureSource(
            frame: input.frame, summaries: section.summaries, suite: section.suite, task: task,
            profile: section.profile))
        return ("\(name)/\(task.id)", figures)
      }
      return [("\(name)/all-tasks", across)] + tasks
    }.filter { !$0.1.isEmpty }
  }
}
