import Canvas
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0123456, "0.0123"), (12.345, "12.3"), (999.6, "1000"), (1234.5, "1234"), (-0.5, "−0.500"),
    (0, "0"), (0.00999999, "0.0100"),
  ]) func plainNumbersHaveThreeSignificantDigits(number: Double, text: String) {
    #expect(NumberText.plain(number) == text)
  }

  @Test(arguments: [
    (0.00001234, "1.23 × 10⁻⁵"), (123_456, "1.23 × 10⁵"), (-6.02e23, "−6.02 × 10²³"),
    (9.996e-7, "1.00 × 10⁻⁶"),
  ]) func longNumbersGetAPowerOfTen(number: Double, text: String) {
    #expect(NumberText.short(number) == text)
  }
}
