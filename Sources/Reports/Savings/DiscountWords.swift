import Documents
import Records

/// How discounting is told.
enum DiscountWords {
  /// A time as it is multiplied with, such as `12` or, after discounting, `23.65`.
  static func time(_ discounted: Double, of time: Double) -> String {
    discounted == time
      ? ReadableNumber.plain(time) : ReadableNumber.decimal(discounted, decimals: 2)
  }

  /// The rule in a few words.
  /// - Parameter isUsual: whether the program has no rate of its own.
  static func rule(_ percent: Double, isUsual: Bool) -> String {
    let source = isUsual ? DiscountRate.source : "as set in program.json"
    return
      "discounted by \(ReadableNumber.plainShare(percent)) per year after the first year (\(source))"
  }
}
