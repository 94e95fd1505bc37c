import Documents
import Records

/// The words for discounting.
enum DiscountWords {
  /// The time that a rate is multiplied by: `12` or, after discounting, `23.65`.
  static func time(_ discounted: Double, of time: Double) -> String {
    discounted == time
      ? ReadableNumber.plain(time) : ReadableNumber.decimal(discounted, decimals: 2)
  }

  /// The method in a few words.
  static let method = "the first year in full, each later year divided by 1 + rate once more"

  /// The rule in a few words.
  /// - Parameter isUsual: true if the program sets no discount rate of its own.
  static func rule(_ percent: Double, isUsual: Bool) -> String {
    let source = isUsual ? DiscountRate.source : "as set in program.json"
    return
      "discounted by \(ReadableNumber.plainShare(percent)) per year after the first year (\(source))"
  }
}
