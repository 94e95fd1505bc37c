/// The search for a zero of a function of one number.
///
/// Chandrupatla (1997), doi 10.1016/S0965-9978(96)00051-8: inverse quadratic interpolation if the
/// last three points show that it is safe, bisection otherwise, so that the search ends for a
/// function of any shape.
enum RootSearch {
  /// - Parameters:
  ///   - function: continuous, with finite values.
  ///   - low: one end.
  ///   - high: the other end; the function has different signs there, or is 0 at one of them.
  /// - Returns: the root, to about 4ε of its own size or of 1, whichever is larger.
  static func root(between low: Double, _ high: Double, of function: (Double) -> Double) -> Double {
    var (newest, opposite) = (high, low)
    var (newestValue, oppositeValue) = (function(high), function(low))
    var fraction = 0.5
    // Bisection alone would need about 60 steps from ends that are of the same size as the root.
    for _ in 0..<200 {
      let point = newest + fraction * (opposite - newest)
      let value = function(point)
      let (discarded, discardedValue): (Double, Double)
      if (value < 0) == (newestValue < 0) {
        (discarded, discardedValue) = (newest, newestValue)
      } else {
        (discarded, discardedValue) = (opposite, oppositeValue)
        (opposite, oppositeValue) = (newest, newestValue)
      }
      (newest, newestValue) = (point, value)
      let isNewestBetter = newestValue.magnitude < oppositeValue.magnitude
      let best = isNewestBetter ? newest : opposite
      let tolerance = 2 * Double.ulpOfOne * max(best.magnitude, 1)
      let smallestFraction = tolerance / (opposite - newest).magnitude
      if smallestFraction > 0.5 || newestValue == 0 { return best }

      let place = (newest - opposite) / (discarded - opposite)
      let height = (newestValue - oppositeValue) / (discardedValue - oppositeValue)
      if height * height < place, (1 - height) * (1 - height) < 1 - place {
        fraction =
          newestValue / (oppositeValue - newestValue)
          * (discardedValue / (oppositeValue - discardedValue))
          + (discarded - newest) / (opposite - newest)
          * (newestValue / (discardedValue - newestValue))
          * (oppositeValue / (discardedValue - oppositeValue))
      } else {
        fraction = 0.5
      }
      fraction = min(max(fraction, smallestFraction), 1 - smallestFraction)
    }
    return newest
  }

  /// The root of an increasing function, from any starting point; an interval that contains it is
  /// found by doubling the step.
  ///
  /// - Parameters:
  ///   - start: finite, such as a guess.
  ///   - step: the length of the first step, positive.
  ///   - function: increasing, with finite values, negative far to the left and positive far to the
  ///     right.
  static func root(
    from start: Double, step: Double, ofIncreasing function: (Double) -> Double
  ) -> Double {
    let direction: Double = function(start) < 0 ? 1 : -1
    var near = start
    var length = step
    var far = start + direction * length
    while direction * function(far) < 0 {
      length *= 2
      (near, far) = (far, far + direction * length)
    }
    return root(between: near, far, of: function)
  }
}
