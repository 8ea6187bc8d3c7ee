import Experiment
import GRDB

extension ResultStore {
  /// Every value of a quantity as a whole (position 0) that any run of `suite` at `profile` found, oldest
  /// run first, then by task, model and seed.
  ///
  /// A run that found a cell done has not found its value again, so that a value stands once.
  public func history(
    of quantity: Quantity, suite: String, profile: Profile
  ) throws -> [PastValue] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT v_attempts.task, v_attempts.model, v_attempts.seed, v_attempts.key, v_attempts.run,
            run.started, coalesce(code.value, 'unknown'), measurement.value, measurement.missing
          FROM v_attempts
            JOIN run ON run.id = v_attempts.run
            JOIN measurement ON measurement.attempt_id = v_attempts.attempt_id
            LEFT JOIN environment AS code ON code.run_number = run.number AND code.name = 'code'
          WHERE v_attempts.suite = ? AND v_attempts.profile = ? AND v_attempts.state = 'done'
            AND measurement.metric = ? AND measurement.evaluation = ? AND measurement.split = ?
            AND measurement.position = 0
          ORDER BY run.number, v_attempts.task, v_attempts.model, v_attempts.seed
          """,
        arguments: [
          suite, profile.rawValue, quantity.metric, quantity.evaluation, quantity.split,
        ])
      var values: [PastValue] = []
      while let row = try rows.next() {
        let number: Double? = row[7]
        values.append(
          PastValue(
            identity: CellIdentity(
              suite: suite, task: row[0], model: row[1], seed: row[2], profile: profile),
            key: row[3], run: row[4], started: row[5], code: row[6],
            value: number.map { .value($0) } ?? .missing(row[8])))
      }
      return values
    }
  }
}
