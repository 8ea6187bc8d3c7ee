import Experiment
import Figures

/// The query on the store's views that gives a figure's numbers, for the sqlite3 shell.
struct FigureQuery {
  let suite: SuiteDescription
  /// nil for all tasks.
  let task: SuiteDescription.TaskEntry?
  let profile: Profile

  func text(for kind: String) -> String {
    switch kind {
    case "learning-curve": curves("curve LIKE '%-loss'")
    case "solver-course":
      curves("(curve LIKE '%/test/trained' OR curve LIKE '%/test/untrained')")
    case "training-evaluations": curves("curve LIKE 'training-%nfe'")
    case "moment-bands": curves("curve LIKE '%/test/moments/%'")
    case "solver-pareto", "trained-work-precision":
      numbers("metric IN (\(metrics), 'nfe') AND position = 0", order: "")
    case "error-by-reynolds", "error-distribution": curves("curve LIKE '%/samples'")
    case _ where FigureCatalogue.all[kind]?.subject == .prediction:
      """
      SELECT model, seed, name, path
      FROM v_artifacts
      WHERE \(cells) AND kind = 'snapshot'
      ORDER BY model, seed, name;
      """
    case "rollout-curve", "valid-time":
      numbers("metric IN (\(metrics)) AND position > 0", order: ", position")
    case _ where FigureCatalogue.all[kind]?.subject == .cost:
      numbers("(metric IN (\(metrics)) OR kind = 'cost') AND position = 0", order: "")
    case _ where FigureCatalogue.all[kind]?.subject == .course:
      numbers("position > 0", order: ", position")
    default: numbers("metric IN (\(metrics)) AND position = 0", order: "")
    }
  }

  private var cells: String {
    "suite = \(Self.quoted(suite.id)) "
      + (task.map { "AND task = \(Self.quoted($0.id)) " } ?? "")
      + "AND profile = \(Self.quoted(profile.rawValue))"
  }

  private var metrics: String {
    var seen: Set<String> = []
    let primary = task?.primary ?? suite.tasks.flatMap(\.primary)
    return primary.map(\.metric).filter { seen.insert($0).inserted }.map(Self.quoted)
      .joined(separator: ", ")
  }

  private func numbers(_ condition: String, order: String) -> String {
    """
    SELECT task, metric, evaluation, model, seed, position, value, missing
    FROM v_results
    WHERE \(cells)
      AND \(condition)
    ORDER BY task, metric, evaluation, model, seed\(order);
    """
  }

  private func curves(_ condition: String) -> String {
    """
    SELECT curve, model, seed, axis, point_count, positions, point_values
    FROM v_curves
    WHERE \(cells)
      AND \(condition)
    ORDER BY curve, model, seed;
    """
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
