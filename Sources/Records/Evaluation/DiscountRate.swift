import Text

/// The discount rate of money received later, in percent per year.
///
/// A program's own rate is `discount_percent` in `program.json`. Without one, the usual rate
/// applies if more than a year is valued.
package enum DiscountRate {
  /// The usual rate in the United States.
  package static let usual = 3.0

  /// The source of the usual rate. The recommendation itself was not read.
  package static let source =
    "Sanders et al. 2016, Second Panel on Cost-Effectiveness in Health and Medicine,"
    + " doi 10.1001/jama.2016.12195, unverified"

  /// Reads `discount_percent`; nil if the program has no rate of its own.
  static func read(_ reader: inout JSONObjectReader) -> Double? {
    let percent = reader.optionalNumber("discount_percent")
    if let percent, percent < 0 {
      reader.report("a discount rate cannot be negative", at: "discount_percent")
    }
    return percent
  }
}
