/// The error that `body` throws, as a sentence; `no error` when it throws none.
func message(of body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}
