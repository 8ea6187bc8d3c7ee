import Experiment
import Figures

/// The query on the store's views that gives a figure's numbers, for the sqlite3 shell.
struct FigureQuery {
  let suite: String
  let task: SuiteDescription.TaskEntry
  let profile: Profile

  func text(for kind: String) -> String {
    switch kind {
    case "learning-curve": curves("curve LIKE '%-loss'")
    case "error-by-reynolds": curves("curve LIKE '%/samples'")
    case "field-triptych", "rollout-filmstrip":
      """
      SELECT model, seed, name, path
      FROM v_artifacts
      WHERE \(cells) AND kind = 'snapshot'
      ORDER BY model, seed, name;
      """
    case "rollout-curve": numbers("metric IN (\(metrics)) AND position > 0", order: ", position")
    case "skill-cost":
      numbers("metric IN (\(metrics), 'training-seconds') AND position = 0", order: "")
    default: numbers("metric IN (\(metrics)) AND position = 0", order: "")
    }
  }

  private var cells: String {
    "suite = \(Self.quoted(suite)) AND task = \(Self.quoted(task.id)) "
      + "AND profile = \(Self.quoted(profile.rawValue))"
  }

  private var metrics: String {
    var seen: Set<String> = []
    return task.primary.map(\.metric).filter { seen.insert($0).inserted }.map(Self.quoted)
      .joined(separator: ", ")
  }

  private func numbers(_ condition: String, order: String) -> String {
    """
    SELECT metric, evaluation, model, seed, position, value, missing
    FROM v_results
    WHERE \(cells)
      AND \(condition)
    ORDER BY metric, evaluation, model, seed\(order);
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
