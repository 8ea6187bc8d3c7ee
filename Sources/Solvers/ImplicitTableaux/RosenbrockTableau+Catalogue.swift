extension RosenbrockTableau {
  /// Every Rosenbrock method, one for each file beside this one.
  public static let catalogue: [RosenbrockTableau] = [.ros3p, .rodas4]
}
