/// One entry of a table: a value with the details needed to print it.
///
/// `decimals`, the digits after the decimal point, apply to text and Markdown only; CSV and JSON
/// have the number in full.
package enum Cell: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case decimal(Double, decimals: Int)
  /// A difference, shown with its sign.
  case change(Double, decimals: Int)
  /// A difference in percent, shown with its sign: −14.6 is a decrease of 14.6 %.
  case percent(Double, decimals: Int)
  /// A share in percent, without a sign: 14.6 is 14.6 % of all.
  case share(Double, decimals: Int)
  /// Two ends in the unit of the column; only in a column that holds intervals.
  case interval(lower: Double, upper: Double, decimals: Int)
  /// A p value, from 0 to 1.
  case probability(Double)
  /// A civil day as `YYYY-MM-DD`.
  case date(String)
  /// Several names: in CSV with a space between two of them, so none may contain one.
  case list([String])
  /// Shown as yes or no; true or false in JSON.
  case flag(Bool)
  /// - currency: ISO 4217 code.
  case money(Double, currency: String, decimals: Int)
  /// A value that belongs here but is undefined, with the reason.
  case missing(because: String)
  /// A value that must be hidden, since it is about too few people or would reveal such a number.
  case suppressed
  /// A cell that has no value by design.
  case blank

  /// A number that may be undefined.
  /// - Parameters:
  ///   - value: the number; nil where it is undefined.
  ///   - reason: the reason why it is undefined, printed only then.
  ///   - cell: the cell for a defined number.
  package static func optional<Value>(
    _ value: Value?, else reason: String, as cell: (Value) -> Cell
  ) -> Cell {
    value.map(cell) ?? .missing(because: reason)
  }
}
