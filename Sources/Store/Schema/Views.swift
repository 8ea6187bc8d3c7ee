/// The documented views of schema version 1 (docs/store.md): what a person with a shell asks.
enum Views {
  static let all = """
    CREATE VIEW v_runs AS
      SELECT run.number, run.id AS run, suite.name AS suite, suite.profile, run.started, run.ended,
        run.state, run.cached_cells,
        (SELECT count(*) FROM attempt
          WHERE attempt.run_number = run.number AND attempt.state = 'done') AS done_cells,
        (SELECT count(*) FROM attempt
          WHERE attempt.run_number = run.number AND attempt.state <> 'done') AS other_cells,
        run.command
      FROM run JOIN suite ON suite.id = run.suite_id;
    CREATE VIEW v_environment AS
      SELECT run.id AS run, environment.name, environment.value
      FROM environment JOIN run ON run.number = environment.run_number;
    CREATE VIEW v_attempts AS
      SELECT attempt.id AS attempt_id, suite.name AS suite, task.name AS task, model.name AS model,
        cell.seed, suite.profile, cell.key, run.id AS run, attempt.state, attempt.reason,
        attempt.parameter_count, attempt.wall_seconds, attempt.user_seconds,
        attempt.system_seconds, attempt.peak_mebibytes, attempt.concurrent_cells, attempt.log_tail
      FROM attempt
        JOIN cell ON cell.id = attempt.cell_id
        JOIN task ON task.id = cell.task_id
        JOIN model ON model.id = cell.model_id
        JOIN suite ON suite.id = task.suite_id
        JOIN run ON run.number = attempt.run_number;
    CREATE VIEW v_cells AS
      SELECT suite, task, model, seed, profile, key, state, reason, run, parameter_count,
        wall_seconds, user_seconds, system_seconds, peak_mebibytes, concurrent_cells, data_origin,
        configuration, cell_id, attempt_id
      FROM (
        SELECT suite.name AS suite, task.name AS task, model.name AS model, cell.seed,
          suite.profile, cell.key, cell.state, coalesce(attempt.reason, '') AS reason,
          run.id AS run, attempt.parameter_count, attempt.wall_seconds, attempt.user_seconds,
          attempt.system_seconds, attempt.peak_mebibytes, attempt.concurrent_cells,
          cell.data_origin, cell.configuration, cell.id AS cell_id, attempt.id AS attempt_id,
          row_number() OVER (
            PARTITION BY cell.task_id, cell.model_id, cell.seed
            ORDER BY cell.last_run DESC, cell.id DESC) AS age
        FROM cell
          JOIN task ON task.id = cell.task_id
          JOIN model ON model.id = cell.model_id
          JOIN suite ON suite.id = task.suite_id
          LEFT JOIN attempt ON attempt.id = cell.attempt_id
          LEFT JOIN run ON run.number = attempt.run_number
        WHERE cell.last_run IS NOT NULL)
      WHERE age = 1;
    CREATE VIEW v_results AS
      SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
        measurement.metric, measurement.evaluation, measurement.split, measurement.position,
        measurement.value, measurement.missing, measurement.sample_count, measurement.kind,
        v_cells.key, v_cells.run
      FROM v_cells JOIN measurement ON measurement.attempt_id = v_cells.attempt_id
      WHERE v_cells.state = 'done';
    CREATE VIEW v_curves AS
      SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
        curve.name AS curve, curve.axis, curve.point_count, curve.positions, curve.point_values,
        v_cells.key
      FROM v_cells JOIN curve ON curve.attempt_id = v_cells.attempt_id
      WHERE v_cells.state = 'done';
    CREATE VIEW v_failures AS
      SELECT suite, task, model, seed, profile, state, reason, run, key
      FROM v_cells WHERE state NOT IN ('done', 'planned', 'running');
    CREATE VIEW v_artifacts AS
      SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
        artifact.kind, artifact.name, artifact.bytes,
        'artifacts/' || substr(artifact.hash, 1, 2) || '/' || substr(artifact.hash, 3) AS path
      FROM v_cells JOIN artifact ON artifact.attempt_id = v_cells.attempt_id;
    """
}
