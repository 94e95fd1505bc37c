/// The integral over u = ln S that gives a tail of the noncentral t distribution at t ≥ 0.
///
/// P(T > t) = ∫ Φ(δ − t·eᵘ)·f(u) du, where f is the density of ln S. Integrated by parts, it is
/// also ∫ φ(t·eᵘ − δ)·t·eᵘ·P(S ≤ eᵘ) du. The first form is used if f is the narrower factor, the
/// second if φ is. P(T ≤ t) is the same with Φ(t·eᵘ − δ), and with P(S > eᵘ) and Φ(−δ) added.
///
/// All factors are positive, analytic and decay at least exponentially, so the trapezoidal rule
/// over the whole line converges exponentially (Trefethen & Weideman 2014, doi 10.1137/130932132).
struct NoncentralTIntegrand {
  /// At least 0.
  let t: Double
  /// ν, positive.
  let degreesOfFreedom: Double
  /// δ, of either sign.
  let noncentrality: Double

  /// True for the upper tail, if t is at or above δ, which is roughly the median; false for the
  /// lower.
  var isUpper: Bool { t >= noncentrality }

  /// The tail selected by `isUpper`.
  func integral() -> Double {
    guard t > 0 else { return NormalDistribution().upperTail(beyond: noncentrality.magnitude) }
    // Half the standard deviation of ln S is 1/√(8ν); half that of the step of Φ, if there is one,
    // is 1/(2δ).
    let step = max(0, noncentrality)
    let curvature = 16 + 8 * degreesOfFreedom + 4 * step * step
    let width = 0.7 / curvature.squareRoot()
    guard step * step > 8 * degreesOfFreedom else {
      return trapezoidalSum(width: width, of: { densityOfS(at: $0) * probabilityOfZ(at: $0) })
    }
    let boundary = isUpper ? 0 : NormalDistribution().upperTail(beyond: noncentrality)
    return boundary
      + trapezoidalSum(width: width, of: { densityOfZ(at: $0) * probabilityOfS(at: $0) })
  }

  /// Sums the integrand on a grid from its approximate mode outward until the terms are negligible.
  private func trapezoidalSum(width: Double, of integrand: (Double) -> Double) -> Double {
    let start = ElementaryFunctions.logarithm(mode)
    var sum = CompensatedSum()
    sum.add(integrand(start))
    for direction in [width, -width] {
      var place = 1.0
      while true {
        let term = integrand(start + place * direction)
        sum.add(term)
        guard term > 1e-18 * sum.value else { break }
        place += 1
      }
    }
    return width * sum.value
  }

  /// The mode of f(u)·exp(−(t·s − δ)²/2), s = eᵘ: the positive root of s²·(1 + t²/ν) − s·δt/ν − 1 =
  /// 0, or 1 if Φ is near 1 and only f matters.
  private var mode: Double {
    let isPlateau = isUpper ? noncentrality >= t : t >= noncentrality
    guard !isPlateau else { return 1 }
    let root = degreesOfFreedom.squareRoot()
    let ratio = t / root
    let quadratic = 1 + ratio * ratio
    let linear = noncentrality / root * ratio
    let discriminant = (linear * linear + 4 * quadratic).squareRoot()
    return linear > 0 ? (linear + discriminant) / (2 * quadratic) : 2 / (discriminant - linear)
  }

  /// The density of u = ln S, √(ν/π)·exp(−ν/2·(e²ᵘ − 1 − 2u) − Δ(ν/2)), where Δ is the part that
  /// Stirling's formula leaves out: nothing cancels if ν is in the millions.
  private func densityOfS(at u: Double) -> Double {
    let excess = ElementaryFunctions.exponentialMinusOne(2 * u)
    let deviance =
      excess.magnitude < 0.5
      ? LogarithmicDeviance.value(excess: excess, ratio: 1 + excess) : excess - 2 * u
    let half = degreesOfFreedom / 2
    return (degreesOfFreedom / Double.pi).squareRoot()
      * ElementaryFunctions.exponential(-half * deviance - GammaFunction.stirlingRemainder(half))
  }

  /// P(Z + δ > t·eᵘ), or P(Z + δ ≤ t·eᵘ) for the lower tail.
  private func probabilityOfZ(at u: Double) -> Double {
    let distance = t * ElementaryFunctions.exponential(u) - noncentrality
    return NormalDistribution().upperTail(beyond: isUpper ? distance : -distance)
  }

  /// The density of ln(Z + δ) at ln t + u, φ(t·eᵘ − δ)·t·eᵘ.
  private func densityOfZ(at u: Double) -> Double {
    let point = t * ElementaryFunctions.exponential(u)
    let distance = point - noncentrality
    return point * ElementaryFunctions.exponential(-distance * distance / 2)
      / (2 * Double.pi).squareRoot()
  }

  /// P(S ≤ eᵘ), or P(S > eᵘ) for the lower tail.
  private func probabilityOfS(at u: Double) -> Double {
    let half = degreesOfFreedom / 2
    let split = GammaFunction.regularized(
      shape: half, at: half * ElementaryFunctions.exponential(2 * u))
    return isUpper ? split.lower : split.upper
  }
}
