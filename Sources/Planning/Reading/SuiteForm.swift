/// The keys of suite and model files: what the reader accepts and the JSON Schema says.
enum SuiteForm {
  static let suite = MappingForm(
    "a suite file",
    required: [
      "schema", "id", "title", "summary", "reference", "metrics", "tasks", "models", "profiles",
    ], optional: ["questions"])
  static let task = MappingForm(
    "a task", required: ["id", "title", "summary", "task", "metrics", "primary"],
    optional: ["models", "profiles"])
  static let quantity = MappingForm(
    "a primary quantity", required: ["metric", "evaluation"], optional: ["split"])
  static let model = MappingForm(
    "a model", required: ["id", "title", "summary", "model"], optional: ["profiles", "budgets"])
  static let modelFile = MappingForm(
    "a model file", required: ["schema", "id", "title", "summary", "model"],
    optional: ["profiles", "budgets"])
  static let question = MappingForm(
    "a question", required: ["ask"],
    optional: ["reference", "settings", "title", "first", "second", "cost"])
  static let saving = MappingForm(
    "a question about saving", required: ["ask", "reference"], optional: ["cost", "settings"])
  static let contrast = MappingForm(
    "a question of contrast", required: ["ask", "title", "first", "second"], optional: ["cost"])
  static let profile = MappingForm(
    "a profile", required: ["seeds", "tasks", "models", "budget"])

  /// What `tasks` and `models` of a profile, and `models` of a task, say instead of a list of ids.
  static let everything = "all"
  /// What `ask` of a question may be.
  static let questions = ["saving", "contrast"]
  /// The split of a primary quantity that names none.
  static let defaultSplit = "test"
}
