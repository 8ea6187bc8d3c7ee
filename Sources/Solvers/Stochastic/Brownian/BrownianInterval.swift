import Tensors

/// One interval of a Brownian tree: W and A at its start, its increments w and areas H.
struct BrownianInterval {
  private(set) var node = 1
  private var lower = 0.0
  private var upper = 0.0
  private let count: Int
  private let motion: Buffer<Double>
  private let integral: Buffer<Double>
  private let increment: Buffer<Double>
  private let area: Buffer<Double>

  init(count: Int) {
    self.count = count
    motion = Buffer(count: count)
    integral = Buffer(count: count)
    increment = Buffer(count: count)
    area = Buffer(count: count)
  }

  private var length: Double { upper - lower }

  func contains(_ time: Double) -> Bool { lower <= time && time <= upper }
  func ends(at time: Double) -> Bool { time == lower || time == upper }

  /// The whole span: w ~ N(0, h), H ~ N(0, h/12).
  mutating func makeRoot(
    _ span: ClosedRange<Double>, _ first: UnsafePointer<Double>, _ second: UnsafePointer<Double>
  ) {
    (lower, upper) = (span.lowerBound, span.upperBound)
    let (scale, areaScale) = (length.squareRoot(), (length / 12).squareRoot())
    for i in 0..<count {
      increment.start[i] = scale * first[i]
      area.start[i] = areaScale * second[i]
    }
  }

  /// The half of `parent` that holds `time`.
  mutating func makeHalf(
    of parent: BrownianInterval, holding time: Double, _ first: UnsafePointer<Double>,
    _ second: UnsafePointer<Double>
  ) {
    let h = parent.length
    let middle = parent.lower + 0.5 * h
    let isLeft = time <= middle
    (lower, upper) = isLeft ? (parent.lower, middle) : (middle, parent.upper)
    node = 2 * parent.node + (isLeft ? 0 : 1)
    let (quarter, spread) = (0.25 * h.squareRoot(), (h / 12).squareRoot())
    let half = 0.5 * h
    for i in 0..<count {
      let (w, area) = (parent.increment.start[i], parent.area.start[i])
      let noise = quarter * first[i]
      let left = 0.5 * w + 1.5 * area + noise
      let sum = 0.5 * area - noise
      let leftArea = 0.5 * (sum + spread * second[i])
      if isLeft {
        motion.start[i] = parent.motion.start[i]
        integral.start[i] = parent.integral.start[i]
        increment.start[i] = left
        self.area.start[i] = leftArea
      } else {
        motion.start[i] = parent.motion.start[i] + left
        integral.start[i] =
          parent.integral.start[i] + half * (parent.motion.start[i] + leftArea + 0.5 * left)
        increment.start[i] = w - left
        self.area.start[i] = sum - leftArea
      }
    }
  }

  /// W and A at a time of this interval; at its ends without noise.
  ///
  /// At lower + θh, given w and H, W has the mean θ w + 6 θ(1-θ) H and the variance
  /// h θ(1-θ)(1 - 3θ(1-θ)), its integral the mean θh (θ/2 w + θ(3-2θ) H) and the variance
  /// h³ θ³(1-θ)³/3; their covariance is h² θ²(1-θ)²(1-2θ)/2.
  func evaluate(
    _ time: Double, _ first: UnsafePointer<Double>, _ second: UnsafePointer<Double>,
    motion result: UnsafeMutablePointer<Double>, integral: UnsafeMutablePointer<Double>
  ) {
    let h = length
    let theta = time == upper ? 1 : (time - lower) / h
    let both = theta * (1 - theta)
    let deviation = (h * both * (1 - 3 * both)).squareRoot()
    let covariance = 0.5 * h * h * both * both * (1 - 2 * theta)
    let slope = deviation > 0 ? covariance / deviation : 0
    let rest = max(0, h * h * h * both * both * both / 3 - slope * slope).squareRoot()
    let elapsed = theta * h
    for i in 0..<count {
      let (w, area) = (increment.start[i], area.start[i])
      let noise = deviation > 0 ? first[i] : 0
      let other = deviation > 0 ? second[i] : 0
      let moved = theta * w + 6 * both * area + deviation * noise
      let gathered =
        elapsed * (0.5 * theta * w + theta * (3 - 2 * theta) * area) + slope * noise + rest * other
      result[i] = motion.start[i] + moved
      integral[i] = self.integral.start[i] + elapsed * motion.start[i] + gathered
    }
  }
}
