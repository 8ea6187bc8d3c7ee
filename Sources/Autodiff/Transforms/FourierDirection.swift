/// Which way a Fourier transform goes.
public enum FourierDirection: String, Sendable, CaseIterable {
  /// Σ x exp(−2πi j·k/n)
  case forward
  /// 1/N Σ x exp(+2πi j·k/n)
  case inverse
}
