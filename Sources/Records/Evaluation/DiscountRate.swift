import Text

/// By how much less money counts for each year that it comes later, in percent per year.
///
/// A program's own rate stands in `program.json` as `discount_percent`; where it does not, and more
/// than a year is valued, the usual rate applies.
package enum DiscountRate {
  /// The rate that is usual in the United States.
  package static let usual = 3.0

  /// Who recommends the usual rate. The recommendation itself was not read.
  package static let source =
    "Sanders et al. 2016, Second Panel on Cost-Effectiveness in Health and Medicine,"
    + " doi 10.1001/jama.2016.12195, unverified"

  /// Reads `discount_percent`; nil where the program has no rate of its own.
  static func read(_ reader: inout JSONObjectReader) -> Double? {
    let percent = reader.optionalNumber("discount_percent")
    if let percent, percent < 0 {
      reader.report("a discount rate is not negative", at: "discount_percent")
    }
    return percent
  }
}
