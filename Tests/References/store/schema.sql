-- version 2
CREATE INDEX artifact_hash ON artifact (hash);
CREATE INDEX attempt_cell ON attempt (cell_id);
CREATE INDEX attempt_run ON attempt (run_number);
CREATE INDEX attempt_unfinished ON attempt (state) WHERE state = 'running';
CREATE INDEX cell_identity ON cell (task_id, model_id, seed);
CREATE TABLE artifact (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  cell_id INTEGER NOT NULL REFERENCES cell (id) ON DELETE CASCADE,
  run_number INTEGER NOT NULL REFERENCES run (number),
  state TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  parameter_count INTEGER NOT NULL DEFAULT 0,
  wall_seconds REAL NOT NULL DEFAULT 0,
  user_seconds REAL NOT NULL DEFAULT 0,
  system_seconds REAL NOT NULL DEFAULT 0,
  peak_mebibytes REAL NOT NULL DEFAULT 0,
  concurrent_cells INTEGER NOT NULL DEFAULT 1,
  log_tail TEXT NOT NULL DEFAULT ''
, failure TEXT, foreign_load REAL NOT NULL DEFAULT 0, digest TEXT) STRICT;
CREATE TABLE attempt_fact (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (attempt_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE baseline (
  name TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  compared TEXT NOT NULL
) STRICT;
CREATE TABLE cell (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task (id),
  model_id INTEGER NOT NULL REFERENCES model (id),
  seed INTEGER NOT NULL,
  configuration TEXT NOT NULL,
  data_origin TEXT NOT NULL,
  state TEXT NOT NULL,
  attempt_id INTEGER REFERENCES attempt (id) DEFERRABLE INITIALLY DEFERRED,
  last_run INTEGER REFERENCES run (number)
) STRICT;
CREATE TABLE curve (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  axis TEXT NOT NULL,
  point_count INTEGER NOT NULL,
  positions BLOB NOT NULL,
  point_values BLOB NOT NULL,
  PRIMARY KEY (attempt_id, number)
) STRICT;
CREATE TABLE environment (
  run_number INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (run_number, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE measurement (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  metric TEXT NOT NULL,
  split TEXT NOT NULL,
  evaluation TEXT NOT NULL,
  position INTEGER NOT NULL,
  value REAL,
  missing TEXT,
  sample_count INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (attempt_id, number),
  CHECK ((value IS NULL) <> (missing IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE model (
  id INTEGER PRIMARY KEY,
  suite_id INTEGER NOT NULL REFERENCES suite (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (suite_id, name)
) STRICT;
CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  suite_id INTEGER NOT NULL REFERENCES suite (id),
  suite_hash TEXT NOT NULL,
  command TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  cached_cells INTEGER NOT NULL DEFAULT 0,
  process_id INTEGER NOT NULL,
  boot_id TEXT NOT NULL,
  process_started INTEGER NOT NULL
) STRICT;
CREATE TABLE suite (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  resolved TEXT NOT NULL,
  UNIQUE (name, profile)
) STRICT;
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  suite_id INTEGER NOT NULL REFERENCES suite (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (suite_id, name)
) STRICT;
CREATE VIEW v_artifacts AS
  SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
    artifact.kind, artifact.name, artifact.bytes,
    'artifacts/' || substr(artifact.hash, 1, 2) || '/' || substr(artifact.hash, 3) AS path
  FROM v_cells JOIN artifact ON artifact.attempt_id = v_cells.attempt_id;
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
CREATE VIEW v_curves AS
  SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
    curve.name AS curve, curve.axis, curve.point_count, curve.positions, curve.point_values,
    v_cells.key
  FROM v_cells JOIN curve ON curve.attempt_id = v_cells.attempt_id
  WHERE v_cells.state = 'done';
CREATE VIEW v_environment AS
  SELECT run.id AS run, environment.name, environment.value
  FROM environment JOIN run ON run.number = environment.run_number;
CREATE VIEW v_facts AS
  SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
    attempt_fact.name, attempt_fact.value, v_cells.key, v_cells.run
  FROM v_cells JOIN attempt_fact ON attempt_fact.attempt_id = v_cells.attempt_id;
CREATE VIEW v_failure_counts AS
  SELECT suite, profile, coalesce(failure, state) AS failure, count(*) AS count
  FROM v_failures GROUP BY suite, profile, coalesce(failure, state);
CREATE VIEW v_failures AS
  SELECT suite, task, model, seed, profile, state, reason, run, key, failure, foreign_load
  FROM v_cells WHERE state NOT IN ('done', 'planned', 'running');
CREATE VIEW v_results AS
  SELECT v_cells.suite, v_cells.task, v_cells.model, v_cells.seed, v_cells.profile,
    measurement.metric, measurement.evaluation, measurement.split, measurement.position,
    measurement.value, measurement.missing, measurement.sample_count, measurement.kind,
    v_cells.key, v_cells.run
  FROM v_cells JOIN measurement ON measurement.attempt_id = v_cells.attempt_id
  WHERE v_cells.state = 'done';
CREATE VIEW v_runs AS
  SELECT run.number, run.id AS run, suite.name AS suite, suite.profile, run.started, run.ended,
    run.state, run.cached_cells,
    (SELECT count(*) FROM attempt
      WHERE attempt.run_number = run.number AND attempt.state = 'done') AS done_cells,
    (SELECT count(*) FROM attempt
      WHERE attempt.run_number = run.number AND attempt.state <> 'done') AS other_cells,
    run.command
  FROM run JOIN suite ON suite.id = run.suite_id;
