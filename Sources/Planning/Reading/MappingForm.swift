/// Which keys a mapping of the suite file must and may have.
struct MappingForm: Sendable {
  /// What the mapping is, as errors call it: `a task`.
  let noun: String
  let required: [String]
  let optional: [String]

  init(_ noun: String, required: [String], optional: [String] = []) {
    self.noun = noun
    self.required = required
    self.optional = optional
  }

  var keys: [String] { required + optional }
}
