extension Leaderboard.Published {
  var markdown: String {
    let rows = values.map { value in
      [
        value.task, value.model, value.metric,
        NumberText.short(value.value)
          + (value.deviation.map { " ± " + NumberText.short($0, digits: 2) } ?? "") + " \u{2020}",
        value.table, value.exactness,
      ]
    }
    return """
      ## \(MarkdownTable.sentence(title))

      **\u{2020} Published, not measured here**: other data, sizes and budgets than above, and never ranked \
      with them. \(MarkdownTable.sentence(reference))

      \(MarkdownTable.text(
        columns: ["Task of the paper", "Model", "Metric", "Published \u{2020}", "Read from", "Exactness"],
        rows: rows))
      """
  }
}
