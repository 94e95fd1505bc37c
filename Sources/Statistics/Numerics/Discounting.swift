/// The present value of a steady amount over years.
///
/// The first year counts in full and each later one is divided once more by 1 + rate, so a year or
/// less is not discounted: y years count as 1 + v + … + vⁿ⁻¹ + (y − n) vⁿ years, with n whole years
/// and v = 1 / (1 + rate).
package enum Discounting {
  /// The length of a time after discounting, in the unit of the time.
  ///
  /// - Parameters:
  ///   - time: 0 or more.
  ///   - year: the length of a year in that unit, such as 12 for months.
  ///   - percent: the discount rate per year, 0 or more.
  package static func presentValue(ofTime time: Double, year: Double, percent: Double) -> Double {
    guard time > year, percent > 0 else { return time }
    let logarithm = ElementaryFunctions.logarithmOfOnePlus(percent / 100)
    let wholeYears = (time / year).rounded(.down)
    let yearsCounted =
      ElementaryFunctions.exponentialMinusOne(-wholeYears * logarithm)
      / ElementaryFunctions.exponentialMinusOne(-logarithm)
    let last = ElementaryFunctions.exponential(-wholeYears * logarithm)
    return year * yearsCounted + (time - wholeYears * year) * last
  }
}
