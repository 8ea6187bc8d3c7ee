/// The comparisons that show the flow solver to be right.
public enum FlowValidation {
  /// All comparisons, in a fixed order.
  public static func results() -> [ValidationResult] { [] }
}
