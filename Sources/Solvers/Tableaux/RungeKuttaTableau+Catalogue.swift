extension RungeKuttaTableau {
  /// Every explicit method, one for each file beside this one.
  public static let catalogue: [RungeKuttaTableau] = [
    .euler, .midpoint, .heun2, .ralston, .bs3, .rk4, .dopri5, .dopri5Shampine, .tsit5, .vern7,
  ]
}
