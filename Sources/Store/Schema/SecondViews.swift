/// The views that schema version 2 adds or makes anew (docs/store.md); the others stay as they were.
///
/// Of two cells with one identity and one last run the key decides, not the row's number, which depends
/// on the order in which stores were merged.
enum SecondViews {
  static let all = """
    DROP VIEW v_failures;
    DROP VIEW v_cells;
    DROP VIEW v_attempts;
    CREATE VIEW v_attempts AS
      SELECT attempt.id AS attempt_id, suite.name AS suite, task.name AS task, model.name AS model,
        cell.seed, suite.profile, cell.key, run.id AS run, attempt.state, attempt.reason,
        attempt.parameter_count, attempt.wall_seconds, attempt.user_seconds,
        attempt.system_seconds, attempt.peak_mebibytes, attempt.concurrent_cells, attempt.log_tail,
        attempt.failure, attempt.foreign_load
      FROM attempt
        JOIN cell ON cell.id = attempt.cell_id
        JOIN task ON task.id = cell.task_id
        JOIN model ON model.id = cell.model_id
        JOIN suite ON suite.id = task.suite_id
        JOIN run ON run.number = attempt.run_number;
    CREATE VIEW v_cells AS
      SELECT suite, task, model, seed, profile, key, state, reason, run, parameter_count,
        wall_seconds, user_seconds, system_seconds, peak_mebibytes, concurrent_cells, data_origin,
        configuration, cell_id, attempt_id, failure, foreign_load
      FROM (
        SELECT suite.name AS suite, task.name AS task, model.name AS model, cell.seed,
          suite.profile, cell.key, cell.state, coalesce(attempt.reason, '') AS reason,
          run.id AS run, attempt.parameter_count, attempt.wall_seconds, attempt.user_seconds,
          attempt.system_seconds, attempt.peak_mebibytes, attempt.concurrent_cells,
          cell.data_origin, cell.configuration, cell.id AS cell_id, attempt.id AS attempt_id,
          attempt.failure, attempt.foreign_load,
          row_number() OVER (
            PARTITION BY cell.task_id, cell.model_id, cell.seed
            ORDER BY cell.last_run DESC, cell.key) AS age
        FROM cell
          JOIN task ON task.id = cell.task_id
          JOIN model ON model.id = cell.model_id
          JOIN suite ON suite.id = task.suite_id
          LEFT JOIN attempt ON attempt.id = cell.attempt_id
          LEFT JOIN run ON run.number = attempt.run_number
        WHERE cell.last_run IS NOT NULL)
      WHERE age = 1;
    CREATE VIEW v_failures AS
      SELECT suite, task, model, seed, profile, state, reason, run, key, failure, foreign_load
      FROM v_cells WHERE state NOT IN ('done', 'planned', 'running');
    CREATE VIEW v_failure_counts AS
      SELECT suite, profile, coalesce(failure, state) AS failure, count(*) AS count
      FROM v_failures GROUP BY suite, profile, coalesce(failure, state);
    CREATE VIEW v_facts AS
      SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
        attempt_fact.name, attempt_fact.value, v_cells.key, v_cells.run
      FROM v_cells JOIN attempt_fact ON attempt_fact.attempt_id = v_cells.attempt_id;
    """
}
