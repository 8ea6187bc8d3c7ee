extension Initialiser {
  /// Zeros.
  public static let zeros = Initialiser.constant(0)

  /// Uniform with the variance gain² 2 / (in + out) (Glorot & Bengio 2010, equation 16; torch's
  /// `xavier_uniform_`).
  public static func glorotUniform(_ fans: Fans, gain: Double = 1) -> Initialiser {
    .symmetric(bound: gain * (6 / Double(fans.inputs + fans.outputs)).squareRoot())
  }

  /// Normal with the variance gain² 2 / (in + out) (Glorot & Bengio 2010; `xavier_normal_`).
  public static func glorotNormal(_ fans: Fans, gain: Double = 1) -> Initialiser {
    .normal(deviation: gain * (2 / Double(fans.inputs + fans.outputs)).squareRoot())
  }

  /// Uniform with the variance 2 / in, for rectifiers (He et al. 2015, equation 10;
  /// `kaiming_uniform_` for relu).
  public static func heUniform(_ fans: Fans) -> Initialiser {
    .symmetric(bound: (6 / Double(fans.inputs)).squareRoot())
  }

  /// Normal with the variance 2 / in (He et al. 2015, equation 10; `kaiming_normal_` for relu).
  public static func heNormal(_ fans: Fans) -> Initialiser {
    .normal(deviation: (2 / Double(fans.inputs)).squareRoot())
  }

  /// Uniform with the variance 1 / in (LeCun et al. 1998, *Efficient BackProp*, equation 16).
  public static func leCunUniform(_ fans: Fans) -> Initialiser {
    .symmetric(bound: (3 / Double(fans.inputs)).squareRoot())
  }

  /// Normal with the variance 1 / in (LeCun et al. 1998; Klambauer et al. 2017 for SELU).
  public static func leCunNormal(_ fans: Fans) -> Initialiser {
    .normal(deviation: (1 / Double(fans.inputs)).squareRoot())
  }

  /// The first layer of a network of sines, in which the weights hold the frequency: uniform in
  /// ± frequency / in (Sitzmann et al. 2020, supplement 1.5, with ω0 = `frequency` multiplied in).
  public static func sirenFirst(_ fans: Fans, frequency: Double = 30) -> Initialiser {
    .symmetric(bound: frequency / Double(fans.inputs))
  }

  /// The other layers of a network of sines: uniform in ± sqrt(6 / in), which is sqrt(6 / in) / ω0
  /// with ω0 multiplied in (Sitzmann et al. 2020, section 3.2).
  public static func sirenHidden(_ fans: Fans) -> Initialiser {
    .symmetric(bound: (6 / Double(fans.inputs)).squareRoot())
  }
}
