/// What schema version 2 adds to the tables of version 1, as SQL that its migration runs once.
enum SecondTables {
  static let all = """
    ALTER TABLE attempt ADD COLUMN failure TEXT;
    ALTER TABLE attempt ADD COLUMN foreign_load REAL NOT NULL DEFAULT 0;
    ALTER TABLE attempt ADD COLUMN digest TEXT;
    CREATE TABLE attempt_fact (
      attempt_id INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (attempt_id, name)
    ) STRICT, WITHOUT ROWID;
    UPDATE attempt SET failure = state
      WHERE state IN ('timed-out', 'out-of-memory', 'cancelled');
    """
}
