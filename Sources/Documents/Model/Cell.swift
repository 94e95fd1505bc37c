/// One entry of a table: a value with what is needed to show it to a person.
///
/// `decimals`, the digits after the point, are for people only; programs get the whole number.
package enum Cell: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case decimal(Double, decimals: Int)
  /// A difference, shown with its sign.
  case change(Double, decimals: Int)
  /// A difference in percent, shown with its sign: −14.6 stands for a fall by 14.6 %.
  case percent(Double, decimals: Int)
  /// A share in percent, without a sign: 14.6 stands for 14.6 % of all.
  case share(Double, decimals: Int)
  /// Two ends in the unit of the column; only in a column that holds intervals.
  case interval(lower: Double, upper: Double, decimals: Int)
  /// A p value, from 0 to 1.
  case probability(Double)
  /// A civil day as `YYYY-MM-DD`.
  case date(String)
  /// Shown as yes or no; true or false in JSON.
  case flag(Bool)
  /// - currency: ISO 4217 code.
  case money(Double, currency: String, decimals: Int)
  /// A value that should be here and cannot be: the reader is told why.
  case missing(because: String)
  /// A value that is there and must not be told: it is about too few people, or would tell of them.
  case suppressed
  /// Nothing belongs here.
  case blank

  /// A number that may be undefined.
  /// - Parameters:
  ///   - value: nil where it is undefined.
  ///   - reason: why it is, said only then.
  ///   - cell: how it is shown.
  package static func optional<Value>(
    _ value: Value?, else reason: String, as cell: (Value) -> Cell
  ) -> Cell {
    value.map(cell) ?? .missing(because: reason)
  }
}
