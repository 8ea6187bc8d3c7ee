/// The papers that the report's statistics come from.
enum Source: String, CaseIterable {
  case student
  case friedman
  case demsar
  case agarwal
  case mann
  case miller
  case holm
  case smyth
  case pareto

  /// The place in the list of references.
  var place: String { "reference.\(rawValue)" }

  /// As in running text.
  var short: String {
    switch self {
    case .student: "Student 1908"
    case .friedman: "Friedman 1937"
    case .demsar: "Demšar 2006"
    case .agarwal: "Agarwal et al. 2021"
    case .mann: "Mann and Whitney 1947"
    case .miller: "Miller 1974"
    case .holm: "Holm 1979"
    case .smyth: "Smyth 2004"
    case .pareto: "Kung, Luccio and Preparata 1975"
    }
  }

  /// As in the list of references.
  var full: String {
    switch self {
    case .student: "Student (1908), “The probable error of a mean”, Biometrika 6, 1–25."
    case .friedman:
      "M. Friedman (1937), “The use of ranks to avoid the assumption of normality implicit in the "
        + "analysis of variance”, J. Am. Stat. Assoc. 32, 675–701."
    case .demsar:
      "J. Demšar (2006), “Statistical comparisons of classifiers over multiple data sets”, J. Mach. "
        + "Learn. Res. 7, 1–30."
    case .agarwal:
      "R. Agarwal et al. (2021), “Deep reinforcement learning at the edge of the statistical "
        + "precipice”, NeurIPS, arXiv:2108.13264"
    case .mann:
      "H. B. Mann and D. R. Whitney (1947), “On a test of whether one of two random variables is "
        + "stochastically larger than the other”, Ann. Math. Stat. 18, 50–60."
    case .miller:
      "R. G. Miller (1974), “The jackknife – a review”, Biometrika 61, 1–15."
    case .holm:
      "S. Holm (1979), “A simple sequentially rejective multiple test procedure”, Scand. J. Stat. "
        + "6, 65–70."
    case .smyth:
      "G. K. Smyth (2004), “Linear models and empirical Bayes methods for assessing differential "
        + "expression in microarray experiments”, Stat. Appl. Genet. Mol. Biol. 3, article 3."
    case .pareto:
      "H. T. Kung, F. Luccio and F. P. Preparata (1975), “On finding the maxima of a set of "
        + "vectors”, J. ACM 22, 469–476."
    }
  }
}
