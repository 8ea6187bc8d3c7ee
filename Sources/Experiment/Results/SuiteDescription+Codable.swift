extension SuiteDescription {
  private enum CodingKeys: String, CodingKey {
    case id, title, summary, reference, tasks, models, metrics, questions
  }

  /// Reads a description; one that was stored before suites asked questions has none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      title: try values.decode(String.self, forKey: .title),
      summary: try values.decode(String.self, forKey: .summary),
      reference: try values.decode(String.self, forKey: .reference),
      tasks: try values.decode([TaskEntry].self, forKey: .tasks),
      models: try values.decode([ModelEntry].self, forKey: .models),
      metrics: try values.decode([String: MetricDefinition].self, forKey: .metrics),
      questions: try values.decodeIfPresent([SuiteQuestion].self, forKey: .questions) ?? [])
  }

  /// Writes a description; without questions it has the bytes that it had before there were any.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .id)
    try values.encode(title, forKey: .title)
    try values.encode(summary, forKey: .summary)
    try values.encode(reference, forKey: .reference)
    try values.encode(tasks, forKey: .tasks)
    try values.encode(models, forKey: .models)
    try values.encode(metrics, forKey: .metrics)
    if !questions.isEmpty { try values.encode(questions, forKey: .questions) }
  }
}
