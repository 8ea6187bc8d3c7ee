PRAGMA application_id = 1095979865;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE artifact (
  attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (attempt_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "artifact" VALUES(1,0,'snapshot','case 7','7d988e8c2b31016835a3d3e9f24f96cc185b57f5c9f21f06c6dd255a4271ec25',124);
INSERT INTO "artifact" VALUES(6,0,'snapshot','case 7','7d988e8c2b31016835a3d3e9f24f96cc185b57f5c9f21f06c6dd255a4271ec25',124);
INSERT INTO "artifact" VALUES(6,1,'log','log','ad6cf5d227978911b79e42afed1646e24d94f4efe8cab4e3925b3ed12de76c33',391);
INSERT INTO "artifact" VALUES(7,0,'snapshot','case 7','7d988e8c2b31016835a3d3e9f24f96cc185b57f5c9f21f06c6dd255a4271ec25',124);
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
) STRICT;
INSERT INTO "attempt" VALUES(1,1,1,'done','',42,1.5,1.25,0.125,64.0,2,'');
INSERT INTO "attempt" VALUES(2,2,1,'failed','diverged: loss is NaN',42,1.5,1.25,0.125,64.0,2,'one
');
INSERT INTO "attempt" VALUES(3,3,1,'timed-out','over 60 s',42,1.5,1.25,0.125,64.0,2,'');
INSERT INTO "attempt" VALUES(4,4,1,'out-of-memory','over 64 MiB',42,1.5,1.25,0.125,64.0,2,'');
INSERT INTO "attempt" VALUES(5,5,1,'cancelled','stopped by the user',0,0.0,0.0,0.0,0.0,1,'');
INSERT INTO "attempt" VALUES(6,2,2,'done','',42,1.5,1.25,0.125,64.0,2,'line 11
line 12
line 13
line 14
line 15
line 16
line 17
line 18
line 19
line 20
line 21
line 22
line 23
line 24
line 25
line 26
line 27
line 28
line 29
line 30
line 31
line 32
line 33
line 34
line 35
line 36
line 37
line 38
line 39
line 40
line 41
line 42
line 43
line 44
line 45
line 46
line 47
line 48
line 49
line 50
');
INSERT INTO "attempt" VALUES(7,5,2,'done','',42,1.5,1.25,0.125,64.0,2,'');
INSERT INTO "attempt" VALUES(8,7,2,'skipped','no such role',42,1.5,1.25,0.125,64.0,2,'');
INSERT INTO "attempt" VALUES(9,8,2,'running','',0,0.0,0.0,0.0,0.0,1,'');
CREATE TABLE baseline (
  name TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  compared TEXT NOT NULL
) STRICT;
INSERT INTO "baseline" VALUES('quick','h1','2026-08-01T00:00:00.000Z');
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
INSERT INTO "cell" VALUES(1,'a0',1,1,0,'{"steps":3}','generated','done',1,2);
INSERT INTO "cell" VALUES(2,'a1',1,1,1,'{"steps":3}','generated','done',6,2);
INSERT INTO "cell" VALUES(3,'b0',1,2,0,'{"steps":3}','generated','timed-out',3,1);
INSERT INTO "cell" VALUES(4,'b1',1,2,1,'{"steps":3}','generated','out-of-memory',4,1);
INSERT INTO "cell" VALUES(5,'c0',2,1,0,'{"steps":3}','generated','done',7,2);
INSERT INTO "cell" VALUES(6,'c1',2,1,1,'{"steps":3}','generated','planned',NULL,NULL);
INSERT INTO "cell" VALUES(7,'d''0',2,2,0,'{"steps":3}','generated','skipped',8,2);
INSERT INTO "cell" VALUES(8,'d1',2,2,1,'{"steps":3}','generated','running',9,2);
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
INSERT INTO "curve" VALUES(1,0,'loss','step',3,X'000000000000F03F00000000000000400000000000000840',X'000000000000F03F555555555555D53F0000000000000080');
INSERT INTO "curve" VALUES(6,0,'loss','step',3,X'000000000000F03F00000000000000400000000000000840',X'000000000000F03F555555555555D53F0000000000000080');
INSERT INTO "curve" VALUES(7,0,'loss','step',3,X'000000000000F03F00000000000000400000000000000840',X'000000000000F03F555555555555D53F0000000000000080');
CREATE TABLE environment (
  run_number INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (run_number, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "environment" VALUES(1,'code','commit-r0');
INSERT INTO "environment" VALUES(1,'cpu','EPYC');
INSERT INTO "environment" VALUES(2,'code','commit-r1');
INSERT INTO "environment" VALUES(2,'cpu','EPYC');
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
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
INSERT INTO "measurement" VALUES(1,0,'nmse','test','one-step',0,0.25,NULL,8,'result');
INSERT INTO "measurement" VALUES(1,1,'nmse','test','rollout',3,NULL,'not finite',8,'result');
INSERT INTO "measurement" VALUES(1,2,'training-seconds','train','cost',0,3.33333333333333314829e-01,NULL,8,'cost');
INSERT INTO "measurement" VALUES(6,0,'nmse','test','one-step',0,1.42857142857142849212e-01,NULL,8,'result');
INSERT INTO "measurement" VALUES(6,1,'nmse','test','rollout',3,NULL,'not finite',8,'result');
INSERT INTO "measurement" VALUES(6,2,'training-seconds','train','cost',0,3.33333333333333314829e-01,NULL,8,'cost');
INSERT INTO "measurement" VALUES(7,0,'nmse','test','one-step',0,0.25,NULL,8,'result');
INSERT INTO "measurement" VALUES(7,1,'nmse','test','rollout',3,NULL,'not finite',8,'result');
INSERT INTO "measurement" VALUES(7,2,'training-seconds','train','cost',0,3.33333333333333314829e-01,NULL,8,'cost');
CREATE TABLE model (
  id INTEGER PRIMARY KEY,
  suite_id INTEGER NOT NULL REFERENCES suite (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (suite_id, name)
) STRICT;
INSERT INTO "model" VALUES(1,1,'fno','fno');
INSERT INTO "model" VALUES(2,1,'unet','unet');
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
INSERT INTO "run" VALUES(1,'r0',1,'d530bdb1e4ebe6ae3423dc0a7ced92781ef940065232096ca14400a117788b51','["assay","run","--quick"]','2026-07-30T10:00:00.000Z','2026-07-30T11:00:00.000Z','interrupted',0,7,'boot',70);
INSERT INTO "run" VALUES(2,'r1',1,'d530bdb1e4ebe6ae3423dc0a7ced92781ef940065232096ca14400a117788b51','["assay","run","--quick"]','2026-07-31T10:00:00.000Z','','running',1,7,'boot',70);
CREATE TABLE suite (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  resolved TEXT NOT NULL,
  UNIQUE (name, profile)
) STRICT;
INSERT INTO "suite" VALUES(1,'cfdbench','quick','CFDBench','{"id":"cfdbench","metrics":{},"models":[{"id":"fno","summary":"A net.","title":"fno"},{"id":"unet","summary":"A net.","title":"unet"}],"reference":"arXiv:2310.05963","summary":"Flows.","tasks":[{"id":"cavity","primary":[{"evaluation":"one-step","metric":"nmse","split":"test"}],"summary":"A flow.","title":"Cavity"},{"id":"dam","primary":[{"evaluation":"one-step","metric":"nmse","split":"test"}],"summary":"A flow.","title":"Dam"}],"title":"CFDBench"}','{"id":"cfdbench"}');
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  suite_id INTEGER NOT NULL REFERENCES suite (id),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (suite_id, name)
) STRICT;
INSERT INTO "task" VALUES(1,1,'cavity','Cavity');
INSERT INTO "task" VALUES(2,1,'dam','Dam');
CREATE INDEX cell_identity ON cell (task_id, model_id, seed);
CREATE INDEX attempt_cell ON attempt (cell_id);
CREATE INDEX attempt_run ON attempt (run_number);
CREATE INDEX attempt_unfinished ON attempt (state) WHERE state = 'running';
CREATE INDEX artifact_hash ON artifact (hash);
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
COMMIT;
-- artifact eyJjb3Vyc2UiOiJjYXNlIDcsIG1lZGlhbiIsImhlaWdodCI6MSwicXVhbnRpdHkiOiJzcGVlZCIsInN0ZXAiOjMsInRpdGxlIjoiY2FzZSA3IiwidW5pdCI6Im1cL3MiLCJ3aWR0aCI6Mn0KAACAPwAAAEAAAMA/AAAgQA==
-- artifact bGluZSAxCmxpbmUgMgpsaW5lIDMKbGluZSA0CmxpbmUgNQpsaW5lIDYKbGluZSA3CmxpbmUgOApsaW5lIDkKbGluZSAxMApsaW5lIDExCmxpbmUgMTIKbGluZSAxMwpsaW5lIDE0CmxpbmUgMTUKbGluZSAxNgpsaW5lIDE3CmxpbmUgMTgKbGluZSAxOQpsaW5lIDIwCmxpbmUgMjEKbGluZSAyMgpsaW5lIDIzCmxpbmUgMjQKbGluZSAyNQpsaW5lIDI2CmxpbmUgMjcKbGluZSAyOApsaW5lIDI5CmxpbmUgMzAKbGluZSAzMQpsaW5lIDMyCmxpbmUgMzMKbGluZSAzNApsaW5lIDM1CmxpbmUgMzYKbGluZSAzNwpsaW5lIDM4CmxpbmUgMzkKbGluZSA0MApsaW5lIDQxCmxpbmUgNDIKbGluZSA0MwpsaW5lIDQ0CmxpbmUgNDUKbGluZSA0NgpsaW5lIDQ3CmxpbmUgNDgKbGluZSA0OQpsaW5lIDUwCg==
