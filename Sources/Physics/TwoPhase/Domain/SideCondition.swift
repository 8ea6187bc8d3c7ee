/// What holds on a piece of the boundary of a two-phase flow.
enum SideCondition: Sendable, Equatable {
  /// No fluid passes and none slides.
  case wall
  /// No fluid passes; it slides freely.
  case slip
  /// Water enters at this speed, in m/s.
  case inflow(Double)
  /// Fluid passes at the pressure of still air outside; what enters is air, along the normal, and its
  /// total pressure is that of the still air.
  case open
}
