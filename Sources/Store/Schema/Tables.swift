/// The tables of schema version 1, as SQL that the migration runs once.
enum Tables {
  static let catalogue = """
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
    CREATE TABLE model (
      id INTEGER PRIMARY KEY,
      suite_id INTEGER NOT NULL REFERENCES suite (id),
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      UNIQUE (suite_id, name)
    ) STRICT;
    CREATE TABLE baseline (
      name TEXT PRIMARY KEY,
      hash TEXT NOT NULL,
      compared TEXT NOT NULL
    ) STRICT;
    """

  static let work = """
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
    CREATE TABLE environment (
      run_number INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run_number, name)
    ) STRICT, WITHOUT ROWID;
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
    CREATE INDEX cell_identity ON cell (task_id, model_id, seed);
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
    CREATE INDEX attempt_cell ON attempt (cell_id);
    CREATE INDEX attempt_run ON attempt (run_number);
    CREATE INDEX attempt_unfinished ON attempt (state) WHERE state = 'running';
    """

  static let numbers = """
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
    CREATE TABLE artifact (
      attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      hash TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      PRIMARY KEY (attempt_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX artifact_hash ON artifact (hash);
    """
}
