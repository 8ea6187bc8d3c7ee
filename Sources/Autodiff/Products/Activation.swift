import Tensors

/// A function that is applied to each element after a linear map.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// x
  case identity
  /// max(x, 0)
  case relu
  /// x Φ(x), with Φ the distribution function of the standard normal (the exact form, as torch's
  /// default; Hendrycks & Gimpel 2016)
  case gelu
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e^-x)
  case sigmoid
  /// x / (1 + e^-x) (swish; Ramachandran, Zoph & Le 2017)
  case silu
  /// log(1 + e^x)
  case softplus
  /// The sine (Sitzmann et al. 2020)
  case sine

  /// The smooth function that it is; nil for `identity` and `relu`.
  var function: ElementFunction? {
    switch self {
    case .identity, .relu: nil
    case .gelu: .gelu
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .silu: .silu
    case .softplus: .softplus
    case .sine: .sin
    }
  }
}
